// Answers a question from the sums a day alone, where the question allows: any period in an instant, whatever its number of voices.
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CountedCell } from '../core/arrange-cells.ts';
import { type DimensionKey, dimensionOf, type MeasureKey, measureOf, TIME_KEYS } from '../core/catalogue.contract.ts';
import type { RawCell } from '../core/measure-values.ts';
import { mondayOf, monthOf } from '../core/time-keys.ts';
import { filterKeysOf, type Question } from './compile-question.ts';

interface Sum {
  day: string;
  item: string;
  voices: number;
  positive: number;
  negative: number;
  urgent: number;
  latent: number;
  complaints: number;
  rated: number;
  ratingSum: number;
  ratingSquares: number;
  lowRated: number;
}

const RAW: Partial<Record<MeasureKey, (sum: Sum) => RawCell>> = {
  voices: (sum) => ({ n: sum.voices, of: sum.voices }),
  negative_share: (sum) => ({ n: sum.negative, of: sum.voices }),
  net_sentiment: (sum) => ({ n: sum.positive, against: sum.negative, of: sum.voices }),
  average_rating: (sum) => ({ n: sum.rated, of: sum.rated, sum: sum.ratingSum, squares: sum.ratingSquares }),
  low_rating_share: (sum) => ({ n: sum.lowRated, of: sum.rated }),
  urgent_share: (sum) => ({ n: sum.urgent, of: sum.voices }),
  complaint_share: (sum) => ({ n: sum.complaints, of: sum.voices }),
  latent_share: (sum) => ({ n: sum.latent, of: sum.voices }),
};

/** The one dimension beside time that the sums would have to be read by; undefined where they cannot answer. */
export function summedBy(question: Question): DimensionKey | 'all' | undefined {
  if (question.grain !== 'voice' || !question.measures.every((key) => measureOf(key)?.summed)) return undefined;
  const sides = [question.rows, question.columns].filter((key): key is DimensionKey => key !== null);
  const plain = sides.filter((key) => !TIME_KEYS.includes(key));
  const named = new Set<DimensionKey>([...plain, ...filterKeysOf(question.filters)]);
  if (named.size > 1 || plain.length > 1) return undefined;
  const [only] = named;
  if (only === undefined) return 'all';
  // A filter on a list keeps whole voices, with all their other themes: rows of the sums cannot know these.
  if (dimensionOf(only)?.many && filterKeysOf(question.filters).length > 0) return undefined;
  return dimensionOf(only)?.summed ? only : undefined;
}

/** Cells and totals of a question `summedBy` has a dimension for. */
export async function readSums(tx: Tx, question: Question, by: DimensionKey | 'all'): Promise<CountedCell[]> {
  const only = by === 'all' ? undefined : (question.filters[by as never] as readonly string[] | undefined);
  const read = (dimension: string) =>
    tx.rows<Sum>(sql`
      SELECT day, item, voices, positive, negative, urgent, latent, complaints, rated, rating_sum AS "ratingSum",
        rating_squares AS "ratingSquares", low_rated AS "lowRated"
      FROM insight_daily WHERE workspace_id = ${tx.workspaceId} AND dimension = ${dimension}
        AND day BETWEEN ${question.from}::date AND ${question.to}::date
        ${only?.length && dimension === by ? sql`AND item = ANY(${[...only]}::text[])` : empty}`);
  const sums = await read(by);
  // Values of a list add up to more than the voices; values that are missing on some voices to less.
  const wholes = by === 'all' || only?.length ? sums : await read('all');
  const cells = new Map<string, CountedCell>();
  const add = (r: string | null, c: string | null, sum: Sum) => {
    const key = `${r ?? '\u0000'}\n${c ?? '\u0000'}`;
    let cell = cells.get(key);
    if (!cell) {
      cell = { r, c, raws: question.measures.map(() => ({ n: 0, of: 0, against: 0, sum: 0, squares: 0 })) };
      cells.set(key, cell);
    }
    for (const [index, measure] of question.measures.entries()) addTo(cell.raws[index]!, RAW[measure]!(sum));
  };
  const { rows, columns } = question;
  const isTime = (key: DimensionKey | null) => key !== null && TIME_KEYS.includes(key);
  const keyOf = (key: DimensionKey, sum: Sum) =>
    key === 'day' ? sum.day : key === 'week' ? mondayOf(sum.day) : key === 'month' ? monthOf(sum.day) : sum.item;
  for (const sum of sums) {
    if (rows && columns) add(keyOf(rows, sum), keyOf(columns, sum), sum);
    if (rows && !isTime(rows)) add(keyOf(rows, sum), null, sum);
    if (columns && !isTime(columns)) add(null, keyOf(columns, sum), sum);
  }
  for (const sum of wholes) {
    if (rows && isTime(rows)) add(keyOf(rows, sum), null, sum);
    if (columns && isTime(columns)) add(null, keyOf(columns, sum), sum);
    add(null, null, sum);
  }
  return [...cells.values()];
}

function addTo(into: RawCell, more: RawCell): void {
  into.n += more.n;
  into.of += more.of;
  into.against = (into.against ?? 0) + (more.against ?? 0);
  into.sum = (into.sum ?? 0) + (more.sum ?? 0);
  into.squares = (into.squares ?? 0) + (more.squares ?? 0);
}
