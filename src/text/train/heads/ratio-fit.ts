// Fits a head whose weights carry log ratios inside, so that the engine needs no second table to apply it.

import { seeded, shuffle } from '../../../kit/seeded.ts';
import { HEAD_BUCKETS } from '../../model.ts';
import { largestWeights, packLargest } from '../largest-weights.ts';
import { logRatios, type Matrix, withValues } from '../linear.ts';
import { fetchRows } from '../row-order.ts';

export interface RatioFit {
  /** Ready to be added up and divided by the root of the number of distinct n-grams. */
  weights: Float32Array;
  bias: number;
}

/**
 * Squared-hinge support vector machine by dual coordinate descent over inputs |log ratio| / √(n-grams of the row).
 * @param y 1 or -1 by row. @param cost weight of each row. @param c cost of a mistake.
 */
export function fitRatio(matrix: Matrix, y: Int8Array, cost: Float32Array, c: number, epochs = 12): RatioFit {
  const value = logRatios(matrix, y, cost);
  for (let at = 0; at < value.length; at += 1) value[at] = Math.abs(value[at]!);
  const { rows, start, cols } = matrix;
  const pairs = withValues(value);
  const alpha = new Float64Array(rows);
  const inverse = new Float64Array(rows);
  const square = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const size = start[row + 1]! - start[row]!;
    inverse[row] = size > 0 ? 1 / Math.sqrt(size) : 0;
    let sum = 0;
    for (let at = start[row]!; at < start[row + 1]!; at += 1) sum += value[cols[at]!]! ** 2;
    square[row] = size > 0 ? sum / size + 1 : 1;
  }
  const order = Uint32Array.from({ length: rows }, (_, index) => index);
  const random = seeded(7);
  let bias = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (let index = 0; index < rows; index += 1) {
      fetchRows(matrix, order, index);
      const row = order[index]!;
      const inv = inverse[row]!;
      if (inv === 0) continue;
      const first = start[row]!;
      const last = start[row + 1]!;
      let raw = 0;
      for (let at = first; at < last; at += 1) raw += pairs[2 * cols[at]!]! * pairs[2 * cols[at]! + 1]!;
      const label = y[row]!;
      const damp = 0.5 / (c * cost[row]!);
      const gradient = label * (raw * inv + bias) - 1 + alpha[row]! * damp;
      const next = Math.max(0, alpha[row]! - gradient / (square[row]! + damp));
      const delta = (next - alpha[row]!) * label;
      if (delta === 0) continue;
      alpha[row] = next;
      const step = delta * inv;
      for (let at = first; at < last; at += 1) pairs[2 * cols[at]!]! += step * pairs[2 * cols[at]! + 1]!;
      bias += delta;
    }
  }
  const weights = value.map((one, at) => pairs[2 * at]! * one);
  return { weights, bias };
}

/** Keeps the largest weights and rounds them to bytes: what is stored, and the same as numbers again. */
export function quantise(fit: RatioFit, keep: number): { packed: Int8Array; scale: number; weights: Float32Array } {
  const { at, sizes } = largestWeights(fit.weights, keep);
  let squares = 0;
  for (const size of sizes) squares += size ** 2;
  const scale = Math.min(sizes[0] ?? 1, 16 * Math.sqrt(squares / Math.max(1, sizes.length))) / 127;
  const packed = packLargest(fit.weights, at, scale, HEAD_BUCKETS);
  return { packed, scale, weights: Float32Array.from(packed, (weight) => weight * scale) };
}
