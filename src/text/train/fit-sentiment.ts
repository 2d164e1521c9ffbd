// Fits the sentiment head, Chinese and English each on their own, and packs it into one byte of weight and one of ratio a bucket.
import { LATIN_BASE } from '../features.ts';
import { SENTIMENT_BUCKETS, type SentimentHead, type SentimentScale } from '../model.ts';
import { buildMatrix, calibrate, crowd, fitLinear, keepFrequent, logRatios, type Matrix, pickRows } from './linear.ts';
import { balancedCost, type LabelledText } from './sentiment-rows.ts';

/** How one script is fitted; chosen on folds 2-7 and on left-out categories. */
interface ScriptFit {
  c: number;
  /** Added to each count before the log ratio. */
  smooth: number;
  /** N-grams seen in fewer rows are left out: they say little and cost as much as others. */
  least: number;
}

const OTHER: ScriptFit = { c: 0.25, smooth: 1, least: 5 };
const LATIN: ScriptFit = { c: 0.3, smooth: 3, least: 2 };
const RATIO_CAP = 6;
/** Steps of a stored weight's square root and of a stored ratio: finer ones change no decision and cost half a megabyte. */
const WEIGHT_STEPS = 40;
const RATIO_STEPS = 40;

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
  const packed = new Uint16Array(SENTIMENT_BUCKETS).fill(128 << 8);
  const isLatin = (at: number) => isLatinRow(matrix, at);
  const other = fitScript(
    rows,
    matrix,
    trainAt.filter((at) => !isLatin(at)),
    OTHER,
    packed,
  );
  const latin = fitScript(rows, matrix, trainAt.filter(isLatin), LATIN, packed);
  const plain = { ...other, plattA: 1, plattB: 0, latin };
  const slope = (at: readonly number[]) =>
    at.length === 0
      ? 1
      : calibrate(
          scorePacked(pickRows(matrix, at), { head: plain, packed }),
          at.map((row) => rows[row]!.y),
        ).a;
  const plattA = slope(devAt.filter((at) => !isLatin(at)));
  // English is stored on the scale of Chinese, so that one raw score means one probability whatever the script.
  const stretch = slope(devAt.filter(isLatin)) / plattA;
  return {
    head: {
      ...other,
      plattA,
      plattB: 0,
      latin: { ...latin, weightScale: latin.weightScale * stretch, bias: latin.bias * stretch },
    },
    packed,
  };
}

function fitScript(
  rows: readonly LabelledText[],
  matrix: Matrix,
  trainAt: readonly number[],
  how: ScriptFit,
  packed: Uint16Array,
): SentimentScale {
  const ratioScale = RATIO_CAP / RATIO_STEPS;
  if (trainAt.length === 0) return { weightScale: 0, ratioScale, bias: 0 };
  const train = keepFrequent(pickRows(matrix, trainAt), how.least);
  const y = Int8Array.from(trainAt, (at) => rows[at]!.y);
  const cost = balancedCost(trainAt.map((at) => rows[at]!));
  const ratio = logRatios(train, y, cost, how.smooth);
  const near = crowd(train);
  const value = Float32Array.from(near.bucketOf, (bucket) => ratio[bucket]!);
  const fit = fitLinear(near.matrix, y, cost, { c: how.c, value, epochs: 10 });
  let largest = 0;
  for (let place = 0; place < value.length; place += 1)
    largest = Math.max(largest, Math.abs(fit.weights[place]! * value[place]!));
  const weightScale = largest / (WEIGHT_STEPS * WEIGHT_STEPS) || 1;
  for (let place = 0; place < value.length; place += 1) {
    const size = Math.min(RATIO_STEPS, Math.round(Math.abs(value[place]!) / ratioScale));
    const product = size === 0 ? 0 : fit.weights[place]! * value[place]!;
    const weight = Math.sign(product) * Math.round(Math.sqrt(Math.abs(product) / weightScale));
    packed[near.bucketOf[place]!] = ((weight + 128) << 8) | size;
  }
  return { weightScale, ratioScale, bias: fit.bias };
}

function isLatinRow(matrix: Matrix, row: number): boolean {
  const first = matrix.start[row]!;
  return first < matrix.start[row + 1]! && matrix.cols[first]! >= LATIN_BASE;
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
    const { weightScale, ratioScale, bias } = (isLatinRow(matrix, row) ? head.latin : null) ?? head;
    out[row] = (norm > 0 ? (sum * weightScale) / (Math.sqrt(norm) * ratioScale) : 0) + bias;
  }
  return out;
}
