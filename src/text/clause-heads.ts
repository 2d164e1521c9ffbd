// The trained heads that speak of single clauses (aspects and their side): taken out of the shared store and applied clause by clause.
import { fnv1a } from '../kit/hash.ts';
import { type HeadStore, type HeadTable, headTable } from './head-table.ts';
import { HEAD_BUCKETS, type SparseHead, type TextModel } from './model.ts';
import { MASKED, type Reading } from './reading.ts';

const HEAD_MASK = HEAD_BUCKETS - 1;
/** Plain, masked and negated words of a list are told apart. */
const STATES = 3;
/** Clauses beyond these are not looked at one by one; nobody reads twenty aspects. */
export const CLAUSE_LIMIT = 60;
/** Units of a clause looked through for the words that carried a head. */
const STRETCH_LIMIT = 200;

interface SplitModel {
  mine: HeadStore;
  rest: TextModel;
}

const splits = new WeakMap<TextModel, Map<string, SplitModel>>();

/** One model as two: the heads whose name begins with `prefix`, and all others, each with its own rows; made once a model. */
export function splitHeads(model: TextModel, prefix: string): SplitModel {
  const known = splits.get(model) ?? new Map<string, SplitModel>();
  splits.set(model, known);
  const split = known.get(prefix) ?? splitAfresh(model, prefix);
  known.set(prefix, split);
  return split;
}

function splitAfresh(model: TextModel, prefix: string): SplitModel {
  const { heads } = model.header;
  const isMine = heads.map((head) => head.name.startsWith(prefix));
  let mineCount = 0;
  let restCount = 0;
  const place = isMine.map((own) => (own ? mineCount++ : restCount++));
  let mineEntries = 0;
  for (let at = 0; at < model.entries.length; at += 1) if (isMine[model.entries[at]! >> 8]) mineEntries += 1;
  const mine = { rows: new Uint32Array(HEAD_BUCKETS + 1), entries: new Uint16Array(mineEntries) };
  const rest = {
    rows: new Uint32Array(HEAD_BUCKETS + 1),
    entries: new Uint16Array(model.entries.length - mineEntries),
  };
  let mineAt = 0;
  let restAt = 0;
  for (let bucket = 0; bucket < HEAD_BUCKETS; bucket += 1) {
    for (let at = model.rows[bucket]!, end = model.rows[bucket + 1]!; at < end; at += 1) {
      const entry = model.entries[at]!;
      const moved = (place[entry >> 8]! << 8) | (entry & 0xff);
      if (isMine[entry >> 8]) mine.entries[mineAt++] = moved;
      else rest.entries[restAt++] = moved;
    }
    mine.rows[bucket + 1] = mineAt;
    rest.rows[bucket + 1] = restAt;
  }
  return {
    mine: { ...mine, heads: heads.filter((_, index) => isMine[index]) },
    rest: { ...model, ...rest, header: { ...model.header, heads: heads.filter((_, index) => !isMine[index]) } },
  };
}

/** Rows of the store in which the words of a list fall, by tag and state: the name is hashed, so that lists may be added. */
export function tagRows(tags: readonly string[]): Uint32Array {
  const rows = new Uint32Array(tags.length * STATES);
  tags.forEach((tag, index) => {
    const hash = fnv1a(tag);
    for (let state = 0; state < STATES; state += 1) {
      let mixed = Math.imul(hash ^ (state + 1), 0x7feb352d);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
      rows[index * STATES + state] = (mixed ^ (mixed >>> 16)) & HEAD_MASK;
    }
  });
  return rows;
}

/** Appends every row a text falls into, clause by clause, as {@link ClauseHeads.run} counts them. */
export function clauseRows(reading: Reading, tags: Uint32Array, onto: number[]): void {
  const { gram, from, units } = reading.features;
  const { clauseTo, hits, state, clauseOf } = reading;
  const clauses = Math.min(reading.clauses, CLAUSE_LIMIT);
  let unit = 0;
  for (let clause = 0; clause < clauses; clause += 1) {
    const end = clauseTo[clause]!;
    let stop = unit;
    while (stop < units && from[stop]! < end) stop += 1;
    for (; unit < stop; unit += 1) {
      for (let k = 0; k < 3 && unit + k < stop; k += 1) onto.push(gram[3 * unit + k]! & HEAD_MASK);
    }
  }
  for (let hit = 0; hit < hits.size && clauseOf[hit]! < clauses; hit += 1) {
    if (state[hit] !== MASKED) onto.push(tags[hits.tag[hit]! * STATES + state[hit]!]!);
  }
}

/** Reusable; holds the scores of the last text until the next `run`. */
export class ClauseHeads {
  readonly heads: readonly SparseHead[];
  /** Clauses looked at. */
  clauses = 0;
  /** Raw score by clause × head. */
  private readonly raw: Float64Array;
  private readonly total: Float64Array;
  private readonly scales: Float64Array;
  private readonly biases: Float64Array;
  /** Sums of the clause at hand: whole numbers, near the processor. */
  private readonly sums: Int32Array;
  /** Highest raw score of a head in any clause. */
  private readonly peaks: Float64Array;
  /** Where the row of each n-gram lies, read before any is added. */
  private refs = new Uint32Array(1536);
  /** The rows of the clause at hand. */
  private mine = new Uint32Array(1536);
  /** What each unit of a clause shown has to do with a head. */
  private readonly share = new Float64Array(STRETCH_LIMIT);
  private readonly table: HeadTable;
  private tags: Uint32Array | null = null;

