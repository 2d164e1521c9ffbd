// Fits aspect heads on texts and their clauses, then how far head and word lists are believed together, by cross-validation.
import { AspectEvidence, aspectOfTag, blended } from '../../aspect-evidence.ts';
import { ClauseHeads, clauseRows, tagRows } from '../../clause-heads.ts';
import type { Aspect } from '../../judge.contract.ts';
import { ASPECTS } from '../../judge.contract.ts';
import { sentimentTags } from '../../judge-sentiment.ts';
import { findThemes, themeTags } from '../../judge-themes.ts';
import { HEAD_BUCKETS, type SparseHead } from '../../model.ts';
import { Reading } from '../../reading.ts';
import type { FittedHead } from '../fit-heads.ts';
import { largestWeights, packLargest } from '../largest-weights.ts';
import { buildMatrix, calibrate, fitLinear, type Matrix, pickRows, scoreRows } from '../linear.ts';
import { packHeads } from '../pack-heads.ts';
import { bestCut, count, pct } from './aspect-counts.ts';
import { fitLogistic } from './logistic.ts';

const GROUPS = 5;

/** A text or one of its clauses, for the heads. */
export interface LinearRow {
  text: string;
  fold: number;
  weight: number;
  /** By head name without its prefix: 1 holds, -1 does not; absent when nobody looked. */
  says: ReadonlyMap<string, 1 | -1>;
}

/** A whole text with all its aspects, for the blend. */
export interface BlendText {
  text: string;
  fold: number;
  aspects: ReadonlySet<Aspect>;
  /** Kind of voice, for the figures. */
  part?: string;
}

export const groupOf = (fold: number) => fold % GROUPS;

/** Everything the engine sees in a text before it decides on aspects; shared by all fits. */
export class TrainingReader {
  readonly reading = new Reading();
  readonly evidence = new AspectEvidence();
  private readonly aspectOf = aspectOfTag(this.reading);
  private readonly sides = sentimentTags(this.reading);
  private readonly themes = themeTags(this.reading);

  run(text: string, heads: ClauseHeads): void {
    this.reading.run(text);
    heads.run(this.reading);
    this.evidence.run(this.reading, this.aspectOf, this.sides, findThemes(this.reading, this.themes));
  }

  /** The clauses of a text in their original spelling. */
  clauses(text: string): string[] {
    this.reading.run(text);
    return Array.from({ length: this.reading.clauses }, (_, clause) => text.slice(...this.reading.clauseSpan(clause)));
  }
}

/** How a head is fitted and stored. */
export interface HeadOptions {
  c: number;
  /** How many of the largest weights are kept, and how many rounds over all rows (12). */
  keep: number;
  epochs?: number;
  /**
   * Weights beyond so many times their spread are cut to it, which leaves more steps for the small ones. For sides, where many
   * small words add up; never for aspects, where one word like "物流" decides alone.
   */
  top?: number;
}

/** Costs with which both answers come near to balance. */
export function balanced(cost: ArrayLike<number>, y: Int8Array): Float32Array {
  let yes = 0;
  let all = 0;
  for (let row = 0; row < y.length; row += 1) {
    all += cost[row]!;
    if (y[row]! > 0) yes += cost[row]!;
  }
  const share = Math.min(1 - 1e-3, Math.max(1e-3, yes / Math.max(1, all)));
  return Float32Array.from(
    cost,
    (one, row) => one * Math.min(4, Math.max(0.4, 0.5 / (y[row]! > 0 ? share : 1 - share))),
  );
}

/** A sparse int8 head over the given rows. */
export function fitHead(
  name: string,
  matrix: Matrix,
  rows: readonly LinearRow[],
  at: readonly number[],
  options: HeadOptions,
): { head: SparseHead; weights: Int8Array } {
  const key = name.slice(name.lastIndexOf('.') + 1);
  const known = at.filter((row) => rows[row]!.says.has(key));
  const y = Int8Array.from(known, (row) => rows[row]!.says.get(key)!);
  const cost = balanced(
    known.map((row) => rows[row]!.weight),
    y,
  );
  const fit = fitLinear(pickRows(matrix, known), y, cost, { c: options.c, epochs: options.epochs ?? 12 });
  const kept = largestWeights(fit.weights, options.keep);
  const square = kept.sizes.reduce((sum, size) => sum + size ** 2, 0);
  const spread = Math.sqrt(square / Math.max(1, kept.sizes.length)) || 1;
  const largest = kept.sizes[0] ?? 1;
  const scale = Math.min(largest, (options.top ?? Number.POSITIVE_INFINITY) * spread) / 127;
  const weights = packLargest(fit.weights, kept.at, scale, HEAD_BUCKETS);
  return { head: { name, scale, bias: fit.bias, plattA: 1, plattB: 0, threshold: 0 }, weights };
}

