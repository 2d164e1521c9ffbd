// Rows of the tone heads: whether a text judges at all, asked apart of posts about life and of voices about goods.

import type { SentimentLabel } from '../../judge.contract.ts';
import { HEAD_BUCKETS, type SparseHead } from '../../model.ts';
import type { FittedHead, OwnFit } from '../fit-heads.ts';
import { readLabels } from '../labels/read-labels.ts';
import { readVoices } from '../labels/voices/read-voices.ts';
import { readWritten } from '../labels/written/read-written.ts';
import { largestWeights, packLargest } from '../largest-weights.ts';
import { buildMatrix, calibrate, fitLinear, type Matrix, pickRows, scoreRows } from '../linear.ts';
import { foldOf, type Row, readSet } from '../read-sets.ts';
import { every, serviceTurns } from './head-task.ts';
import { CALM_ENGLISH } from './tone-phrases-calm-en.ts';

/** One text for the tone heads and the decision above them. */
export interface ToneRow {
  text: string;
  /** 1 in favour, 0 neither, -1 against. */
  y: -1 | 0 | 1;
  source: string;
  /** A post about life rather than a voice about goods. */
  isSocial: boolean;
  fold: number;
}

const SOCIAL = 'smp2020_ewect';
const MOODS: Readonly<Record<string, -1 | 0 | 1>> = { '0': 0, '1': -1, '2': 1, '3': -1, '4': -1 };

/** What a row of a source counts in the heads about goods. */
const WORTH: Readonly<Record<string, number>> = {
  dianping_aste: 1,
  absa_zh_products: 1,
  acos_en: 1,
  mams_acsa_en: 1,
  zhijiang_makeup_absa: 0.5,
  online_shopping_10_cats: 0.4,
  waimai_10k: 0.4,
  amazon_polarity10k: 0.4,
  conversation_sentiment: 0.3,
  service: 0.2,
  requests: 0.2,
  labels: 0.5,
  room: 0.4,
  written: 0.5,
};

function oneSided(row: Row): -1 | 0 | 1 | null {
  const sides = new Set((row.a ?? []).map((tuple) => tuple[1]));
  return sides.size === 1 ? ([...sides][0] as -1 | 0 | 1) : null;
}

const sideOf = (label: SentimentLabel): -1 | 0 | 1 => (label === 'positive' ? 1 : label === 'negative' ? -1 : 0);
const twoSided = (row: Row) => (row.y === 1 || row.y === 'positive' ? 1 : -1);

/** Every row the tone heads learn from. */
export function toneRows(): ToneRow[] {
  const out: ToneRow[] = [];
  const add = (source: string, text: string, y: -1 | 0 | 1 | null | undefined, isSocial = false) => {
    if (y === null || y === undefined || text.trim() === '') return;
    out.push({ text, y, source, isSocial, fold: foldOf(text) });
  };
  for (const row of readSet(SOCIAL)) add(SOCIAL, row.t, MOODS[String(row.y)], true);
  for (const set of ['dianping_aste', 'absa_zh_products', 'zhijiang_makeup_absa', 'acos_en', 'mams_acsa_en']) {
    for (const row of readSet(set)) add(set, row.t, oneSided(row));
  }
  for (const set of ['online_shopping_10_cats', 'waimai_10k', 'amazon_polarity10k']) {
    for (const row of readSet(set)) add(set, row.t, twoSided(row));
  }
  readSet('conversation_sentiment').forEach((row, index) => {
    if (index % 4 === 0) add('conversation_sentiment', row.t, twoSided(row));
  });
  for (const text of serviceTurns(1)) add('service', text, 0);
  for (const set of ['clinc150', 'banking77']) for (const text of every(set, 6)) add('requests', text, 0);
  for (const row of [...readLabels(), ...readVoices().filter((one) => !one.isUnsure)]) {
    add(row.part === 'live' ? 'room' : 'labels', row.text, sideOf(row.sentiment));
  }
  for (const row of readWritten()) add(row.place === 'live' ? 'room' : 'written', row.text, sideOf(row.sentiment));
  for (const text of CALM_ENGLISH) add('written', text, 0);
  return out;
}

/** Texts that were read or written for us. */
const READ: ReadonlySet<string> = new Set(['labels', 'room', 'written']);
const isRead = (row: ToneRow) => READ.has(row.source);
const KEPT_FOLD = 7;
/** What was read has no eighth fold, so the decision learns from the seventh, which the heads leave out. */
export const isKept = (row: ToneRow) => isRead(row) && row.fold === KEPT_FOLD;