  constructor(store: HeadStore) {
    this.heads = store.heads;
    this.raw = new Float64Array(CLAUSE_LIMIT * this.heads.length);
    this.total = new Float64Array(this.heads.length);
    this.scales = Float64Array.from(this.heads, (head) => head.scale);
    this.biases = Float64Array.from(this.heads, (head) => head.bias);
    this.sums = new Int32Array(this.heads.length);
    this.peaks = new Float64Array(this.heads.length);
    this.table = headTable(store);
  }

  /** Index of a head by name, -1 when the model has none. */
  index(name: string): number {
    return this.heads.findIndex((head) => head.name === name);
  }

  /** Raw score of a head for one clause. */
  of(clause: number, head: number): number {
    return this.raw[clause * this.heads.length + head]!;
  }

  /** Highest raw score of a head in any clause. */
  peak(head: number): number {
    return this.peaks[head]!;
  }

  /** The clause in which a head is the surest. */
  peakAt(head: number): number {
    let best = 0;
    for (let clause = 1; clause < this.clauses; clause += 1)
      if (this.of(clause, head) > this.of(best, head)) best = clause;
    return best;
  }

  /** Raw score of a head for all clauses together. */
  whole(head: number): number {
    return this.total[head]!;
  }

  /** An n-gram belongs to a clause when it ends in it. */
  run(reading: Reading): void {
    const { gram, from, units } = reading.features;
    const { clauseTo, hits, state, clauseOf } = reading;
    const { raw, total, sums, scales, biases, peaks, table } = this;
    const refOf = table.refs;
    this.tags ??= tagRows(reading.matcher.tags);
    const tags = this.tags;
    const size = sums.length;
    const clauses = Math.min(reading.clauses, CLAUSE_LIMIT);
    this.clauses = clauses;
    if (units * 3 > this.refs.length) this.refs = new Uint32Array(Math.ceil(units * 3.75));
    if (units * 3 + hits.size > this.mine.length) this.mine = new Uint32Array(Math.ceil(units * 3.75) + hits.size);
    const { refs, mine } = this;
    for (let at = 0, end = units * 3; at < end; at += 1) refs[at] = refOf[gram[at]! & HEAD_MASK]!;
    total.fill(0);
    peaks.fill(Number.NEGATIVE_INFINITY);
    let unit = 0;
    let all = 0;
    let hit = 0;
    for (let clause = 0; clause < clauses; clause += 1) {
      const end = clauseTo[clause]!;
      let stop = unit;
      while (stop < units && from[stop]! < end) stop += 1;
      const base = clause * size;
      sums.fill(0);
      let active = 0;
      for (; unit < stop; unit += 1) {
        const grams = stop - unit > 3 ? 3 : stop - unit;
        for (let place = 3 * unit, after = place + grams; place < after; place += 1) mine[active++] = refs[place]!;
      }
      for (; hit < hits.size && clauseOf[hit] === clause; hit += 1) {
        if (state[hit] !== MASKED) mine[active++] = refOf[tags[hits.tag[hit]! * STATES + state[hit]!]!]!;
      }
      table.add(mine, active, sums);
      all += active;
      const length = active > 0 ? 1 / Math.sqrt(active) : 0;
      for (let head = 0; head < size; head += 1) {
        const sum = sums[head]!;
        total[head]! += sum;
        const value = sum * scales[head]! * length + biases[head]!;
        raw[base + head] = value;
        if (value > peaks[head]!) peaks[head] = value;
      }
    }
    const length = all > 0 ? 1 / Math.sqrt(all) : 0;
    for (let head = 0; head < size; head += 1) total[head] = total[head]! * scales[head]! * length + biases[head]!;
  }

  /**
   * The folded stretch of a clause that carried a head: its strongest unit and neighbours that agree; null when no word did, or the clause is short.
   * Only asked for what is shown, so it walks the clause of the last run again.
   */
  stretch(reading: Reading, clause: number, head: number): { from: number; to: number } | null {
    const { refs } = this;
    const { from, to, units } = reading.features;
    const start = reading.clauseFrom[clause]!;
    const end = reading.clauseTo[clause]!;
    let first = 0;
    let high = units;
    while (first < high) {
      const middle = (first + high) >> 1;
      if (from[middle]! < start) first = middle + 1;
      else high = middle;
    }
    let count = 0;
    while (first + count < units && count < STRETCH_LIMIT && from[first + count]! < end) count += 1;
    if (count <= SHORT_CLAUSE) return null;
    const share = this.share.fill(0, 0, count);
    for (let unit = 0; unit < count; unit += 1) {
      for (let k = 0; k < 3 && unit + k < count; k += 1) {
        const weight = this.table.weight(refs[3 * (first + unit) + k]!, head);
        if (weight === 0) continue;
        for (let part = 0; part <= k; part += 1) share[unit + part]! += weight / (k + 1);
      }
    }
    let best = 0;
    for (let unit = 1; unit < count; unit += 1) if (share[unit]! > share[best]!) best = unit;
    const most = share[best]!;
    if (most <= 0) return null;
    let left = best;
    let right = best;
    while (left > 0 && best - left < 4 && share[left - 1]! > most * 0.3) left -= 1;
    while (right + 1 < count && right - best < 4 && share[right + 1]! > most * 0.3) right += 1;
    // One character is no word: its better neighbour comes along.
    if (left === right) {
      if (left > 0 && (right + 1 === count || share[left - 1]! >= share[right + 1]!)) left -= 1;
      else if (right + 1 < count) right += 1;
    }
    return { from: from[first + left]!, to: to[first + right]! };
  }
}

/** A clause of so few units is shown whole. */
const SHORT_CLAUSE = 7;
