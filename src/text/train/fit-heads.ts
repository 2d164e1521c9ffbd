// Fits the sparse heads on folds 0-7, calibrates and picks thresholds on fold 8, and packs them into rows.
import { HEAD_BUCKETS, type SparseHead } from '../model.ts';
import type { FittedSentiment } from './fit-sentiment.ts';
import { abuseTask } from './heads/abuse.ts';
import { aspectFit } from './heads/aspect.ts';
import { emotionTask } from './heads/emotion.ts';
import { factualTask } from './heads/factual.ts';
import type { HeadTask } from './heads/head-task.ts';
import { intentFit } from './heads/intent.ts';
import { spamTask } from './heads/spam.ts';
import { toneFit } from './heads/tone.ts';
import { urgencyTask } from './heads/urgency.ts';
import { largestWeights, packLargest } from './largest-weights.ts';
import { buildMatrix, calibrate, fitLinear, pickRows, scoreRows } from './linear.ts';

const HEAD_BITS = 18;

export interface FittedHead {
  head: SparseHead;
  weights: Int8Array;
  /** Precision, recall and F1 of the positive answer on fold 8. */
  dev: { rows: number; positives: number; precision: number; recall: number; f1: number };
}

/** A family that is fitted by its own file. */
export interface OwnFit {
  /** @param sentiment what was fitted before, for a decision that hears it. */
  fit(log: (line: string) => void, sentiment: FittedSentiment): FittedHead[];
}

/** Families of heads in the order of the file; a family is fitted alone with `--only NAME`. */
export const HEAD_FAMILIES: Readonly<Record<string, () => HeadTask | OwnFit>> = {
  tone: toneFit,
  spam: spamTask,
  abuse: abuseTask,
  urgency: urgencyTask,
  factual: factualTask,
  emotion: emotionTask,
  aspect: aspectFit,
  intent: intentFit,
};

/** Fits the named families (all by default). */
export function fitHeads(
  log: (line: string) => void,
  sentiment: FittedSentiment,
  families = Object.keys(HEAD_FAMILIES),
): FittedHead[] {
  const out: FittedHead[] = [];
  for (const family of families) {
    const task = HEAD_FAMILIES[family]!();
    if ('fit' in task) {
      out.push(...task.fit(log, sentiment));
      continue;
    }
    const matrix = buildMatrix(
      task.rows.map((item) => item.text),
      HEAD_BITS,
    );
    const trainAt = task.rows.flatMap((item, index) => (item.fold < 8 ? [index] : []));
    const devAt = task.rows.flatMap((item, index) => (item.fold === 8 ? [index] : []));
    const train = pickRows(matrix, trainAt);
    const dev = pickRows(matrix, devAt);
    for (const name of task.names) {
      const labels = task.labels.get(name)!;
      const fitted = fitOne(
        name,
        task,
        train,
        Int8Array.from(trainAt, (at) => labels[at]!),
        trainAt.map((at) => task.rows[at]!.weight ?? 1),
        dev,
        Int8Array.from(devAt, (at) => labels[at]!),
      );
      out.push(fitted);
      const { positives, precision, recall, f1 } = fitted.dev;
      log(`${name}: dev positives ${positives}, P ${pct(precision)} R ${pct(recall)} F1 ${pct(f1)}`);
    }
  }
  return out;
}

function fitOne(
  name: string,
  task: HeadTask,
  train: ReturnType<typeof buildMatrix>,
  y: Int8Array,
  worth: readonly number[],
  dev: ReturnType<typeof buildMatrix>,
  devY: Int8Array,
): FittedHead {
  const positives = y.reduce((sum, label) => sum + (label > 0 ? 1 : 0), 0);
  const share = positives / y.length;
  const cost = Float32Array.from(
    y,
    (label, at) => worth[at]! * Math.min(4, Math.max(0.4, 0.5 / Math.max(1e-3, label > 0 ? share : 1 - share))),
  );
  const plain = fitLinear(train, y, cost, { c: task.c, epochs: 12 });
  const kept = largestWeights(plain.weights, task.keep);
  // The largest weights are not cut: doing so costs more than the coarser steps of the small ones.
  const scale = (kept.sizes[0] ?? 1) / 127;
  const weights = packLargest(plain.weights, kept.at, scale, HEAD_BUCKETS);
  const quantised = { weights: Float32Array.from(weights, (weight) => weight * scale), bias: plain.bias };
  const scores = scoreRows(dev, quantised);
  const { a, b } = calibrate(scores, devY);
  const best = bestThreshold(scores, devY);
  return {
    head: { name, scale, bias: plain.bias, plattA: a, plattB: b, threshold: best.threshold },
    weights,
    dev: { rows: devY.length, ...best },
  };
}

/** The raw score above which the positive answer has the best F1. */
function bestThreshold(scores: Float32Array, y: Int8Array) {
  const order = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]!);
  const positives = y.reduce((sum, label) => sum + (label > 0 ? 1 : 0), 0);
  let hits = 0;
  let best = { threshold: 0, positives, precision: 0, recall: 0, f1: -1 };
  order.forEach((row, index) => {
    if (y[row]! > 0) hits += 1;
    const precision = hits / (index + 1);
    const recall = positives > 0 ? hits / positives : 0;
    const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
    const next = order[index + 1];
    if (f1 > best.f1) {
      const threshold = next === undefined ? scores[row]! - 0.01 : (scores[row]! + scores[next]!) / 2;
      best = { threshold, positives, precision, recall, f1 };
    }
  });
  return best;
}

export function pct(value: number): string {
  return (value * 100).toFixed(1);
}