interface Question {
  name: string;
  /** 1 yes, -1 no, 0 not asked. */
  label(row: ToneRow): -1 | 0 | 1;
  keep: number;
}

const QUESTIONS: readonly Question[] = [
  { name: 'tone.social', label: (row) => (isRead(row) ? 0 : row.isSocial ? 1 : -1), keep: 15_000 },
  { name: 'tone.calm', label: (row) => (row.isSocial ? (row.y === 0 ? 1 : -1) : 0), keep: 40_000 },
  { name: 'tone.mood', label: (row) => (row.isSocial ? row.y : 0), keep: 40_000 },
  { name: 'tone.plain', label: (row) => (row.isSocial ? 0 : row.y === 0 ? 1 : -1), keep: 40_000 },
];
const HEAD_BITS = 18;
const C = 0.5;

export function toneMatrix(rows: readonly ToneRow[]): Matrix {
  return buildMatrix(
    rows.map((row) => row.text),
    HEAD_BITS,
  );
}

/** Fits the tone heads on the folds below `folds`, calibrates on the fold after. */
export function fitToneHeads(rows: readonly ToneRow[], matrix: Matrix, folds: number): FittedHead[] {
  return QUESTIONS.map((question) => {
    const at = (isTraining: boolean) =>
      rows.flatMap((row, index) =>
        (isTraining ? row.fold < folds && !isKept(row) : row.fold === folds) && question.label(row) !== 0
          ? [index]
          : [],
      );
    const trainAt = at(true);
    const devAt = at(false);
    const y = Int8Array.from(trainAt, (index) => question.label(rows[index]!));
    const fit = fitLinear(pickRows(matrix, trainAt), y, costs(rows, trainAt, y), { c: C, epochs: 12 });
    const kept = largestWeights(fit.weights, question.keep);
    // The largest weights are not cut: doing so costs more than the coarser steps of the small ones.
    const scale = (kept.sizes[0] ?? 127) / 127;
    const weights = packLargest(fit.weights, kept.at, scale, HEAD_BUCKETS);
    const scores = scoreRows(pickRows(matrix, devAt), {
      weights: Float32Array.from(weights, (weight) => weight * scale),
      bias: fit.bias,
    });
    const devY = devAt.map((index) => question.label(rows[index]!));
    const { a, b } = calibrate(scores, devY);
    const head: SparseHead = {
      name: question.name,
      scale,
      bias: fit.bias,
      plattA: a,
      plattB: b,
      threshold: 0,
    };
    return { head, weights, dev: count(scores, devY) };
  });
}

/** Both answers of a source are brought half-way to balance, then weighed by the worth of the source. */
function costs(rows: readonly ToneRow[], at: readonly number[], y: Int8Array): Float32Array {
  const yes = new Map<string, number>();
  const all = new Map<string, number>();
  at.forEach((row, index) => {
    const { source } = rows[row]!;
    all.set(source, (all.get(source) ?? 0) + 1);
    if (y[index]! > 0) yes.set(source, (yes.get(source) ?? 0) + 1);
  });
  return Float32Array.from(at, (row, index) => {
    const { source } = rows[row]!;
    const share = (yes.get(source) ?? 0) / all.get(source)!;
    const own = y[index]! > 0 ? share : 1 - share;
    return (WORTH[source] ?? 1) * (own === 1 ? 1 : Math.min(4, Math.sqrt(0.5 / own)));
  });
}

function count(scores: Float32Array, y: readonly number[]): FittedHead['dev'] {
  let hit = 0;
  let given = 0;
  let positives = 0;
  scores.forEach((score, index) => {
    if (score > 0) given += 1;
    if (y[index]! > 0) positives += 1;
    if (score > 0 && y[index]! > 0) hit += 1;
  });
  const precision = hit / Math.max(1, given);
  const recall = hit / Math.max(1, positives);
  const f1 = hit > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { rows: y.length, positives, precision, recall, f1 };
}

/** The four tone heads on folds 0-7. */
export function toneFit(): OwnFit {
  return {
    fit(log) {
      const rows = toneRows();
      const heads = fitToneHeads(rows, toneMatrix(rows), 8);
      for (const { head, dev } of heads)
        log(`${head.name}: dev positives ${dev.positives}, F1 ${(dev.f1 * 100).toFixed(1)}`);
      return heads;
    },
  };
}
