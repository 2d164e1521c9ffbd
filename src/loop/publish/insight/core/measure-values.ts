// From raw sums to a value with its interval: the one place where a share, a mean, a score or a rate gets its uncertainty.
import { chiSquarePoint, studentPoint } from '../../../../kit/statistics/distributions.ts';
import { wilson, Z95 } from '../../../../kit/statistics/wilson.ts';
import type { Measure } from './catalogue.contract.ts';
import type { Measured } from './insight.contract.ts';

/**
 * Raw numbers of one cell. `n`: counted, or the part of a share, or the promoters of a score; `of`: what it is a part of;
 * `against`: the detractors of a score; `sum`, `squares`: of a mean; `middle`, `lower`, `upper`: quartiles.
 */
export interface RawCell {
  n: number;
  of: number;
  against?: number;
  sum?: number;
  squares?: number;
  middle?: number | null;
  lower?: number | null;
  upper?: number | null;
}

type Value = Omit<Measured, 'previous'>;
const NOTHING: Value = { value: null, low: null, high: null, base: 0 };

/** Value and interval of a measure from its raw numbers. */
export function measureValue(measure: Measure, raw: RawCell | undefined): Value {
  if (!raw) return measure.unit === 'count' ? { value: 0, low: null, high: null, base: 0 } : NOTHING;
  if (measure.unit === 'count') return measure.interval === 'poisson' ? poisson(raw.n) : plainCount(raw.n);
  if (measure.unit === 'share') {
    const { share, low, high, of } = wilson(raw.n, raw.of);
    return share === null ? NOTHING : { value: share, low, high, base: of };
  }
  if (measure.unit === 'score') return score(raw.n, raw.against ?? 0, raw.of);
  if (measure.unit === 'stars') return mean(raw);
  if (raw.of === 0 || raw.middle === null || raw.middle === undefined) return NOTHING;
  return { value: raw.middle, low: raw.lower ?? null, high: raw.upper ?? null, base: raw.of };
}

function plainCount(n: number): Value {
  return { value: n, low: null, high: null, base: n };
}

/** Garwood's exact interval of a count (Biometrika 28, 1936); the normal one where both agree to a tenth. */
export function poisson(n: number): Value {
  if (n > 400) {
    const half = Z95 * Math.sqrt(n);
    return { value: n, low: n - half, high: n + half, base: n };
  }
  return { value: n, low: chiSquarePoint(0.025, 2 * n) / 2, high: chiSquarePoint(0.975, 2 * n + 2) / 2, base: n };
}

/** % for − % against, with the interval of the difference of two shares of one sample (Bonett and Price, 2012). */
function score(up: number, down: number, of: number): Value {
  if (of === 0) return NOTHING;
  const value = ((up - down) / of) * 100;
  const a = (up + 1) / (of + 2);
  const b = (down + 1) / (of + 2);
  const half = Z95 * Math.sqrt((a + b - (a - b) ** 2) / (of + 2));
  return {
    value,
    low: Math.min(value, Math.max(-100, (a - b - half) * 100)),
    high: Math.max(value, Math.min(100, (a - b + half) * 100)),
    base: of,
  };
}

/** A mean of stars with Student's interval, kept within 1 and 5. */
function mean(raw: RawCell): Value {
  if (raw.of === 0) return NOTHING;
  const value = (raw.sum ?? 0) / raw.of;
  if (raw.of < 2) return { value, low: 1, high: 5, base: raw.of };
  const variance = Math.max(0, ((raw.squares ?? 0) - raw.of * value * value) / (raw.of - 1));
  const half = studentPoint(0.975, raw.of - 1) * Math.sqrt(variance / raw.of);
  return { value, low: Math.max(1, value - half), high: Math.min(5, value + half), base: raw.of };
}
