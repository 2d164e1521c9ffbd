// Fits the linear readers of the live head: one yes or no, or one of many, over hashed pieces.
import { seeded, shuffle } from '../../../kit/seeded.ts';
import { LIVE_ROWS, LiveFeatures } from '../../short/live-features.ts';
import { largestWeights } from '../largest-weights.ts';
import { foldLive } from './live-fold.ts';

/** Lines as rows of pieces; a line owns rows[start[line] .. start[line + 1]). */
export interface LiveMatrix {
  lines: number;
  start: Uint32Array;
  rows: Uint32Array;
  /** Characters and words of each line. */
  units: Uint16Array;
}

export function liveMatrix(texts: readonly string[]): LiveMatrix {
  const features = new LiveFeatures();
  const start = new Uint32Array(texts.length + 1);
  const rows: number[] = [];
  const units = new Uint16Array(texts.length);
  for (let line = 0; line < texts.length; line += 1) {
    const { codes, length } = foldLive(texts[line]!);
    features.run(codes, length, null);
    for (let at = 0; at < features.size; at += 1) rows.push(features.rows[at]!);
    units[line] = features.units;
    start[line + 1] = rows.length;
  }
  return { lines: texts.length, start, rows: Uint32Array.from(rows), units };
}

/** Weights by `row * outputs + output`; a line's score is their sum divided by the root of its pieces, and the bias. */
export interface LiveFit {
  outputs: number;
  weights: Float32Array;
  bias: Float32Array;
}

export interface FitOptions {
  epochs: number;
  /** First step of a weight. */
  rate: number;
  /** How strongly weights are held near zero. */
  hold: number;
}

/** What a line counts for. */
export interface LiveTarget {
  /** Of the matrix. */
  line: number;
  /** 0 or 1 when there is one output, else the output it should have. */
  target: number;
  cost: number;
}

/** Logistic regression (one output) or softmax by AdaGrad over lines in a fixed random order. */
export function fitLive(
  matrix: LiveMatrix,
  targets: readonly LiveTarget[],
  outputs: number,
  options: FitOptions,
): LiveFit {
  const { rate, hold } = options;
  const { near, rowOf } = nearRows(matrix, targets);
  const { start, rows } = near;
  const weights = new Float32Array(rowOf.length * outputs);
  const squares = new Float32Array(rowOf.length * outputs).fill(1e-2);
  const bias = new Float32Array(outputs);
  const biasSquares = new Float32Array(outputs).fill(1e-2);
  const order = Uint32Array.from(targets, (_, at) => at);
  const random = seeded(5);
  const raw = new Float64Array(outputs);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const { line, target, cost } = targets[at]!;
      const from = start[line]!;
      const to = start[line + 1]!;
      if (to === from) continue;
      const scale = 1 / Math.sqrt(to - from);
      scoreLine(near, line, weights, bias, raw);
      intoMisses(raw, target, cost);
      for (let k = 0; k < outputs; k += 1) {
        const miss = raw[k]!;
        biasSquares[k]! += miss * miss;
        bias[k]! += (rate * miss) / Math.sqrt(biasSquares[k]!);
      }
      for (let k = 0; k < outputs; k += 1) raw[k] = raw[k]! * scale;
      for (let place = from; place < to; place += 1) {
        for (let k = 0, cell = rows[place]! * outputs; k < outputs; k += 1, cell += 1) {
          const weight = weights[cell]!;
          const slope = raw[k]! - hold * weight;
          const square = Math.fround(squares[cell]! + slope * slope);
          squares[cell] = square;
          weights[cell] = weight + (rate * slope) / Math.sqrt(square);
        }
      }
    }
  }
  const spread = new Float32Array(LIVE_ROWS * outputs);
  for (let at = 0; at < rowOf.length; at += 1)
    spread.set(weights.subarray(at * outputs, (at + 1) * outputs), rowOf[at]! * outputs);
  return { outputs, weights: spread, bias };
}

/**
 * The lines of the targets with their rows numbered as they come, so that the weights that are in use lie close together.
 * @returns `rowOf`: the old number of each new one.
 */
function nearRows(matrix: LiveMatrix, targets: readonly LiveTarget[]): { near: LiveMatrix; rowOf: Uint32Array } {
  const rows = new Uint32Array(matrix.rows.length);
  const rowOf = new Uint32Array(LIVE_ROWS);
  // One more than the new number; 0 for a row that was not met yet.
  const numbers = new Uint32Array(LIVE_ROWS);
  let size = 0;
  for (const { line } of targets) {
    for (let place = matrix.start[line]!; place < matrix.start[line + 1]!; place += 1) {
      const row = matrix.rows[place]!;
      if (numbers[row] === 0) {
        rowOf[size++] = row;
        numbers[row] = size;
      }
      rows[place] = numbers[row]! - 1;
    }
  }
  return { near: { ...matrix, rows }, rowOf: rowOf.subarray(0, size) };
}

/** Turns raw scores into what each output is off by, weighed. */
function intoMisses(raw: Float64Array, target: number, cost: number): void {
  if (raw.length === 1) {
    raw[0] = cost * (target - 1 / (1 + Math.exp(-raw[0]!)));
    return;
  }
  let most = raw[0]!;
  for (const value of raw) if (value > most) most = value;
  let sum = 0;
  for (let k = 0; k < raw.length; k += 1) {
    raw[k] = Math.exp(raw[k]! - most);
    sum += raw[k]!;
  }
  for (let k = 0; k < raw.length; k += 1) raw[k] = cost * ((k === target ? 1 : 0) - raw[k]! / sum);
}

function scoreLine(
  matrix: LiveMatrix,
  line: number,
  weights: Float32Array,
  bias: Float32Array,
  raw: Float64Array,
): void {
  const outputs = raw.length;
  const from = matrix.start[line]!;
  const to = matrix.start[line + 1]!;
  raw.fill(0);
  for (let place = from; place < to; place += 1)
    for (let k = 0, cell = matrix.rows[place]! * outputs; k < outputs; k += 1, cell += 1) raw[k]! += weights[cell]!;
  const scale = to > from ? 1 / Math.sqrt(to - from) : 0;
  for (let k = 0; k < outputs; k += 1) raw[k] = raw[k]! * scale + bias[k]!;
}

/** Raw scores of the named lines by `place * outputs + output`. */
export function scoreLive(matrix: LiveMatrix, fit: LiveFit, lines: readonly number[]): Float32Array {
  const raw = new Float64Array(fit.outputs);
  const out = new Float32Array(lines.length * fit.outputs);
  lines.forEach((line, at) => {
    scoreLine(matrix, line, fit.weights, fit.bias, raw);
    out.set(raw, at * fit.outputs);
  });
  return out;
}

/** The `keep` largest weights as signed bytes; all others are 0. */
export function quantiseLive(weights: Float32Array, keep: number): { packed: Int8Array; scale: number } {
  const { sizes } = largestWeights(weights, keep);
  const least = sizes[keep - 1] ?? 0;
  // The few largest are cut, so that the many small ones keep their steps.
  const most = sizes[Math.floor(keep / 500)] || 1;
  const scale = most / 127;
  const packed = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    if (Math.abs(weights[at]!) >= least) packed[at] = Math.max(-127, Math.min(127, Math.round(weights[at]! / scale)));
  }
  return { packed, scale };
}
