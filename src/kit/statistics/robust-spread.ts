// How far an estimate of a count model may be off when days scatter more than chance and lean on the day before.
import type { CountFit } from './count-model.ts';

export interface Spread {
  /** Variance of the contrast. */
  variance: number;
  /** Degrees of freedom of that variance, for Student's t. */
  df: number;
  /** Scatter relative to chance, before and after; 1 = as chance alone would. */
  dispersion: [number, number];
  /** Correlation of neighbouring days, as estimated; below 0 counts as 0. */
  correlation: number;
}

/**
 * Variance of `Σ contrast × coefficient`.
 *
 * V = Σ s_t² + 2 Σ_k r_k Σ s_t s_{t−k} with s_t = cᵀ(XᵀWX)⁻¹ x_t √(w_t φ_g): the sandwich of a working correlation
 * (Liang & Zeger, Biometrika 73, 1986). φ is Pearson's scatter with the leverages as used-up degrees of freedom, corrected for
 * sparse counts (D. Fletcher, Biometrika 99, 2012), apart for the days before and after, never below 1. The correlation is the
 * one under which the residuals of this very design would show the correlation they do: residuals are pulled towards −p/n by the
 * fit, and an estimate that ignores it makes intervals too short.
 * @param day day number of each row, so that gaps count as distance
 * @param after 1 for the days after the change, 0 before
 */
export function robustSpread(input: {
  counts: Float64Array;
  fit: CountFit;
  width: number;
  design: Float64Array;
  contrast: Float64Array;
  day: Int32Array;
  after: Uint8Array;
}): Spread {
  const { counts, fit, width: p, design, contrast, day, after } = input;
  const n = counts.length;
  const residuals = new Float64Array(n);
  const along = new Float64Array(n);
  const direction = new Float64Array(p);
  for (let i = 0; i < p; i += 1) for (let j = 0; j < p; j += 1) direction[i]! += contrast[j]! * fit.inverse[j * p + i]!;
  const seen = [0, 0];
  const byChance = [0, 0];
  const squares = [0, 0];
  for (let t = 0; t < n; t += 1) {
    const w = Math.max(fit.weights[t]!, 1e-9);
    const off = counts[t]! - fit.fitted[t]!;
    residuals[t] = off / Math.sqrt(w);
    let leverage = 0;
    for (let j = 0; j < p; j += 1) {
      leverage += fit.basis[t * p + j]! ** 2;
      along[t]! += direction[j]! * design[t * p + j]!;
    }
    const g = after[t]!;
    const own = along[t]! ** 2;
    // HC2: a residual is short by its leverage.
    seen[g]! += (own * off * off) / Math.max(0.05, 1 - leverage);
    byChance[g]! += own * w;
    squares[g]! += (own * w) ** 2 / Math.max(0.05, 1 - leverage);
  }
  const correlation = neighbourCorrelation(residuals, fit.basis, p, day);
  const inflated = keptShare(fit.basis, p, day, correlation, n);
  const dispersion = [0, 1].map((g) => (byChance[g]! > 0 ? seen[g]! / byChance[g]! / inflated : 1)) as [number, number];
  const alone = byChance[0]! * dispersion[0] + byChance[1]! * dispersion[1];
  let variance = alone;
  const keeps = persistence(correlation);
  if (Math.abs(correlation) > 0.005) {
    const pull = along.map((value, t) => value * Math.sqrt(fit.weights[t]! * dispersion[after[t]!]!));
    for (let t = 1; t < n; t += 1) {
      for (let u = t - 1; u >= 0; u -= 1) {
        const weight = correlation * keeps ** (day[t]! - day[u]! - 1);
        if (Math.abs(weight) < 5e-3) break;
        variance += 2 * weight * pull[t]! * pull[u]!;
      }
    }
  }
  // Much less than chance alone is luck of this sample, not knowledge.
  variance = Math.max(variance, LEAST_OF_CHANCE * (byChance[0]! + byChance[1]!));
  // Satterthwaite: the two halves are known to different exactness.
  const df = alone ** 2 / [0, 1].reduce((sum, g) => sum + dispersion[g]! ** 2 * squares[g]!, 0);
  return { variance, df: Number.isFinite(df) && df > 1 ? df : 1, dispersion, correlation };
}

/**
 * How the correlation fades with distance: r, rκ, rκ² … with κ = r^0.4. A mood that lasts is seen through the noise of counting, which
 * weakens the correlation of neighbours but not the pace at which it fades; κ = r would take it for gone too soon.
 */
