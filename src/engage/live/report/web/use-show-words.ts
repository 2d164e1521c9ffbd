// Says numbers, times, money and products of a show in the reader's language.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyText } from '../../../../kit/money.ts';
import { numberText } from '../../../../ui/number-door.tsx';
import { useSayMasks } from '../../../../ui/use-say-masks.ts';
import type { LiveMoney } from '../../stream/core/live-event.contract.ts';
import type { ShowRecord } from '../core/show-record.contract.ts';

export interface ShowWords {
  number(value: number): string;
  share(value: number): string;
  money(value: LiveMoney): string;
  clock(at: number): string;
  product(productId: string | null): string;
  /** Words of viewers, with what was masked in them named in the reader's language. */
  said(text: string): string;
}

export function useShowWords(record: ShowRecord): ShowWords {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const said = useSayMasks();
  return useMemo(() => {
    const clock = new Intl.DateTimeFormat(language, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    const titles = new Map<string, string>();
    for (const one of [...record.air, ...record.products])
      titles.set(one.productId, one.index === null ? one.title : `${one.index} · ${one.title}`);
    return {
      number: (value) => numberText(value, 'plain', language),
      share: (value) => numberText(value, 'percent', language),
      money: (amount) => moneyText(amount, language),
      clock: (at) => clock.format(at),
      product: (productId) => (productId === null ? '–' : (titles.get(productId) ?? productId)),
      said,
    };
  }, [language, record, said]);
}
