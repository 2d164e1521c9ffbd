// Fits a head that is heard clause by clause, though only whole texts were read: the clause that tells it is found on the way.
import { HEAD_BUCKETS } from '../../model.ts';
import type { FittedHead } from '../fit-heads.ts';
import { type LinearFit, type Matrix, pickRows } from '../linear.ts';
import type { ClauseTexts } from './clause-texts.ts';
import { quantise } from './ratio-fit.ts';

/** A text of the wanted kind counts so much as a whole beside its telling clause. */
const WHOLE_SHARE = 0.5;
/** The other clauses of a text of the other kind together count as so many. */
const OTHER_CLAUSES = 2;

export interface ClauseRow {
  /** Number of the text. */
  text: number;
  y: 1 | -1;
  cost: number;
  /** Whether somebody read the text, so that each of its clauses is sure to be of the other kind when the whole is. */
  isRead: boolean;
}

export interface ClauseFit {
  fit(matrix: Matrix, y: Int8Array, cost: Float32Array): LinearFit;
  /** How often the telling clauses are chosen anew by the fit before. */
  rounds: number;
  /** How many of the largest weights are kept. */
  keep: number;
}

/** What is learned from: stretches of the texts, each with its answer and what it counts. */
interface Examples {
  stretches: number[];
  y: number[];
  cost: number[];
}

/** The head `name` over the given rows; it is heard by its peak, so it has no bar of its own. */
export function fitClauseHead(
  name: string,
  texts: ClauseTexts,
  rows: readonly ClauseRow[],
  options: ClauseFit,
): FittedHead {
  const used = rows.filter(({ text }) => texts.first[text + 1]! > texts.first[text]!);
  const wholes: Examples = {
    stretches: used.map(({ text }) => texts.first[text + 1]! - 1),
    y: used.map(({ y }) => y),
    cost: used.map(({ cost }) => cost),
  };
  let fit = fitExamples(texts, wholes, options);
  for (let round = 0; round < options.rounds; round += 1) {
    const telling: Examples = { stretches: [], y: [], cost: [] };
    for (const row of used) addExamples(texts, row, fit, telling);
    fit = fitExamples(texts, telling, options);
  }
  const { packed, scale } = quantise(fit, options.keep);
  return {
    head: { name, scale, bias: fit.bias, plattA: 1, plattB: 0, threshold: 0 },
    weights: packed,
    dev: { rows: 0, positives: 0, precision: 0, recall: 0, f1: 0 },
  };
}

/** What is learned of a text: its strongest clause, beside the whole of a wanted text or the other clauses of any other. */
function addExamples(texts: ClauseTexts, { text, y, cost, isRead }: ClauseRow, fit: LinearFit, onto: Examples): void {
  const first = texts.first[text]!;
  const whole = texts.first[text + 1]! - 1;
  const clauses = whole - first;
  let most = first;
  let best = scoreOf(texts, first, fit);
  for (let clause = first + 1; clause < whole; clause += 1) {
    const score = scoreOf(texts, clause, fit);
    if (score <= best) continue;
    best = score;
    most = clause;
  }
  const add = (stretch: number, share: number) => {
    onto.stretches.push(stretch);
    onto.y.push(y);
    onto.cost.push(share);
  };
  add(most, cost);
  if (clauses === 1) return;
  if (y > 0) add(whole, cost * WHOLE_SHARE);
  else if (isRead) {
    const share = cost * Math.min(1, OTHER_CLAUSES / clauses);
    for (let clause = first; clause < whole; clause += 1) if (clause !== most) add(clause, share);
  }
}

function scoreOf({ cells, start }: ClauseTexts, stretch: number, fit: LinearFit): number {
  const { weights } = fit;
  const from = start[stretch]!;
  const to = start[stretch + 1]!;
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += weights[cells[at]!]!;
  return sum / Math.sqrt(to - from) + fit.bias;
}

function fitExamples(texts: ClauseTexts, { stretches, y, cost }: Examples, options: ClauseFit): LinearFit {
  const all = { start: texts.start, cols: texts.cells, rows: texts.start.length - 1, buckets: HEAD_BUCKETS };
  return options.fit(pickRows(all, stretches), Int8Array.from(y), Float32Array.from(cost));
}
