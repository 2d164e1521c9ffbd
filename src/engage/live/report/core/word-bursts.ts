// Finds stretches in which a word was said far more often than usual, looking back over the whole show.
import type { WordBurst } from './show-record.contract.ts';

export interface BurstOptions {
  /** How many times the usual share the burst state expects. */
  scale?: number;
  /** Price of entering the burst state, times ln(n). */
  entry?: number;
  leastCount?: number;
}

/**
 * Two-state automaton over batches (Kleinberg 2002, section 4): in each batch of `totals[t]` comments, `counts[t]` hold the word;
 * the quiet state expects its overall share, the burst state `scale` times as much; Viterbi finds the cheapest path.
 * @returns half-open stretches of batches with the cost they save, clearest first
 */
export function burstsOf(
  counts: readonly number[],
  totals: readonly number[],
  options: BurstOptions = {},
): { from: number; to: number; count: number; weight: number }[] {
  const { scale = 3, entry = 1, leastCount = 5 } = options;
  const n = counts.length;
  const all = counts.reduce((sum, one) => sum + one, 0);
  const said = totals.reduce((sum, one) => sum + one, 0);
  if (all < leastCount || said === 0) return [];
  const quiet = Math.min(0.9, all / said);
  const loud = Math.min(0.99, quiet * scale);
  const price = entry * Math.log(Math.max(2, n));
  // The binomial coefficient is the same in both states and cancels.
  const cost = (share: number, t: number) =>
    -(counts[t]! * Math.log(share) + (totals[t]! - counts[t]!) * Math.log(1 - share));
  let costQuiet = 0;
  let costLoud = price;
  const cameFromLoud = new Uint8Array(n);
  const loudCameFromLoud = new Uint8Array(n);
  for (let t = 0; t < n; t += 1) {
    const quietNext = Math.min(costQuiet, costLoud);
    cameFromLoud[t] = costLoud < costQuiet ? 1 : 0;
    const fromQuiet = costQuiet + price;
    loudCameFromLoud[t] = costLoud <= fromQuiet ? 1 : 0;
    const loudNext = Math.min(costLoud, fromQuiet);
    costQuiet = quietNext + cost(quiet, t);
    costLoud = loudNext + cost(loud, t);
  }
  const isLoud = new Uint8Array(n);
  let state = costLoud < costQuiet ? 1 : 0;
  for (let t = n - 1; t >= 0; t -= 1) {
    isLoud[t] = state;
    state = state === 1 ? loudCameFromLoud[t]! : cameFromLoud[t]!;
  }
  const found: { from: number; to: number; count: number; weight: number }[] = [];
  for (let t = 0; t < n; t += 1) {
    if (isLoud[t] !== 1) continue;
    const from = t;
    let count = 0;
    let weight = -price;
    for (; t < n && isLoud[t] === 1; t += 1) {
      count += counts[t]!;
      weight += cost(quiet, t) - cost(loud, t);
    }
    if (count >= leastCount) found.push({ from, to: t, count, weight });
  }
  return found.sort((a, b) => b.weight - a.weight);
}

/**
 * Bursts of every word, as times.
 * @param counts word → how often in each bucket
 */
export function wordBursts(
  counts: ReadonlyMap<string, ReadonlyMap<number, number>>,
  totals: readonly number[],
  startAt: number,
  bucketMs: number,
  most = 20,
): WordBurst[] {
  const found: WordBurst[] = [];
  for (const [word, byBucket] of counts) {
    const line = new Array<number>(totals.length).fill(0);
    for (const [bucket, count] of byBucket)
      if (bucket >= 0 && bucket < line.length) line[bucket] = Math.min(count, totals[bucket]!);
    for (const burst of burstsOf(line, totals).slice(0, 2))
      found.push({
        word,
        from: startAt + burst.from * bucketMs,
        to: startAt + burst.to * bucketMs,
        count: burst.count,
        weight: burst.weight,
      });
  }
  return found.sort((a, b) => b.weight - a.weight).slice(0, most);
}
