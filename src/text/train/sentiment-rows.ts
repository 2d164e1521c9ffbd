// Brings many differently labelled sets to one question: is this text for or against?
import { copyKey, foldOf, type Row, readSet } from './read-sets.ts';

export interface LabelledText {
  text: string;
  /** 1 positive, -1 negative. */
  y: 1 | -1;
  source: string;
  fold: number;
  /** Product kind inside a source, when it has kinds. */
  kind: string;
}

type Labeller = (row: Row) => 1 | -1 | 0;

const binary: Labeller = (row) => (row.y === 1 || row.y === '1' ? 1 : row.y === 0 || row.y === '0' ? -1 : 0);
const bySum: Labeller = (row) => {
  const list = row.a ?? [];
  const sum = list.reduce((total, tuple) => total + tuple[1], 0);
  return list.length > 0 && Math.abs(sum) * 2 > list.length ? (sum > 0 ? 1 : -1) : 0;
};
const overall: Labeller = (row) => {
  const list = (row.a ?? []).filter((tuple) => tuple[0] === '整体');
  return list.length > 0 ? bySum({ ...row, a: list }) : bySum(row);
};
const mood: Labeller = (row) => {
  const label = String(row.y);
  return label === '2' ? 1 : label === '1' || label === '3' || label === '4' ? -1 : 0;
};
const word: Labeller = (row) => (row.y === 'positive' ? 1 : row.y === 'negative' ? -1 : 0);

/** Name of the set, how to read its label, and how much a row of it counts beside a shopping review. */
export const SENTIMENT_SETS: readonly (readonly [string, Labeller, number])[] = [
  ['online_shopping_10_cats', binary, 1],
  ['chnsenticorp_htl_all', binary, 1],
  ['chnsenticorp_split', binary, 1],
  ['waimai_10k', binary, 1],
  ['zhijiang_makeup_absa', overall, 1],
  ['eprstmt', binary, 1],
  ['dianping_aste', bySum, 0.5],
  ['absa_zh_products', bySum, 0.5],
  ['douban_book_review', binary, 0.3],
  ['weibo2018', binary, 0.4],
  ['smp2020_ewect', mood, 0.4],
  ['conversation_sentiment', word, 0.3],
  ['amazon_polarity10k', binary, 3],
  ['acos_en', bySum, 0.4],
  ['mams_acsa_en', bySum, 0.3],
];

/** Every labelled row of the given sets, each distinct text once. */
export function readSentiment(sets = SENTIMENT_SETS): LabelledText[] {
  const seen = new Set<string>();
  const out: LabelledText[] = [];
  for (const [source, label] of sets) {
    for (const row of readSet(source)) {
      const y = label(row);
      if (y === 0 || row.t.trim() === '') continue;
      const key = copyKey(row.t) || row.t;
      if (seen.has(key)) continue;
      seen.add(key);
      out.push({ text: row.t, y, source, fold: foldOf(row.t), kind: row.cat ?? row.dom ?? '' });
    }
  }
  return out;
}

/** Cost of each row: classes balanced inside every source (clipped 0.2-3), times the worth of the source. */
export function balancedCost(rows: readonly LabelledText[]): Float32Array {
  const count = new Map<string, { pos: number; neg: number }>();
  for (const row of rows) {
    const cell = count.get(row.source) ?? { pos: 0, neg: 0 };
    if (row.y === 1) cell.pos += 1;
    else cell.neg += 1;
    count.set(row.source, cell);
  }
  const worth = new Map(SENTIMENT_SETS.map(([name, , value]) => [name, value]));
  const cost = new Float32Array(rows.length);
  rows.forEach((row, index) => {
    const cell = count.get(row.source)!;
    const own = row.y === 1 ? cell.pos : cell.neg;
    const weight = (cell.pos + cell.neg) / (2 * Math.max(1, own));
    cost[index] = Math.min(3, Math.max(0.2, weight)) * (worth.get(row.source) ?? 1);
  });
  return cost;
}
