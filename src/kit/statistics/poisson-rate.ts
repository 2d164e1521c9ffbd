// A count over an exposure, and the ratio of two of them, with exact intervals.
import { betaPoint, chiSquarePoint } from './distributions.ts';

export interface Rate {
  /** Null when there was no exposure. */
  rate: number | null;
  low: number;
  high: number;
}

/**
 * Rate of a Poisson count with the exact interval of F. Garwood, Biometrika 28 (1936); never covers less than `level`.
 * @param exposure in whatever unit the rate is wanted per
 */
export function poissonRate(count: number, exposure: number, level = 0.95): Rate {
  if (exposure <= 0) return { rate: null, low: 0, high: Number.POSITIVE_INFINITY };
  const tail = (1 - level) / 2;
  return {
    rate: count / exposure,
    low: count === 0 ? 0 : chiSquarePoint(tail, 2 * count) / 2 / exposure,
    high: chiSquarePoint(1 - tail, 2 * count + 2) / 2 / exposure,
  };
}

export interface Ratio {
  /** Null when the second counted nothing. */
  ratio: number | null;
  low: number;
  high: number;
}

/**
 * Ratio of two Poisson rates, first ÷ second, with the exact interval given their sum (Clopper–Pearson on the share of the
 * first; Przyborowski & Wilenski, Biometrika 31, 1940).
 */
export function rateRatio(a: number, exposureA: number, b: number, exposureB: number, level = 0.95): Ratio {
  const scale = exposureB / exposureA;
  const tail = (1 - level) / 2;
  const odds = (share: number) => (share >= 1 ? Number.POSITIVE_INFINITY : (share / (1 - share)) * scale);
  return {
    ratio: b === 0 ? null : (a / b) * scale,
    low: a === 0 ? 0 : odds(betaPoint(tail, a, b + 1)),
    high: b === 0 ? Number.POSITIVE_INFINITY : odds(betaPoint(1 - tail, a + 1, b)),
  };
}
