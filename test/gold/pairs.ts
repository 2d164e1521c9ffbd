// Brings the two passes together by key; the second may cover any part of the first.
import type { GoldRow } from './gold.contract.ts';
import { readPass } from './gold-files.ts';

export const GOLD_SEED = 4;

/** Pairs of rows with the same key. @throws Error when the second pass labels a text the first does not hold. */
export function pairPasses(first = readPass('first') ?? [], second = readPass('second') ?? []) {
  const byKey = new Map(first.map((row) => [row.key, row]));
  const pairs = second.map((row): [GoldRow, GoldRow] => {
    const other = byKey.get(row.key);
    if (other === undefined) throw new Error(`the first pass has no row ${row.key}`);
    return [other, row];
  });
  return { pairs, all: first.length };
}
