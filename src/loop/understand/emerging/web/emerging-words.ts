// A rise in words: its name, and how likely it is that chance alone did it.
import type { TFunction } from 'i18next';
import type { EmergingView } from '../core/emerging.contract.ts';

/** "保湿精华：包装 · 漏液". */
export function titleWords(t: TFunction, one: Pick<EmergingView, 'product' | 'aspect' | 'phrases'>): string {
  const what = t(`text:aspect.${one.aspect}`);
  // A phrase that only names the part again says nothing.
  const phrase = one.phrases.find((each) => !what.toLowerCase().includes(each) && each.length > 1);
  const name = phrase ? `${what} · ${phrase}` : what;
  return one.product?.name ? t('emerging:ofProduct', { product: one.product.name, what: name }) : name;
}

/** How often such a rise would come about by chance in one cell. */
export function chanceWords(t: TFunction, falseAYear: number): string {
  if (falseAYear <= 0.01) return t('emerging:chance.hardly');
  const years = Math.max(1, Math.round(1 / falseAYear));
  return t('emerging:chance.years', { count: years });
}
