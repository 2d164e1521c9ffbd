// Fits the head that hears danger clause by clause, though only whole texts were read: of an urgent text the clause that tells it is found on the way.
import { CLAUSE_LIMIT, tagRows } from '../../clause-heads.ts';
import { HEAD_BUCKETS } from '../../model.ts';
import { MASKED, Reading } from '../../reading.ts';
import type { FittedHead } from '../fit-heads.ts';
import type { Matrix } from '../linear.ts';
import type { OwnRow } from './own-head.ts';
import { fitRatio, quantise, type RatioFit } from './ratio-fit.ts';

const NAME = 'aspect.danger';
const FIT = { c: 0.5, keep: 10_000 };
/** How often the telling clauses are chosen anew by the fit before. */
const ROUNDS = 2;
const HEAD_MASK = HEAD_BUCKETS - 1;
/** Of an urgent text the whole counts so much beside its telling clause. */
const WHOLE_SHARE = 0.5;
/** The other clauses of a calm text together count as so many. */
const CALM_CLAUSES = 2;
/** A row of less cost was not read; its clauses but the worst are left out. */
const READ_COST = 0.5;

/** A text as the rows of the head store: by clause, and all together. */
interface ClauseText {
  y: 1 | -1;
  cost: number;
  clauses: Uint32Array[];
  whole: Uint32Array;
}

/** The clause head of danger; rows kept for testing are left out. */
export function fitDangerClause(rows: readonly OwnRow[]): FittedHead {
  const reading = new Reading();
  const tags = tagRows(reading.matcher.tags);
  const texts = rows
    .filter((row) => row.use === 'train')
    .map(({ text, y, cost }): ClauseText => ({ y, cost, ...clausesOf(text, reading, tags) }))
    .filter((text) => text.whole.length > 0);
  let fit = fitList(texts.map(({ whole, y, cost }) => ({ cells: whole, y, cost })));
  for (let round = 0; round < ROUNDS; round += 1) fit = fitList(texts.flatMap((text) => examples(text, fit)));
  const { packed, scale } = quantise(fit, FIT.keep);
  return {
    head: { name: NAME, scale, bias: fit.bias, plattA: 1, plattB: 0, threshold: 0 },
    weights: packed,
    dev: { rows: 0, positives: 0, precision: 0, recall: 0, f1: 0 },
  };
}

interface Example {
  cells: Uint32Array;
  y: 1 | -1;
  cost: number;
}

/** What is learned of a text: its most dangerous clause, beside the whole of an urgent text or the other clauses of a calm one. */
function examples({ y, cost, clauses, whole }: ClauseText, fit: RatioFit): Example[] {
  let most = 0;
  clauses.forEach((clause, at) => {
    if (scoreOf(clause, fit) > scoreOf(clauses[most]!, fit)) most = at;
  });
  const out: Example[] = [{ cells: clauses[most]!, y, cost }];
  if (clauses.length === 1) return out;
  if (y > 0) out.push({ cells: whole, y, cost: cost * WHOLE_SHARE });
  else if (cost > READ_COST) {
    const share = cost * Math.min(1, CALM_CLAUSES / clauses.length);
    clauses.forEach((cells, at) => {
      if (at !== most) out.push({ cells, y, cost: share });
    });
  }
  return out;
}

function scoreOf(cells: Uint32Array, fit: RatioFit): number {
  let sum = 0;
  for (const cell of cells) sum += fit.weights[cell]!;
  return sum / Math.sqrt(cells.length) + fit.bias;
}

function fitList(list: readonly Example[]): RatioFit {
  const start = new Uint32Array(list.length + 1);
  list.forEach(({ cells }, row) => {
    start[row + 1] = start[row]! + cells.length;
  });
  const cols = new Uint32Array(start[list.length]!);
  list.forEach(({ cells }, row) => {
    cols.set(cells, start[row]!);
  });
  const matrix: Matrix = { start, cols, rows: list.length, buckets: HEAD_BUCKETS };
  const y = Int8Array.from(list, (one) => one.y);
  return fitRatio(
    matrix,
    y,
    Float32Array.from(list, (one) => one.cost),
    FIT.c,
  );
}

/** The distinct rows of each clause that has any, n-grams and words of lists alike, as the engine walks them. */
function clausesOf(text: string, reading: Reading, tags: Uint32Array): { clauses: Uint32Array[]; whole: Uint32Array } {
  reading.run(text);
  const { gram, from, units } = reading.features;
  const { clauseTo, hits, state, clauseOf } = reading;
  const found = Array.from({ length: Math.min(reading.clauses, CLAUSE_LIMIT) }, () => new Set<number>());
  let unit = 0;
  found.forEach((cells, clause) => {
    let stop = unit;
    while (stop < units && from[stop]! < clauseTo[clause]!) stop += 1;
    for (; unit < stop; unit += 1) {
      for (let k = 0; k < 3 && unit + k < stop; k += 1) cells.add(gram[3 * unit + k]! & HEAD_MASK);
    }
  });
  const states = tags.length / reading.matcher.tags.length;
  for (let hit = 0; hit < hits.size; hit += 1) {
    if (state[hit] !== MASKED) found[clauseOf[hit]!]?.add(tags[hits.tag[hit]! * states + state[hit]!]!);
  }
  return {
    clauses: found.filter((cells) => cells.size > 0).map((cells) => Uint32Array.from(cells)),
    whole: Uint32Array.from(new Set(found.flatMap((cells) => [...cells]))),
  };
}