const HEAD_BITS = 18;
export const linearMatrix = (rows: readonly LinearRow[]) => buildMatrix(rows.map(textOf), HEAD_BITS);
const textOf = ({ text }: LinearRow) => text;

/** Rows of texts exactly as the engine will see them, clause by clause. */
export function clauseMatrix(rows: readonly LinearRow[], reading: Reading): Matrix {
  const tags = tagRows(reading.matcher.tags);
  const start = new Uint32Array(rows.length + 1);
  const cols: number[] = [];
  rows.forEach((row, index) => {
    reading.run(row.text);
    clauseRows(reading, tags, cols);
    start[index + 1] = cols.length;
  });
  return { start, cols: Uint32Array.from(cols), rows: rows.length, buckets: HEAD_BUCKETS };
}

/** Heads `prefix + aspect` with their blends and thresholds, all judged by texts they were not fitted on. */
export function fitAspects(
  prefix: string,
  aspects: readonly Aspect[],
  rows: readonly LinearRow[],
  texts: readonly BlendText[],
  options: HeadOptions & { prior: number },
  log: (line: string) => void,
): FittedHead[] {
  const reader = new TrainingReader();
  const matrix = clauseMatrix(rows, reader.reading);
  const parts = [...new Set(texts.map(({ part }) => part ?? ''))];
  const byPart = parts.map(() => ({ hits: 0, given: 0, wanted: 0 }));
  const fitOn = (use: (fold: number) => boolean) => {
    const at = rows.flatMap((row, index) => (use(row.fold) ? [index] : []));
    return aspects.map((aspect) => fitHead(prefix + aspect, matrix, rows, at, options));
  };
  const numbers: Float64Array[][] = aspects.map(() => []);
  const labels: number[][] = aspects.map(() => []);
  const groups: number[] = [];
  const read = (
    heads: ReturnType<typeof fitOn>,
    some: readonly BlendText[],
    onto: Float64Array[][],
    says: number[][],
  ) => {
    const clauseHeads = new ClauseHeads({ heads: heads.map(({ head }) => head), ...packHeads(heads) });
    for (const text of some) {
      reader.run(text.text, clauseHeads);
      aspects.forEach((aspect, index) => {
        reader.evidence.fill(ASPECTS.indexOf(aspect), clauseHeads, index);
        onto[index]!.push(reader.evidence.numbers.slice());
        says[index]!.push(text.aspects.has(aspect) ? 1 : -1);
      });
    }
  };
  for (let group = 0; group < GROUPS; group += 1) {
    const held = texts.filter(({ fold }) => fold < 8 && groupOf(fold) === group);
    read(
      fitOn((fold) => fold < 8 && groupOf(fold) !== group),
      held,
      numbers,
      labels,
    );
    for (const text of held) groups.push(parts.indexOf(text.part ?? '') * GROUPS + group);
  }
  const final = fitOn((fold) => fold < 8);
  const devNumbers: Float64Array[][] = aspects.map(() => []);
  const devLabels: number[][] = aspects.map(() => []);
  read(
    final,
    texts.filter(({ fold }) => fold === 8),
    devNumbers,
    devLabels,
  );
  let hits = 0;
  let given = 0;
  let wanted = 0;
  const fitted = aspects.map((aspect, index): FittedHead => {
    const blend = fitLogistic(numbers[index]!, labels[index]!, options.prior);
    const scores = crossed(numbers[index]!, labels[index]!, groups, blend, options.prior);
    const threshold = bestCut(scores, labels[index]!);
    const own = count(scores, labels[index]!, threshold);
    const dev = count(
      devNumbers[index]!.map((row) => blended(blend, row)),
      devLabels[index]!,
      threshold,
    );
    scores.forEach((score, row) => {
      const cell = byPart[Math.floor(groups[row]! / GROUPS)]!;
      const holds = labels[index]![row]! > 0;
      if (score > threshold) cell.given += 1;
      if (holds) cell.wanted += 1;
      if (score > threshold && holds) cell.hits += 1;
    });
    hits += own.hits;
    given += own.given;
    wanted += own.positives;
    log(
      `${prefix}${aspect}: folds ${own.positives} F1 ${pct(own.f1)}; dev ${dev.positives} P ${pct(dev.precision)} R ${pct(dev.recall)} F1 ${pct(dev.f1)}`,
    );
    const { head, weights } = final[index]!;
    const rounded = blend.map((weight) => Math.round(weight * 1000) / 1000);
    return { head: { ...head, threshold: Math.round(threshold * 1000) / 1000, blend: rounded }, weights, dev };
  });
  const kinds = byPart.map(
    (cell, at) => `${parts[at]} ${pct((2 * cell.hits) / Math.max(1, cell.given + cell.wanted))}`,
  );
  log(`${prefix}*: folds micro F1 ${pct((2 * hits) / Math.max(1, given + wanted))} ${kinds.join(', ')}`);
  return fitted;
}

