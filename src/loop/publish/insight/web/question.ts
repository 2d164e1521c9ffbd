// The explorer's address as a question, and the doors from its cells to the rows behind them.
import {
  DIMENSION_KEYS,
  type DimensionKey,
  dimensionOf,
  grainOf,
  MEASURE_KEYS,
  type MeasureKey,
  measureOf,
} from '../core/catalogue.contract.ts';
import { FILTER_KEYS } from '../core/insight.contract.ts';
import { daysOfKey } from '../core/time-keys.ts';

export interface AskedQuestion {
  measures: MeasureKey[];
  rows: DimensionKey | '';
  columns: DimensionKey | '';
  look: 'table' | 'chart';
  compare: boolean;
  filters: Record<string, string>;
}

export const USUAL: Pick<AskedQuestion, 'measures' | 'rows'> = {
  measures: ['voices', 'negative_share', 'net_sentiment'],
  rows: 'channel',
};
const isDimension = (key: string | undefined): key is DimensionKey =>
  (DIMENSION_KEYS as readonly string[]).includes(key ?? '');

/** What nobody can ask (a mistyped address) is left out rather than refused. */
export function questionOf(values: Record<string, string>): AskedQuestion {
  const named = (values.measures ?? '')
    .split(',')
    .filter((key): key is MeasureKey => (MEASURE_KEYS as readonly string[]).includes(key));
  const first = measureOf(named[0] ?? '');
  const measures = named.filter((key) => measureOf(key)?.grain === first?.grain).slice(0, 6);
  const rows =
    values.rows === 'none'
      ? ''
      : isDimension(values.rows)
        ? values.rows
        : named.length === 0
          ? (USUAL.rows as DimensionKey)
          : '';
  const columns = isDimension(values.columns) && values.columns !== rows ? values.columns : '';
  const filters = Object.fromEntries(FILTER_KEYS.flatMap((key) => (values[key] ? [[key, values[key]]] : [])));
  return {
    measures: measures.length > 0 ? measures : [...USUAL.measures],
    rows,
    columns,
    look: values.look === 'chart' ? 'chart' : 'table',
    compare: values.compare === 'previous',
    filters,
  };
}

/** Do all parts of the question know each other? */
export function fits(question: AskedQuestion): boolean {
  const sides = [question.rows, question.columns].filter((key) => key !== '');
  return grainOf(question.measures, [...sides, ...Object.keys(question.filters)]) !== null;
}

/** Filters of the explorer of feedback that say the same as ours. */
const IN_EXPLORER: Record<string, string> = {
  channel: 'channel',
  theme: 'theme',
  theme_group: 'theme',
  product: 'product',
  sentiment: 'sentiment',
  class: 'class',
  intent: 'intent',
  rating: 'rating',
};

/** Where the rows of a cell are: the explorer where it can say the same, else the rows of insight. */
export function cellDoor(
  question: AskedQuestion,
  measure: MeasureKey,
  period: { from: string; to: string },
  at: { row?: string; column?: string },
): { to: string; search: Record<string, string> } {
  const named: Record<string, string> = { ...question.filters };
  let days = period;
  for (const [dimension, key] of [
    [question.rows, at.row],
    [question.columns, at.column],
  ] as const) {
    if (!dimension || key === undefined) continue;
    const narrowed = daysOfKey(dimension, key, days.from, days.to);
    if (narrowed) days = narrowed;
    else named[dimension] = key;
  }
  const isPlain = Object.entries(named).every(
    ([key, value]) => key in IN_EXPLORER && !value.split(',').includes('none'),
  );
  const bothThemes = named.theme && named.theme_group;
  if (measureOf(measure)?.grain === 'voice' && isPlain && !bothThemes) {
    const search: Record<string, string> = { saidFrom: days.from, saidTo: days.to, repeats: 'hide' };
    for (const [key, value] of Object.entries(named)) search[IN_EXPLORER[key]!] = value;
    return { to: '/feedback', search };
  }
  return { to: '/insight/rows', search: { measure, from: days.from, to: days.to, ...named } };
}

/** Dimensions that go with these measures. */
export function dimensionsFor(measures: readonly MeasureKey[]): DimensionKey[] {
  return DIMENSION_KEYS.filter((key) => grainOf(measures, [key]) !== null);
}

export function isMany(key: string): boolean {
  return dimensionOf(key)?.many ?? false;
}
