// Puts what the host reads into the words of one language.
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import type { LiveMoney } from '../../stream/core/live-event.contract.ts';
import type { PromptWords } from '../core/prompt-view.ts';

/** Minor units of a currency by ISO 4217; coins of a platform have none. */
function moneyText(amount: LiveMoney, language: Language): string {
  try {
    const form = new Intl.NumberFormat(language, { style: 'currency', currency: amount.currency });
    const digits = form.resolvedOptions().maximumFractionDigits ?? 2;
    return form.format(amount.minor / 10 ** digits);
  } catch {
    return `${amount.minor} ${amount.currency}`;
  }
}

/** @returns the words of a prompter in this language */
export function promptWords(language: Language): PromptWords {
  const t = translator(language);
  return {
    alarm: (alert, product) =>
      t('livedesk:prompter.alarm', {
        matter: alert.class ? t(`liveterms:class.${alert.class}`, {}, alert.word ?? '') : (alert.word ?? ''),
        product: product ?? t('livedesk:prompter.room'),
        count: alert.people,
      }),
    sayAlarm: (alert) => (alert.class ? t(`livedesk:say.${alert.class.replace('.', '_')}`, {}, '') || null : null),
    money: (amount) => moneyText(amount, language),
    shelf: (field, product) =>
      t(`livedesk:answer.${field}`, {
        price: product.price ? moneyText(product.price, language) : '',
        stock: product.stock ?? '',
        index: product.index,
      }),
  };
}
