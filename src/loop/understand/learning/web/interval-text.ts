// A share's interval and number in few words.
import type { TFunction } from 'i18next';
import type { ShareView } from '../core/accuracy.contract.ts';

/** "88% – 96%". */
export function rangeText(share: ShareView, language: string): string {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return `${percent.format(share.low)} – ${percent.format(share.high)}`;
}

/** "95 % range 88% – 96%, 120 checked". @param t of the space `accuracy` */
export function intervalText(t: TFunction<'accuracy'>, share: ShareView, language: string): string {
  const n = new Intl.NumberFormat(language).format(share.of);
  return t('interval', { range: rangeText(share, language), n });
}
