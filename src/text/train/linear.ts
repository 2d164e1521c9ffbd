// Fits linear heads: hashed rows, log-ratio weights, dual coordinate descent, and a calibrated probability.
import { seeded, shuffle } from '../../kit/seeded.ts';
import { FEATURE_BUCKETS, FeatureReader } from '../features.ts';
import { Normaliser } from '../normalise.ts';
import { fetchRows } from './row-order.ts';

/** Texts as sets of buckets: row r owns cols[start[r] .. start[r+1]). */
export interface Matrix {
  start: Uint32Array;
  cols: Uint32Array;
  rows: number;
  buckets: number;
}

/** Reads texts into distinct buckets; with `bits` into the lower `1 << bits` only and without wider pairs, as the sparse heads do. */
export function buildMatrix(texts: readonly string[], bits?: number): Matrix {
  const mask = bits === undefined ? -1 : (1 << bits) - 1;
  const buckets = bits === undefined ? FEATURE_BUCKETS : 1 << bits;
  const stamp = new Int32Array(buckets).fill(-1);
  const start = new Uint32Array(texts.length + 1);
  let cols = new Uint32Array(1 << 20);
  let size = 0;
  const normaliser = new Normaliser();
  const reader = new FeatureReader();
  for (let row = 0; row < texts.length; row += 1) {
    normaliser.run(texts[row]!);
    reader.run(normaliser.codes, normaliser.length);
    if (size + (reader.units + 1) * 5 > cols.length) {
      const larger = new Uint32Array(Math.max(cols.length * 2, size + (reader.units + 1) * 5));
      larger.set(cols);
      cols = larger;
    }
    for (let unit = 0; unit < reader.units; unit += 1) {
      const grams = reader.gramsAt(unit);
      for (let k = 0; k < grams; k += 1) {
        const bucket = reader.gram[3 * unit + k]! & mask;
        if (stamp[bucket] === row) continue;
        stamp[bucket] = row;
        cols[size++] = bucket;
      }
    }
    for (let edge = 0, end = bits === undefined ? 0 : reader.edges; edge < end; edge += 1) {
      const bucket = reader.edge[edge]! & mask;
      if (stamp[bucket] === row) continue;
      stamp[bucket] = row;
      cols[size++] = bucket;
    }
    for (let place = 0, end = bits === undefined && reader.isLatin ? reader.units * 2 : 0; place < end; place += 1) {
      const bucket = reader.pair[place]!;
      if (bucket === 0 || stamp[bucket] === row) continue;
      stamp[bucket] = row;
      cols[size++] = bucket;
    }
    start[row + 1] = size;
  }
  return { start, cols: cols.slice(0, size), rows: texts.length, buckets };
}

/** The named rows of a matrix as a matrix of their own. */
export function pickRows(matrix: Matrix, wanted: ArrayLike<number>): Matrix {
  const start = new Uint32Array(wanted.length + 1);
  for (let index = 0; index < wanted.length; index += 1) {
    const row = wanted[index]!;
    start[index + 1] = start[index]! + matrix.start[row + 1]! - matrix.start[row]!;
  }
  const cols = new Uint32Array(start[wanted.length]!);
  for (let index = 0; index < wanted.length; index += 1) {
    const row = wanted[index]!;
    cols.set(matrix.cols.subarray(matrix.start[row]!, matrix.start[row + 1]!), start[index]!);
  }
  return { start, cols, rows: wanted.length, buckets: matrix.buckets };
}

/** The matrix without buckets that fewer than `least` rows own. */
export function keepFrequent(matrix: Matrix, least: number): Matrix {
  const count = new Uint32Array(matrix.buckets);
  for (const col of matrix.cols) count[col]! += 1;
  const start = new Uint32Array(matrix.rows + 1);
  const cols = new Uint32Array(matrix.cols.length);
  let size = 0;
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let at = matrix.start[row]!; at < matrix.start[row + 1]!; at += 1) {
      const col = matrix.cols[at]!;
      if (count[col]! >= least) cols[size++] = col;
    }
    start[row + 1] = size;
  }
  return { start, cols: cols.slice(0, size), rows: matrix.rows, buckets: matrix.buckets };
}

/**
 * The same rows with their buckets numbered anew, the most frequent first and without those that no row owns: what is asked for
 * most lies together and near the processor.
 * @returns `bucketOf`: the old number of each new one.
 */
export function crowd(matrix: Matrix): { matrix: Matrix; bucketOf: Uint32Array } {
  const { buckets, rows } = matrix;
  const count = new Uint32Array(buckets);
  for (const col of matrix.cols) count[col]! += 1;
  // Count and bucket in one number, so that numbers alone have to be sorted.
  const keys = new Float64Array(buckets);
  let size = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1)
    if (count[bucket]! > 0) keys[size++] = (rows - count[bucket]!) * buckets + bucket;
  const bucketOf = Uint32Array.from(keys.subarray(0, size).sort(), (key) => key % buckets);
  const placeOf = count;
  for (let place = 0; place < size; place += 1) placeOf[bucketOf[place]!] = place;
  const cols = matrix.cols.map((col) => placeOf[col]!);
  return { matrix: { start: matrix.start, cols, rows, buckets: size }, bucketOf };
}

