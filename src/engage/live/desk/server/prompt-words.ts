// Puts what the host reads into the words of one language.

import { sayMasks } from '../../../../kit/masks.ts';
import { moneyText } from '../../../../kit/money.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import type { PromptWords } from '../core/prompt-view.ts';

/** @returns the words of a prompter in this language */
export function promptWords(language: Language): PromptWords {
  const t = translator(language);
  return {
    alarm: (alert, product) => {
      const matter = alert.class ? t(`liveterms:class.${alert.class}`, {}, alert.word ?? '') : (alert.word ?? '');
      return product ? t('livedesk:prompter.alarm', { matter, product }) : matter;
    },
    sayAlarm: (alert) => (alert.class ? t(`livedesk:say.${alert.class.replace('.', '_')}`, {}, '') || null : null),
    said: (text) => sayMasks(text, (kind) => t(`text:personal.${kind}`)),
    money: (amount) => moneyText(amount, language),
    shelf: (field, product) =>
      t(`livedesk:answer.${field}`, {
        price: product.price ? moneyText(product.price, language) : '',
        stock: product.stock ?? '',
        index: product.index,
      }),
  };
}
