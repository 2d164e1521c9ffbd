// Fits the linear readers of the live head: one yes or no, or one of many, over hashed pieces.
import { seeded } from '../../../kit/seeded.ts';
import { LIVE_ROWS, LiveFeatures } from '../../short/live-features.ts';
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
  const { start, rows } = matrix;
  const { rate, hold } = options;
  const weights = new Float32Array(LIVE_ROWS * outputs);
  const squares = new Float32Array(LIVE_ROWS * outputs).fill(1e-2);
  const bias = new Float32Array(outputs);
  const biasSquares = new Float32Array(outputs).fill(1e-2);
  const order = Uint32Array.from(targets, (_, at) => at);
  const random = seeded(5);
  const raw = new Float64Array(outputs);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const kept = order[at]!;
      order[at] = order[other]!;
      order[other] = kept;
    }
    for (const at of order) {
      const { line, target, cost } = targets[at]!;
      const from = start[line]!;
      const to = start[line + 1]!;
      if (to === from) continue;
      const scale = 1 / Math.sqrt(to - from);
      scoreLine(matrix, line, weights, bias, raw);
      intoMisses(raw, target, cost);
      for (let k = 0; k < outputs; k += 1) {
        const miss = raw[k]!;
        biasSquares[k]! += miss * miss;
        bias[k]! += (rate * miss) / Math.sqrt(biasSquares[k]!);
      }
      for (let place = from; place < to; place += 1) {
        for (let k = 0, cell = rows[place]! * outputs; k < outputs; k += 1, cell += 1) {
          const slope = raw[k]! * scale - hold * weights[cell]!;
          squares[cell]! += slope * slope;
          weights[cell]! += (rate * slope) / Math.sqrt(squares[cell]!);
        }
      }
    }
  }
  return { outputs, weights, bias };
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
  for (const [at, line] of lines.entries()) {
    scoreLine(matrix, line, fit.weights, fit.bias, raw);
    out.set(raw, at * fit.outputs);
  }
  return out;
}

/** The `keep` largest weights as signed bytes; all others are 0. */
export function quantiseLive(weights: Float32Array, keep: number): { packed: Int8Array; scale: number } {
  const sizes = weights.map((weight) => Math.abs(weight)).sort();
  const least = sizes[Math.max(0, sizes.length - keep)]!;
  // The few largest are cut, so that the many small ones keep their steps.
  const most = sizes[Math.max(0, sizes.length - 1 - Math.floor(keep / 500))]! || 1;
  const scale = most / 127;
  const packed = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    if (Math.abs(weights[at]!) >= least) packed[at] = Math.max(-127, Math.min(127, Math.round(weights[at]! / scale)));
  }
  return { packed, scale };
}