/** Log of how much likelier a bucket is in positive than in negative rows (cost-weighted, smoothed). */
export function logRatios(matrix: Matrix, y: Int8Array, cost: Float32Array, smooth = 1): Float32Array {
  const pos = new Float32Array(matrix.buckets).fill(smooth);
  const neg = new Float32Array(matrix.buckets).fill(smooth);
  for (let row = 0; row < matrix.rows; row += 1) {
    const side = y[row]! > 0 ? pos : neg;
    const weight = cost[row]!;
    for (let at = matrix.start[row]!; at < matrix.start[row + 1]!; at += 1) side[matrix.cols[at]!]! += weight;
  }
  let posSum = 0;
  let negSum = 0;
  for (let bucket = 0; bucket < matrix.buckets; bucket += 1) {
    posSum += pos[bucket]!;
    negSum += neg[bucket]!;
  }
  const ratio = new Float32Array(matrix.buckets);
  const shift = Math.log(negSum / posSum);
  for (let bucket = 0; bucket < matrix.buckets; bucket += 1) {
    ratio[bucket] = Math.log(pos[bucket]! / neg[bucket]!) + shift;
  }
  return ratio;
}

export interface LinearFit {
  weights: Float32Array;
  bias: number;
}

/**
 * L2-regularised, squared-hinge support vector machine by dual coordinate descent.
 * @param value value of a bucket where present (all ones when absent); rows are scaled to unit length.
 */
export function fitLinear(
  matrix: Matrix,
  y: Int8Array,
  cost: Float32Array,
  options: { c: number; value?: Float32Array; epochs?: number; seed?: number },
): LinearFit {
  const { rows, start, cols } = matrix;
  // Weight and value of a bucket lie side by side, since they are always asked for together.
  const pairs = options.value && withValues(options.value);
  const weights = new Float32Array(pairs ? 0 : matrix.buckets);
  const alpha = new Float64Array(rows);
  const inverse = inverseLengths(matrix, options.value);
  const order = Uint32Array.from({ length: rows }, (_, index) => index);
  const random = seeded(options.seed ?? 7);
  let bias = 0;
  const epochs = options.epochs ?? 12;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    let largest = 0;
    for (let index = 0; index < rows; index += 1) {
      fetchRows(matrix, order, index);
      const row = order[index]!;
      const inv = inverse[row]!;
      if (inv === 0) continue;
      const first = start[row]!;
      const last = start[row + 1]!;
      let raw = 0;
      if (pairs) for (let at = first; at < last; at += 1) raw += pairs[2 * cols[at]!]! * pairs[2 * cols[at]! + 1]!;
      else for (let at = first; at < last; at += 1) raw += weights[cols[at]!]!;
      const label = y[row]!;
      const damp = 0.5 / (options.c * cost[row]!);
      const gradient = label * (raw * inv + bias) - 1 + alpha[row]! * damp;
      const next = Math.max(0, alpha[row]! - gradient / (2 + damp));
      const delta = (next - alpha[row]!) * label;
      if (delta === 0) continue;
      alpha[row] = next;
      largest = Math.max(largest, Math.abs(delta));
      const step = delta * inv;
      if (pairs) for (let at = first; at < last; at += 1) pairs[2 * cols[at]!]! += step * pairs[2 * cols[at]! + 1]!;
      else for (let at = first; at < last; at += 1) weights[cols[at]!]! += step;
      bias += delta;
    }
    if (largest < 0.01 * options.c) break;
  }
  return { weights: pairs ? pairs.filter((_, place) => place % 2 === 0) : weights, bias };
}

/** A zero and its value for each bucket. */
export function withValues(value: Float32Array): Float32Array {
  const pairs = new Float32Array(2 * value.length);
  for (let bucket = 0; bucket < value.length; bucket += 1) pairs[2 * bucket + 1] = value[bucket]!;
  return pairs;
}

/** 1 / length of each row; 0 for an empty one. */
function inverseLengths({ rows, start, cols }: Matrix, value: Float32Array | undefined): Float64Array {
  const inverse = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let sum = value ? 0 : start[row + 1]! - start[row]!;
    if (value) for (let at = start[row]!; at < start[row + 1]!; at += 1) sum += value[cols[at]!]! * value[cols[at]!]!;
    inverse[row] = sum > 0 ? 1 / Math.sqrt(sum) : 0;
  }
  return inverse;
}

/** Raw scores of every row under a fit. */
export function scoreRows(matrix: Matrix, fit: LinearFit, value?: Float32Array): Float32Array {
  const scores = new Float32Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1) {
    let raw = 0;
    let norm = 0;
    for (let at = matrix.start[row]!; at < matrix.start[row + 1]!; at += 1) {
      const col = matrix.cols[at]!;
      const entry = value ? value[col]! : 1;
      raw += fit.weights[col]! * entry;
      norm += entry * entry;
    }
    scores[row] = (norm > 0 ? raw / Math.sqrt(norm) : 0) + fit.bias;
  }
  return scores;
}

/** Platt calibration: a and b so that P = 1/(1+exp(-(a·score+b))) fits the labels best (Newton steps). */
export function calibrate(scores: ArrayLike<number>, y: ArrayLike<number>): { a: number; b: number } {
  let a = 1;
  let b = 0;
  for (let step = 0; step < 60; step += 1) {
    let ga = -1e-3 * (a - 1);
    let gb = 0;
    let haa = 1e-3;
    let hab = 0;
    let hbb = 1e-6;
    for (let row = 0; row < scores.length; row += 1) {
      const score = scores[row]!;
      const p = 1 / (1 + Math.exp(-(a * score + b)));
      const miss = (y[row]! > 0 ? 1 : 0) - p;
      const spread = p * (1 - p);
      ga += miss * score;
      gb += miss;
      haa += spread * score * score;
      hab += spread * score;
      hbb += spread;
    }
    const det = haa * hbb - hab * hab;
    if (!(Math.abs(det) > 1e-12)) break;
    const da = (hbb * ga - hab * gb) / det;
    const db = (haa * gb - hab * ga) / det;
    a += Math.max(-2, Math.min(2, da));
    b += Math.max(-2, Math.min(2, db));
    if (Math.abs(da) + Math.abs(db) < 1e-6) break;
  }
  return { a, b };
}
