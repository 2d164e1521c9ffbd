// The middle of measured values with an interval: the mean for what adds up, the median for waiting times.
import { studentPoint } from './distributions.ts';

export interface Middle {
  /** Null when there are no values. */
  value: number | null;
  /** Null where too few values were given to say anything. */
  low: number | null;
  high: number | null;
  count: number;
}

/** Mean with Student's t interval from sums, so that no rows need to be read. @param squares sum of the squared values */
export function meanOf(count: number, sum: number, squares: number, level = 0.95): Middle {
  if (count === 0) return { value: null, low: null, high: null, count };
  const mean = sum / count;
  if (count < 2) return { value: mean, low: null, high: null, count };
  const variance = Math.max(0, (squares - count * mean * mean) / (count - 1));
  const half = studentPoint(1 - (1 - level) / 2, count - 1) * Math.sqrt(variance / count);
  return { value: mean, low: mean - half, high: mean + half, count };
}

/**
 * Median with the interval between two of the ordered values (David & Nagaraja, Order Statistics, 7.1): no form of distribution
 * is assumed, and it covers at least `level`. Fewer than six values give no interval.
 * @param values in any order
 */
export function medianOf(values: readonly number[], level = 0.95): Middle {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return { value: null, low: null, high: null, count: 0 };
  const value = n % 2 ? sorted[(n - 1) / 2]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;
  const place = medianPlace(n, level);
  return place === null
    ? { value, low: null, high: null, count: n }
    : { value, low: sorted[place - 1]!, high: sorted[n - place]!, count: n };
}

/** Which of `n` ordered values bounds the median from below (counted from 1; the upper one is its mirror), or null. */
export function medianPlace(n: number, level = 0.95): number | null {
  const tail = (1 - level) / 2;
  // Chance that at most k of n values fall below the median: binomial with a half, summed from the left in logs.
  let term = -n * Math.LN2;
  let below = 0;
  let place = 0;
  for (let k = 0; k < n / 2; k += 1) {
    below += Math.exp(term);
    if (below > tail) break;
    place = k + 1;
    term += Math.log((n - k) / (k + 1));
  }
  return place === 0 ? null : place;
}
