// Tells which themes are really named more or less often than before: an interval for each, and one test over all of them.
import { holm } from '../../../../kit/statistics/holm.ts';
import { wilson, Z95 } from '../../../../kit/statistics/wilson.ts';

export interface ShareChange {
  /** Share now minus share before, -1 … 1; null where either period has no voice at all. */
  change: number | null;
  low: number | null;
  high: number | null;
  /** Two-sided; 1 where nothing can be compared. */
  p: number;
}

/**
 * The difference of two shares: Newcombe's interval from two Wilson intervals (R. G. Newcombe, Statistics in Medicine 17,
 * 1998, method 10) and the pooled two-proportion test.
 */
export function shareChange(now: { count: number; of: number }, before: { count: number; of: number }): ShareChange {
  if (now.of <= 0 || before.of <= 0) return { change: null, low: null, high: null, p: 1 };
  const one = wilson(now.count, now.of);
  const other = wilson(before.count, before.of);
  const p1 = now.count / now.of;
  const p2 = before.count / before.of;
  const change = p1 - p2;
  const low = change - Math.hypot(p1 - one.low, other.high - p2);
  const high = change + Math.hypot(one.high - p1, p2 - other.low);
  const pooled = (now.count + before.count) / (now.of + before.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.of + 1 / before.of));
  return { change, low, high, p: error === 0 ? 1 : twoSided(change / error) };
}

/** Up or down only when the theme's own interval and Holm's test over all themes (5 %) both exclude no change. */
export function directionsOf(changes: readonly ShareChange[]): ('up' | 'down' | 'unclear')[] {
  const adjusted = holm(changes.map((one) => one.p));
  return changes.map((one, index) => {
    if (one.change === null || adjusted[index]! >= 0.05) return 'unclear';
    if (one.low! > 0) return 'up';
    return one.high! < 0 ? 'down' : 'unclear';
  });
}

/** % positive − % negative with the interval of a difference within one sample (multinomial), -100 … 100. */
export function netShare(
  positive: number,
  negative: number,
  of: number,
): { value: number; low: number; high: number } | null {
  if (of <= 0) return null;
  const p = positive / of;
  const n = negative / of;
  const half = Z95 * Math.sqrt(Math.max(0, p + n - (p - n) ** 2) / of);
  const at = (share: number) => Math.max(-100, Math.min(100, share * 100));
  return { value: at(p - n), low: at(p - n - half), high: at(p - n + half) };
}

/** Two-sided probability of a standard normal value; complementary error function by Numerical Recipes' rational fit (1.2e-7). */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const fit =
    -1.26551223 +
    t *
      (1.00002368 +
        t *
          (0.37409196 +
            t *
              (0.09678418 +
                t *
                  (-0.18628806 +
                    t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))));
  return Math.min(1, t * Math.exp(-x * x + fit));
}
