// Says numbers, times and money of a show in a reader's language and the shop's zone.

import { sayMasks } from '../../../../../kit/masks.ts';
import { moneyText } from '../../../../../kit/money.ts';
import type { Language, Translate } from '../../../../../platform/i18n/translate.ts';
import type { LiveMoney } from '../../../stream/core/live-event.contract.ts';
import type { ShowRecord } from '../../core/show-record.contract.ts';

export interface ShowWords {
  t: Translate;
  language: Language;
  number(value: number): string;
  share(value: number): string;
  money(value: LiveMoney): string;
  /** Time of day with seconds. */
  clock(at: number): string;
  /** Date and time of day. */
  day(at: number): string;
  span(ms: number): string;
  /** Name of a product by its link number, or a dash. */
  product(productId: string | null): string;
  name(of: string): string;
  /** Words of viewers, with what was masked in them named in the reader's language. */
  said(text: string): string;
}

export function showWords(record: ShowRecord, t: Translate, language: Language, timeZone: string): ShowWords {
  const count = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const clock = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const day = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  });
  const titles = new Map<string, string>();
  for (const one of record.air) titles.set(one.productId, named(one.index, one.title));
  for (const one of record.products) titles.set(one.productId, named(one.index, one.title));
  return {
    t,
    language,
    number: (value) => count.format(value),
    share: (value) => percent.format(value),
    money: (amount) => moneyText(amount, language),
    clock: (at) => clock.format(at),
    day: (at) => day.format(at),
    span: (ms) => {
      const seconds = Math.round(ms / 1000);
      if (seconds < 60) return t('livereport:span.seconds', { count: seconds });
      const minutes = Math.floor(seconds / 60);
      if (minutes < 60 && seconds % 60 === 0) return t('livereport:span.whole', { minutes });
      if (minutes < 60) return t('livereport:span.minutes', { minutes, seconds: seconds % 60 });
      return t('livereport:span.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    product: (productId) => (productId === null ? '–' : (titles.get(productId) ?? productId)),
    said: (text) => sayMasks(text, (kind) => t(`text:personal.${kind}`)),
    name: (of) => t(`liveterms:class.${of}`, {}, of),
  };
}

const named = (index: number | null, title: string) => (index === null ? title : `${index} · ${title}`);
