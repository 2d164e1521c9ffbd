// A measured effect as one plain sentence, and the filters of the explorer behind it.
import type { TFunction } from 'i18next';
import type { Measure } from '../core/problem.contract.ts';
import type { Direction } from '../core/problem-words.contract.ts';

/** Percent without a sign: 0.42 → "58 %" for a ratio, read as how much less or more. */
export function changeText(ratio: number, language: string): string {
  const share = Math.abs(1 - ratio);
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(
    share,
  );
}

/** "58 % fewer (42 to 70 % fewer)": each end says by itself whether it is fewer or more. */
export function effectText(t: TFunction, language: string, of: { ratio: number; low: number; high: number }): string {
  const end = (ratio: number) =>
    t(ratio <= 1 ? 'pageproblems:effect.fewer' : 'pageproblems:effect.more', { share: changeText(ratio, language) });
  return t('pageproblems:effect.range', { value: end(of.ratio), low: end(of.low), high: end(of.high) });
}

/** What is expected of a fix, in words. */
export function expectedText(t: TFunction, language: string, expected: { direction: Direction; size: number }): string {
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(expected.size);
  return t(`pageproblems:expected.${expected.direction}`, { share });
}

/** The explorer's address for what a measure counts, optionally between two days. */
export function explorerSearch(measure: Measure, from?: string, to?: string): Record<string, string> {
  const search: Record<string, string> = { repeats: 'hide' };
  const put = (key: string, values: readonly string[]) => {
    if (values.length > 0) search[key] = values.join(',');
  };
  put('theme', measure.themes);
  put('product', measure.products);
  put('channel', measure.channels);
  put('sentiment', measure.sentiments);
  put('class', measure.classes);
  if (from) search.saidFrom = from;
  if (to) search.saidTo = to;
  return search;
}
