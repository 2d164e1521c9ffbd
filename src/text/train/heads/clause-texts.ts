// Cuts texts into clauses as the engine does, for heads that are heard clause by clause.
import { CLAUSE_LIMIT, tagRows } from '../../clause-heads.ts';
import { HEAD_BUCKETS } from '../../model.ts';
import { MASKED, Reading } from '../../reading.ts';

const HEAD_MASK = HEAD_BUCKETS - 1;

/** Texts as cells of the head store. There are hundreds of thousands of clauses, so all cells lie in one list. */
export interface ClauseTexts {
  cells: Uint32Array;
  /** Stretch s of the cells is cells[start[s] .. start[s+1]); none is empty, and no cell is in one twice. */
  start: Uint32Array;
  /** Text t has the stretches first[t] to first[t+1] - 1: its clauses, and last of all the whole; none when there is nothing in it. */
  first: Uint32Array;
}

/** Reads texts as the engine walks them: the n-grams and words of lists of each clause. */
export function cutTexts(texts: readonly string[]): ClauseTexts {
  const reading = new Reading();
  const tags = tagRows(reading.matcher.tags);
  const store = new CellStore();
  const first = new Uint32Array(texts.length + 1);
  texts.forEach((text, index) => {
    reading.run(text);
    addClauses(reading, tags, store);
    if (store.stretches > first[index]!) store.addWhole(first[index]!);
    first[index + 1] = store.stretches;
  });
  return { ...store.done(), first };
}

function addClauses(reading: Reading, tags: Uint32Array, store: CellStore): void {
  const { gram, from, units } = reading.features;
  const { clauseTo, hits, state, clauseOf } = reading;
  const states = tags.length / reading.matcher.tags.length;
  let unit = 0;
  let hit = 0;
  for (let clause = 0, end = Math.min(reading.clauses, CLAUSE_LIMIT); clause < end; clause += 1) {
    let stop = unit;
    while (stop < units && from[stop]! < clauseTo[clause]!) stop += 1;
    for (; unit < stop; unit += 1) {
      for (let k = 0; k < 3 && unit + k < stop; k += 1) store.add(gram[3 * unit + k]! & HEAD_MASK);
    }
    for (; hit < hits.size && clauseOf[hit] === clause; hit += 1) {
      if (state[hit] !== MASKED) store.add(tags[hits.tag[hit]! * states + state[hit]!]!);
    }
    store.close();
  }
}

/** Stretches of distinct cells, one after the other. */
class CellStore {
  private cells = new Uint32Array(1 << 20);
  private size = 0;
  private readonly start = [0];
  /** Number of the stretch that a cell was last added to, counted from 1. */
  private readonly stamp = new Uint32Array(HEAD_BUCKETS);

  /** How many are closed. */
  get stretches(): number {
    return this.start.length - 1;
  }

  /** Adds a cell to the open stretch, unless it is there. */
  add(cell: number): void {
    if (this.stamp[cell] === this.start.length) return;
    this.stamp[cell] = this.start.length;
    if (this.size === this.cells.length) this.grow();
    this.cells[this.size++] = cell;
  }

  /** Ends the open stretch, unless nothing is in it. */
  close(): void {
    if (this.size > this.start[this.start.length - 1]!) this.start.push(this.size);
  }

  /** All cells from a stretch on as one more stretch. */
  addWhole(from: number): void {
    for (let at = this.start[from]!, end = this.size; at < end; at += 1) this.add(this.cells[at]!);
    this.close();
  }

  done(): { cells: Uint32Array; start: Uint32Array } {
    return { cells: this.cells.slice(0, this.size), start: Uint32Array.from(this.start) };
  }

  private grow(): void {
    const larger = new Uint32Array(this.cells.length * 2);
    larger.set(this.cells);
    this.cells = larger;
  }
}
