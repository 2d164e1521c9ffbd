// Asks whether orders of a product follow the mood about it, and by how long; says nothing where there is too little to say.
import type { Bucket } from '../../analysis/core/analysis.contract.ts';
import type { MoodLag } from './show-record.contract.ts';

const LEAST_COMMENTS = 200;
const LEAST_ORDERS = 30;
const MOST_LAG_MS = 180_000;

/** Cross-correlation of mood and orders in the buckets a product was on air, lags 0-180 s; buckets in gaps are left out. */
export function moodLag(productId: string, buckets: readonly Bucket[], bucketMs: number): MoodLag | null {
  const own = buckets.filter((one) => one.productId === productId && one.gap < 0.5);
  const comments = own.reduce((sum, one) => sum + one.comments, 0);
  const orders = own.reduce((sum, one) => sum + one.orders, 0);
  if (comments < LEAST_COMMENTS || orders < LEAST_ORDERS) return null;
  const byTime = new Map(own.map((one) => [one.at, one]));
  let best: MoodLag | null = null;
  for (let lag = 0; lag <= MOST_LAG_MS; lag += bucketMs) {
    const pairs: [number, number][] = [];
    for (const one of own) {
      const later = byTime.get(one.at + lag);
      if (later) pairs.push([(one.positive - one.negative) / (one.positive + one.negative + 20), later.orders]);
    }
    const r = pearson(pairs);
    if (pairs.length >= 12 && r !== null && (best === null || r > best.r))
      best = { productId, lagMs: lag, r, buckets: pairs.length };
  }
  return best;
}

/** Pearson's correlation; null where one side does not vary. */
export function pearson(pairs: readonly (readonly [number, number])[]): number | null {
  const n = pairs.length;
  if (n < 3) return null;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}
