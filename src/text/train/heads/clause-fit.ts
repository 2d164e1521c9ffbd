// Fits a head that is heard clause by clause, though only whole texts were read: the clause that tells it is found on the way.
import { CLAUSE_LIMIT, tagRows } from '../../clause-heads.ts';
import { HEAD_BUCKETS } from '../../model.ts';
import { MASKED, Reading } from '../../reading.ts';
import type { FittedHead } from '../fit-heads.ts';
import type { LinearFit, Matrix } from '../linear.ts';
import { quantise } from './ratio-fit.ts';

const HEAD_MASK = HEAD_BUCKETS - 1;
/** A text of the wanted kind counts so much as a whole beside its telling clause. */
const WHOLE_SHARE = 0.5;
/** The other clauses of a text of the other kind together count as so many. */
const OTHER_CLAUSES = 2;

/** A text as the rows of the head store: by clause, and all together; no clause is empty. */
export interface ClauseText {
  clauses: Uint32Array[];
  whole: Uint32Array;
}

/** One text or clause to learn from. */
export interface ClauseExample {
  cells: Uint32Array;
  y: 1 | -1;
  cost: number;
}

export interface ClauseRow extends ClauseText {
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

/** Reads texts as the engine walks them, clause by clause: the distinct n-grams and words of lists of each. */
export class ClauseSplitter {
  private readonly reading = new Reading();
  private readonly tags = tagRows(this.reading.matcher.tags);

  run(text: string): ClauseText {
    const { reading, tags } = this;
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
}

/** The head `name` over the given rows; it is heard by its peak, so it has no bar of its own. */
export function fitClauseHead(name: string, rows: readonly ClauseRow[], options: ClauseFit): FittedHead {
  const used = rows.filter((row) => row.clauses.length > 0);
  let fit = fitList(
    used.map(({ whole, y, cost }) => ({ cells: whole, y, cost })),
    options,
  );
  for (let round = 0; round < options.rounds; round += 1) {
    const before = fit;
    fit = fitList(
      used.flatMap((row) => examples(row, before)),
      options,
    );
  }
  const { packed, scale } = quantise(fit, options.keep);
  return {
    head: { name, scale, bias: fit.bias, plattA: 1, plattB: 0, threshold: 0 },
    weights: packed,
    dev: { rows: 0, positives: 0, precision: 0, recall: 0, f1: 0 },
  };
}

/** What is learned of a text: its strongest clause, beside the whole of a wanted text or the other clauses of any other. */
function examples({ y, cost, clauses, whole, isRead }: ClauseRow, fit: LinearFit): ClauseExample[] {
  let most = 0;
  clauses.forEach((clause, at) => {
    if (scoreOf(clause, fit) > scoreOf(clauses[most]!, fit)) most = at;
  });
  const out: ClauseExample[] = [{ cells: clauses[most]!, y, cost }];
  if (clauses.length === 1) return out;
  if (y > 0) out.push({ cells: whole, y, cost: cost * WHOLE_SHARE });
  else if (isRead) {
    const share = cost * Math.min(1, OTHER_CLAUSES / clauses.length);
    clauses.forEach((cells, at) => {
      if (at !== most) out.push({ cells, y, cost: share });
    });
  }
  return out;
}

function scoreOf(cells: Uint32Array, fit: LinearFit): number {
  let sum = 0;
  for (const cell of cells) sum += fit.weights[cell]!;
  return sum / Math.sqrt(cells.length) + fit.bias;
}

function fitList(list: readonly ClauseExample[], options: ClauseFit): LinearFit {
  const start = new Uint32Array(list.length + 1);
  list.forEach(({ cells }, row) => {
    start[row + 1] = start[row]! + cells.length;
  });
  const cols = new Uint32Array(start[list.length]!);
  list.forEach(({ cells }, row) => {
    cols.set(cells, start[row]!);
  });
  return options.fit(
    { start, cols, rows: list.length, buckets: HEAD_BUCKETS },
    Int8Array.from(list, ({ y }) => y),
    Float32Array.from(list, ({ cost }) => cost),
  );
}
