// One seeded shuffle, so that drawing and reading orders can be had again.

import { seeded } from '../../src/kit/seeded.ts';

/** A shuffled copy (Fisher-Yates). */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = seeded(seed);
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [copy[last], copy[other]] = [copy[other]!, copy[last]!];
  }
  return copy;
}