function persistence(correlation: number): number {
  return correlation > 0 ? correlation ** 0.4 : correlation;
}

/** R·q for that correlation, by one pass forth and one back. */
function correlate(basis: Float64Array, p: number, day: Int32Array, r: number, out: Float64Array): void {
  const n = day.length;
  const keeps = persistence(r);
  out.set(basis);
  const carried = new Float64Array(p);
  for (let t = 1; t < n; t += 1) {
    const fade = keeps ** (day[t]! - day[t - 1]! - 1);
    for (let j = 0; j < p; j += 1) {
      carried[j] = fade * (basis[(t - 1) * p + j]! + keeps * carried[j]!);
      out[t * p + j]! += r * carried[j]!;
    }
  }
  carried.fill(0);
  for (let t = n - 2; t >= 0; t -= 1) {
    const fade = keeps ** (day[t + 1]! - day[t]! - 1);
    for (let j = 0; j < p; j += 1) {
      carried[j] = fade * (basis[(t + 1) * p + j]! + keeps * carried[j]!);
      out[t * p + j]! += r * carried[j]!;
    }
  }
}

/** What share of the scatter the residuals keep beyond the usual n − p, when neighbours lean on each other. */
function keptShare(basis: Float64Array, p: number, day: Int32Array, r: number, n: number): number {
  if (r === 0) return 1;
  const leant = new Float64Array(basis.length);
  correlate(basis, p, day, r, leant);
  let taken = 0;
  for (let index = 0; index < basis.length; index += 1) taken += basis[index]! * leant[index]!;
  return Math.max(0.3, (n - taken) / (n - p));
}

const STRONGEST = 0.9;
const WEAKEST = -0.1;
const LEAST_OF_CHANCE = 0.75;

/** The correlation r of neighbouring days under which residuals of this design would show what these show. */
function neighbourCorrelation(residuals: Float64Array, basis: Float64Array, p: number, day: Int32Array): number {
  const n = residuals.length;
  let together = 0;
  let alone = 0;
  let pairs = 0;
  for (let t = 0; t < n; t += 1) {
    alone += residuals[t]! ** 2;
    if (t > 0 && day[t]! - day[t - 1]! === 1) {
      together += residuals[t]! * residuals[t - 1]!;
      pairs += 1;
    }
  }
  if (alone === 0 || pairs < 10) return 0;
  const seen = together / alone;
  const shifted = new Float64Array(n * p);
  for (let t = 0; t < n; t += 1) {
    for (let j = 0; j < p; j += 1) {
      let value = 0;
      if (t > 0 && day[t]! - day[t - 1]! === 1) value += basis[(t - 1) * p + j]!;
      if (t + 1 < n && day[t + 1]! - day[t]! === 1) value += basis[(t + 1) * p + j]!;
      shifted[t * p + j] = value / 2;
    }
  }
  const crossed = times(basis, product(basis, shifted, p), p);
  const leant = new Float64Array(n * p);
  // tr(MLMR) ÷ tr(MR) with M = I − QQᵀ, all but the traces over Q cancelled.
  const expected = (r: number): number => {
    correlate(basis, p, day, r, leant);
    let [own, mixed, both] = [0, 0, 0];
    for (let index = 0; index < leant.length; index += 1) {
      const value = leant[index]!;
      own += basis[index]! * value;
      mixed += shifted[index]! * value;
      both += crossed[index]! * value;
    }
    return (pairs * r - 2 * mixed + both) / (n - own);
  };
  if (expected(WEAKEST) >= seen) return WEAKEST;
  let [low, high] = [WEAKEST, STRONGEST];
  if (expected(high) <= seen) return high;
  for (let step = 0; step < 10; step += 1) {
    const middle = (low + high) / 2;
    if (expected(middle) < seen) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** AᵀB of two n×p tables. */
function product(a: Float64Array, b: Float64Array, p: number): Float64Array {
  const out = new Float64Array(p * p);
  for (let t = 0; t < a.length; t += p) {
    for (let i = 0; i < p; i += 1) {
      const value = a[t + i]!;
      for (let j = 0; j < p; j += 1) out[i * p + j]! += value * b[t + j]!;
    }
  }
  return out;
}

/** An n×p table times a p×p one. */
function times(a: Float64Array, square: Float64Array, p: number): Float64Array {
  const out = new Float64Array(a.length);
  for (let t = 0; t < a.length; t += p)
    for (let i = 0; i < p; i += 1) for (let j = 0; j < p; j += 1) out[t + j]! += a[t + i]! * square[i * p + j]!;
  return out;
}