/** The blended score of every row under weights that were fitted without its group. */
function crossed(
  numbers: readonly Float64Array[],
  labels: readonly number[],
  groups: readonly number[],
  start: readonly number[],
  prior: number,
): number[] {
  const scores = new Array<number>(numbers.length).fill(0);
  for (let group = 0; group < GROUPS; group += 1) {
    const rest = numbers.flatMap((_, row) => (groups[row]! % GROUPS === group ? [] : [row]));
    const blend = fitLogistic(
      rest.map((row) => numbers[row]!),
      rest.map((row) => labels[row]!),
      prior,
      undefined,
      start,
    );
    numbers.forEach((row, at) => {
      if (groups[at]! % GROUPS === group) scores[at] = blended(blend, row);
    });
  }
  return scores;
}

/** A head of its own beside the aspects (gate, side), calibrated by rows it was not fitted on. */
export function fitPlain(
  name: string,
  rows: readonly LinearRow[],
  reading: Reading,
  options: HeadOptions,
  log: (line: string) => void,
): FittedHead {
  const matrix = clauseMatrix(rows, reading);
  const key = name.slice(name.lastIndexOf('.') + 1);
  const at = rows.flatMap((row, index) => (row.fold < 8 ? [index] : []));
  const held = at.filter((row) => groupOf(rows[row]!.fold) === 0);
  const label = (row: number) => rows[row]!.says.get(key)!;
  const part = fitHead(
    name,
    matrix,
    rows,
    at.filter((row) => groupOf(rows[row]!.fold) !== 0),
    options,
  );
  const heldScores = scoresOf(matrix, held, part);
  const { a, b } = calibrate(heldScores, held.map(label));
  const own = count(
    Array.from(heldScores, (score) => a * score + b),
    held.map(label),
    0,
  );
  const final = fitHead(name, matrix, rows, at, options);
  const devAt = rows.flatMap((row, index) => (row.fold === 8 ? [index] : []));
  const dev = count(
    Array.from(scoresOf(matrix, devAt, final), (score) => a * score + b),
    devAt.map(label),
    0,
  );
  log(
    `${name}: held ${own.positives} of ${own.rows} F1 ${pct(own.f1)}; dev ${dev.positives} P ${pct(dev.precision)} R ${pct(dev.recall)} F1 ${pct(dev.f1)}`,
  );
  return { head: { ...final.head, plattA: a, plattB: b }, weights: final.weights, dev };
}

/** Raw scores of the quantised head. */
export function scoresOf(
  matrix: Matrix,
  at: readonly number[],
  fitted: { head: SparseHead; weights: Int8Array },
): Float32Array {
  const weights = Float32Array.from(fitted.weights, (weight) => weight * fitted.head.scale);
  return scoreRows(pickRows(matrix, at), { weights, bias: fitted.head.bias });
}
