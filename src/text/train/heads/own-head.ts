// Fits one head in ratio form and reports how it does, for the families that choose their own rows and costs.
import type { FittedHead } from '../fit-heads.ts';
import { buildMatrix, calibrate, type Matrix, pickRows, scoreRows } from '../linear.ts';
import { fitRatio, quantise } from './ratio-fit.ts';

const HEAD_BITS = 18;

export interface OwnRow {
  text: string;
  y: 1 | -1;
  /** Weight of a mistake on this row. */
  cost: number;
  /** Learned from, measured on (never learned from), or neither. */
  use: 'train' | 'dev' | 'neither';
}

/**
 * @param even whether the probability 0.5 shall lie at the raw score 0, where the machine itself decides, instead of
 * where the share of the rows at hand puts it. `bar` is the raw score from which the printed figures count a yes.
 */
export function fitOwnHead(
  name: string,
  rows: readonly OwnRow[],
  options: { c: number; keep: number; even: boolean; bar?: number },
): FittedHead {
  const matrix = buildMatrix(
    rows.map((row) => row.text),
    HEAD_BITS,
  );
  const trainAt = rows.flatMap((row, at) => (row.use === 'train' ? [at] : []));
  const devAt = rows.flatMap((row, at) => (row.use === 'dev' ? [at] : []));
  const y = Int8Array.from(trainAt, (at) => rows[at]!.y);
  const cost = Float32Array.from(trainAt, (at) => rows[at]!.cost);
  const fit = fitRatio(pickRows(matrix, trainAt), y, cost, options.c);
  const { packed, scale, weights } = quantise(fit, options.keep);
  const dev: Matrix = pickRows(matrix, devAt);
  const devY = Int8Array.from(devAt, (at) => rows[at]!.y);
  const scores = scoreRows(dev, { weights, bias: fit.bias });
  const { a, b } = calibrate(scores, devY);
  let hit = 0;
  let given = 0;
  let wanted = 0;
  const bar = options.bar ?? 0;
  scores.forEach((score, row) => {
    if (score > bar) given += 1;
    if (devY[row]! > 0) wanted += 1;
    if (score > bar && devY[row]! > 0) hit += 1;
  });
  const precision = given > 0 ? hit / given : 0;
  const recall = wanted > 0 ? hit / wanted : 0;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return {
    head: { name, scale, bias: fit.bias, plattA: a, plattB: options.even ? 0 : b, threshold: bar },
    weights: packed,
    dev: { rows: devY.length, positives: wanted, precision, recall, f1 },
  };
}
