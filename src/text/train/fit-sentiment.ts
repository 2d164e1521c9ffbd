// Fits the sentiment head on the pooled sets and packs it into one byte of weight and one of ratio a bucket.
import { SENTIMENT_BUCKETS, type SentimentHead } from '../model.ts';
import { buildMatrix, calibrate, fitLinear, logRatios, type Matrix, pickRows } from './linear.ts';
import { balancedCost, type LabelledText } from './sentiment-rows.ts';

export const SENTIMENT_C = 0.25;
const RATIO_CAP = 6;

export interface FittedSentiment {
  head: SentimentHead;
  packed: Uint16Array;
}

/** Matrix of all rows, built once and shared by the fits of an evaluation. */
export function sentimentMatrix(rows: readonly LabelledText[]): Matrix {
  return buildMatrix(rows.map((row) => row.text));
}

/** Fits on `trainAt`, calibrates on `devAt` (row numbers of `rows`). */
export function fitSentiment(
  rows: readonly LabelledText[],
  matrix: Matrix,
  trainAt: readonly number[],
  devAt: readonly number[],
): FittedSentiment {
  const train = pickRows(matrix, trainAt);
  const y = Int8Array.from(trainAt, (at) => rows[at]!.y);
  const cost = balancedCost(trainAt.map((at) => rows[at]!));
  const ratio = logRatios(train, y, cost);
  const fit = fitLinear(train, y, cost, { c: SENTIMENT_C, value: ratio, epochs: 10 });
  const ratioScale = RATIO_CAP / 255;
  let largest = 0;
  for (let bucket = 0; bucket < SENTIMENT_BUCKETS; bucket += 1) {
    largest = Math.max(largest, Math.abs(fit.weights[bucket]! * ratio[bucket]!));
  }
  const weightScale = largest / (127 * 127);
  const packed = new Uint16Array(SENTIMENT_BUCKETS);
  const seen = new Uint8Array(SENTIMENT_BUCKETS);
  for (const col of train.cols) seen[col] = 1;
  for (let bucket = 0; bucket < SENTIMENT_BUCKETS; bucket += 1) {
    const product = seen[bucket] ? fit.weights[bucket]! * ratio[bucket]! : 0;
    const weight = Math.sign(product) * Math.min(127, Math.round(Math.sqrt(Math.abs(product) / weightScale)));
    const size = seen[bucket] ? Math.min(255, Math.round(Math.abs(ratio[bucket]!) / ratioScale)) : 0;
    packed[bucket] = ((weight + 128) << 8) | size;
  }
  const head = { weightScale, ratioScale, bias: fit.bias, plattA: 1, plattB: 0 };
  const scores = scorePacked(pickRows(matrix, devAt), { head, packed });
  const platt = calibrate(
    scores,
    devAt.map((at) => rows[at]!.y),
  );
  return { head: { ...head, plattA: platt.a, plattB: 0 }, packed };
}

/** Raw scores of rows under the packed head, the way the engine computes them. */
export function scorePacked(matrix: Matrix, fitted: FittedSentiment): Float32Array {
  const { head, packed } = fitted;
  const out = new Float32Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1) {
    let sum = 0;
    let norm = 0;
    for (let at = matrix.start[row]!; at < matrix.start[row + 1]!; at += 1) {
      const cell = packed[matrix.cols[at]!]!;
      const weight = (cell >> 8) - 128;
      sum += weight * Math.abs(weight);
      norm += (cell & 0xff) * (cell & 0xff);
    }
    out[row] = (norm > 0 ? (sum * head.weightScale) / (Math.sqrt(norm) * head.ratioScale) : 0) + head.bias;
  }
  return out;
}
