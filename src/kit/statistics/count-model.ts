// Fits a log-linear model of counts, or a logistic one of shares, by iteratively reweighted least squares with Firth's correction.

export interface CountData {
  /** Counted on each day; for shares: how many of `of`. */
  counts: Float64Array;
  /** For shares: out of how many; null fits a Poisson model of the counts themselves. */
  of: Float64Array | null;
  /** Known part of the linear predictor, for example the log of the exposure. */
  offset: Float64Array;
  /** Row after row, `width` columns. */
  design: Float64Array;
  width: number;
}

export interface CountFit {
  coefficients: Float64Array;
  /** Fitted counts. */
  fitted: Float64Array;
  /** Variance of each count if nothing scattered beyond the model: μ, or nπ(1 − π). */
  weights: Float64Array;
  /** Inverse of XᵀWX, row after row. */
  inverse: Float64Array;
  /** Rows of W^½ X L⁻ᵀ (orthonormal columns): their squared lengths are the leverages. */
  basis: Float64Array;
  converged: boolean;
}

const MOST_STEPS = 60;

/**
 * McCullagh & Nelder, Generalized Linear Models (1989), with the bias correction of D. Firth, Biometrika 80 (1993): half a
 * leverage is added to each count, so that estimates stay finite where a weekday, or everything after a fix, counted nothing.
 */
export function fitCounts(data: CountData): CountFit {
  const { counts, of, offset, design, width: p } = data;
  const n = counts.length;
  const beta = new Float64Array(p);
  const fitted = new Float64Array(n);
  const weights = new Float64Array(n);
  const slope = new Float64Array(n);
  const basis = new Float64Array(n * p);
  const gram = new Float64Array(p * p);
  const factor = new Float64Array(p * p);
  const score = new Float64Array(p);
  const step = new Float64Array(p);
  beta[0] = startOf(data);
  let converged = false;
  for (let round = 0; round < MOST_STEPS; round += 1) {
    predict();
    score.fill(0);
    for (let t = 0; t < n; t += 1) {
      let leverage = 0;
      for (let j = 0; j < p; j += 1) leverage += basis[t * p + j]! ** 2;
      const pull = counts[t]! - fitted[t]! + leverage * slope[t]!;
      for (let j = 0; j < p; j += 1) score[j]! += pull * design[t * p + j]!;
    }
    solve(factor, score, step, p);
    let longest = 0;
    for (let j = 0; j < p; j += 1) longest = Math.max(longest, Math.abs(step[j]!));
    if (!Number.isFinite(longest)) break;
    // A far jump from a poor start overflows the exponential.
    const shrink = longest > 3 ? 3 / longest : 1;
    for (let j = 0; j < p; j += 1) beta[j]! += shrink * step[j]!;
    if (longest < 1e-7) {
      converged = true;
      break;
    }
  }
  predict();
  return { coefficients: beta, fitted, weights, inverse: invert(factor, p), basis, converged };

  function predict(): void {
    gram.fill(0);
    for (let t = 0; t < n; t += 1) {
      let eta = offset[t]!;
      for (let j = 0; j < p; j += 1) eta += beta[j]! * design[t * p + j]!;
      eta = Math.max(-30, Math.min(30, eta));
      if (of === null) {
        fitted[t] = Math.exp(eta);
        weights[t] = fitted[t]!;
        slope[t] = 0.5;
      } else {
        const share = 1 / (1 + Math.exp(-eta));
        fitted[t] = of[t]! * share;
        weights[t] = of[t]! * share * (1 - share);
        slope[t] = 0.5 - share;
      }
      for (let i = 0; i < p; i += 1) {
        const wx = weights[t]! * design[t * p + i]!;
        if (wx !== 0) for (let j = 0; j <= i; j += 1) gram[i * p + j]! += wx * design[t * p + j]!;
      }
    }
    cholesky(gram, factor, p);
    for (let t = 0; t < n; t += 1) {
      const root = Math.sqrt(weights[t]!);
      for (let i = 0; i < p; i += 1) {
        let value = root * design[t * p + i]!;
        for (let j = 0; j < i; j += 1) value -= factor[i * p + j]! * basis[t * p + j]!;
        basis[t * p + i] = value / factor[i * p + i]!;
      }
    }
  }
}

function startOf({ counts, of, offset }: CountData): number {
  let counted = 0.5;
  let exposed = of === null ? 0 : 1;
  for (let t = 0; t < counts.length; t += 1) {
    counted += counts[t]!;
    exposed += of === null ? Math.exp(offset[t]!) : of[t]!;
  }
  return of === null ? Math.log(counted / exposed) : Math.log(counted / (exposed - counted + 0.5));
}

/** Lower triangle of a symmetric matrix → its factor; a pivot that vanishes (a column that says nothing) is held just above 0. */
export function cholesky(gram: Float64Array, factor: Float64Array, p: number): void {
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = gram[i * p + j]!;
      for (let k = 0; k < j; k += 1) sum -= factor[i * p + k]! * factor[j * p + k]!;
      factor[i * p + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[j * p + j]!;
    }
  }
}

function solve(factor: Float64Array, right: Float64Array, out: Float64Array, p: number): void {
  for (let i = 0; i < p; i += 1) {
    let sum = right[i]!;
    for (let k = 0; k < i; k += 1) sum -= factor[i * p + k]! * out[k]!;
    out[i] = sum / factor[i * p + i]!;
  }
  for (let i = p - 1; i >= 0; i -= 1) {
    let sum = out[i]!;
    for (let k = i + 1; k < p; k += 1) sum -= factor[k * p + i]! * out[k]!;
    out[i] = sum / factor[i * p + i]!;
  }
}

function invert(factor: Float64Array, p: number): Float64Array {
  const inverse = new Float64Array(p * p);
  const unit = new Float64Array(p);
  const column = new Float64Array(p);
  for (let i = 0; i < p; i += 1) {
    unit.fill(0);
    unit[i] = 1;
    solve(factor, unit, column, p);
    for (let j = 0; j < p; j += 1) inverse[j * p + i] = column[j]!;
  }
  return inverse;
}
