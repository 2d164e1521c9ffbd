// Times kept as a histogram whose buckets grow by a twelfth, so that medians over any days come from a few sums.

/** Buckets for each doubling. */
export const PER_DOUBLING = 8;

/** Bucket of a time in milliseconds; everything up to a millisecond is bucket 0. The same formula stands in the recount's SQL. */
export function bucketOf(ms: number): number {
  return Math.floor(PER_DOUBLING * Math.log2(Math.max(1, ms)));
}

/** Lower edge of a bucket, milliseconds. */
export function edgeOf(bucket: number): number {
  return 2 ** (bucket / PER_DOUBLING);
}

/**
 * The time below which a share of the values lies, interpolated within its bucket; off by at most half a bucket (5 %).
 * @param share 0-1, 0.5 for the median
 * @returns milliseconds; null when there are no values
 */
export function quantile(buckets: readonly { bucket: number; amount: number }[], share: number): number | null {
  const sorted = buckets.filter((one) => one.amount > 0).sort((a, b) => a.bucket - b.bucket);
  const all = sorted.reduce((sum, one) => sum + one.amount, 0);
  if (all === 0) return null;
  const wanted = share * all;
  let before = 0;
  for (const { bucket, amount } of sorted) {
    if (before + amount >= wanted) {
      const within = Math.min(1, Math.max(0, (wanted - before) / amount));
      return Math.round(edgeOf(bucket + within));
    }
    before += amount;
  }
  return Math.round(edgeOf(sorted.at(-1)!.bucket + 1));
}
