// Applies the trained heads to one text: the whole, each clause, and the share every word had.
import { EDGES, type FeatureReader } from './features.ts';
import { type HeadTable, headTable } from './head-table.ts';
import { HEAD_BUCKETS, type SentimentHead, type SparseHead, type TextModel } from './model.ts';

const HEAD_MASK = HEAD_BUCKETS - 1;

/** Reusable scorer; results of the last text are read from its fields. */
export class Scorer {
  /** Raw sentiment of the whole text; above 0 is positive. */
  raw = 0;
  /** Raw sentiment by clause. */
  clauseRaw = new Float64Array(64);
  /** Whether anybody will ask for `share`. */
  isShared = true;
  /** Share of each unit in the sum, signed; only kept when `isShared`. */
  share = new Float32Array(512);
  /** Raw score by head. */
  readonly headRaw: Float64Array;
  readonly heads: readonly SparseHead[];
  private readonly scales: Float64Array;
  private readonly biases: Float64Array;
  private readonly headSum: Int32Array;
  private readonly squares = new Int32Array(256);
  private cells = new Uint16Array(1536);
  private refs = new Uint32Array(1536);
  private readonly table: HeadTable;
  /** The n-grams of this text already counted: bucket + 1 by open addressing, small enough to stay near the processor. */
  private seen = new Uint32Array(1024);
  private seenMask = 0;
  /** Sum and norm of the whole text, and how many rows of the sparse heads it falls into: the beginning of `refs`. */
  private sum = 0;
  private norm = 0;
  private active = 0;
  /** Sum and norm of the clause at hand. */
  private cellSum = 0;
  private cellNorm = 0;
  private clauseNorm = new Float64Array(64);
  /** Not the whole model: its rows have been laid out anew in the table and may be forgotten. */
  private readonly packed: Uint16Array;
  private readonly sentiment: SentimentHead;

  constructor(model: TextModel) {
    this.packed = model.packed;
    this.sentiment = model.header.sentiment;
    this.heads = model.header.heads;
    this.headRaw = new Float64Array(this.heads.length);
    this.scales = Float64Array.from(this.heads, (head) => head.scale);
    this.biases = Float64Array.from(this.heads, (head) => head.bias);
    this.headSum = new Int32Array(this.heads.length);
    this.table = headTable({ rows: model.rows, entries: model.entries, heads: this.heads });
    for (let weight = -128; weight < 128; weight += 1) this.squares[weight + 128] = weight * Math.abs(weight);
  }

  /** @param clauseEnd folded end of each clause, ascending; the last covers the text. */
  run(reader: FeatureReader, clauseEnd: Uint32Array, clauses: number): void {
    const { packed, sentiment, table } = this;
    const { gram, units, isLatin } = reader;
    const refOf = table.refs;
    this.prepare(units, clauses, isLatin);
    const { clauseRaw, clauseNorm, cells, refs, headSum } = this;
    // Loads that do not wait for each other run together; the sums below then find everything at hand.
    for (let at = 0, end = units * 3; at < end; at += 1) {
      const bucket = gram[at]!;
      cells[at] = packed[bucket]!;
      refs[at] = refOf[bucket & HEAD_MASK]!;
    }
    this.addClauses(reader, clauseEnd, clauses);
    this.addOnce(reader);
    if (this.isShared) this.shareOut(units, isLatin);
    if (isLatin) this.addPairs(reader, clauseEnd, clauses);
    for (let edge = 0, end = reader.edges; edge < end; edge += 1) {
      refs[this.active] = refOf[reader.edge[edge]! & HEAD_MASK]!;
      this.active += 1;
    }
    table.add(refs, this.active, headSum);
    const { weightScale, ratioScale, bias } = (isLatin ? sentiment.latin : undefined) ?? sentiment;
    const scale = weightScale / ratioScale;
    this.raw = (this.norm > 0 ? (this.sum * scale) / Math.sqrt(this.norm) : 0) + bias;
    for (let index = 0; index < clauses; index += 1) {
      const square = clauseNorm[index]!;
      clauseRaw[index] = (square > 0 ? (clauseRaw[index]! * scale) / Math.sqrt(square) : 0) + bias;
    }
    const length = this.active > 0 ? 1 / Math.sqrt(this.active) : 0;
    const { headRaw, scales, biases } = this;
    for (let index = 0; index < headRaw.length; index += 1) {
      headRaw[index] = headSum[index]! * scales[index]! * length + biases[index]!;
    }
  }

  /** Sum and norm of each clause: all n-grams that end in it, as often as they occur. */
  private addClauses(reader: FeatureReader, clauseEnd: Uint32Array, clauses: number): void {
    const { from, units, isLatin } = reader;
    const { clauseRaw, clauseNorm } = this;
    let clause = 0;
    for (let unit = 0; unit < units; ) {
      while (clause < clauses - 1 && from[unit]! >= clauseEnd[clause]!) clause += 1;
      const first = unit;
      unit += 1;
      while (unit < units && from[unit]! < clauseEnd[clause]!) unit += 1;
      this.cellSum = 0;
      this.cellNorm = 0;
      // Of a clause's last unit only the first n-gram ends in it, of the one before the first two; of a last word two.
      if (isLatin) this.addCells(3 * first, 3 * unit - 1);
      else {
        this.addCells(3 * first, 3 * unit - 4);
        this.addCells(3 * unit - 3, 3 * unit - 2);
      }
      clauseRaw[clause] = this.cellSum;
      clauseNorm[clause] = this.cellNorm;
    }
  }

  /** Adds the cells of some n-grams without a branch, since which of them say nothing cannot be foreseen. */
  private addCells(start: number, end: number): void {
    const { cells, squares } = this;
    let sum = 0;
    let norm = 0;
    for (let at = start; at < end; at += 1) {
      const cell = cells[at]!;
      const ratio = cell & 0xff;
      sum += squares[cell >> 8]! & (-ratio >> 31);
      norm += ratio * ratio;
    }
    this.cellSum += sum;
    this.cellNorm += norm;
  }

  /** Sum and norm of the whole text, and the rows of the sparse heads it falls into: each n-gram and each row once. */
  private addOnce(reader: FeatureReader): void {
    const { units, isLatin } = reader;
    this.active = 0;
    this.sum = 0;
    this.norm = 0;
    if (units === 0) return;
    if (isLatin) this.addNew(reader.gram, 0, 3 * units - 1);
    else {
      this.addNew(reader.gram, 0, 3 * units - 4);
      this.addNew(reader.gram, 3 * units - 3, 3 * units - 2);
    }
  }

  /** Counts those of some n-grams that are met for the first time in this text, and empties the cells of the others. */
  private addNew(gram: Uint32Array, start: number, end: number): void {
    const { cells, refs, seen, seenMask: mask, squares } = this;
    let { active } = this;
    let sum = 0;
    let norm = 0;
    for (let place = start; place < end; place += 1) {
      const bucket = gram[place]!;
      const row = bucket & HEAD_MASK;
      let slot = row & mask;
      let other = seen[slot]!;
      let isNewRow = 1;
      while (other !== 0 && other !== bucket + 1) {
        if (((other - 1) & HEAD_MASK) === row) isNewRow = 0;
        slot = (slot + 1) & mask;
        other = seen[slot]!;
      }
      const isNew = other === 0 ? 1 : 0;
      seen[slot] = bucket + 1;
      // What is still to be read lies behind, so the list may grow in place.
      refs[active] = refs[place]!;
      active += isNew & isNewRow;
      const cell = cells[place]! & -isNew;
      cells[place] = cell;
      const ratio = cell & 0xff;
      sum += squares[cell >> 8]! & (-ratio >> 31);
      norm += ratio * ratio;
    }
    this.active = active;
    this.sum += sum;
    this.norm += norm;
  }

  /** Divides what each n-gram said among its units. */
  private shareOut(units: number, isLatin: boolean): void {
    const { cells, squares, share } = this;
    for (let unit = 0; unit < units; unit += 1) {
      const left = isLatin ? units - unit + 1 : units - unit;
      for (let k = 0, grams = left > 3 ? 3 : left; k < grams; k += 1) {
        const cell = cells[3 * unit + k]!;
        if ((cell & 0xff) === 0) continue;
        const reach = isLatin ? k >> 1 : k;
        const part = squares[cell >> 8]! / (reach + 1);
        share[unit]! += part;
        if (reach > 0) share[unit + 1]! += part;
        if (reach > 1) share[unit + 2]! += part;
      }
    }
  }

  /** P(positive | opinionated) of a raw sentiment. */
  probability(raw: number): number {
    return sigmoid(this.sentiment.plattA * raw + this.sentiment.plattB);
  }

  /** Index of a head by name, -1 when the model has none. */
  headIndex(name: string): number {
    return this.heads.findIndex((head) => head.name === name);
  }

  /** Calibrated probability of a head for the last text; 0 when absent. */
  headProbability(index: number): number {
    const head = this.heads[index];
    return head ? sigmoid(head.plattA * this.headRaw[index]! + head.plattB) : 0;
  }

  /** What the wider pairs of a Latin text add to its sum and norm, and to those of the clauses they lie in. */
  private addPairs(reader: FeatureReader, clauseEnd: Uint32Array, clauses: number): void {
    const { pair, pairEnd, from, units } = reader;
    const { packed, cells, squares, share, seen, clauseRaw, clauseNorm, isShared } = this;
    const mask = this.seenMask;
    for (let place = 0, end = units * 2; place < end; place += 1) cells[place] = packed[pair[place]!]!;
    let sum = 0;
    let norm = 0;
    let clause = 0;
    for (let place = 0, end = units * 2; place < end; place += 1) {
      const cell = cells[place]!;
      const ratio = cell & 0xff;
      const bucket = pair[place]!;
      // Most pairs were never seen in training.
      if (ratio === 0 || bucket === 0) continue;
      const unit = place >> 1;
      const last = (place & 1) === 0 ? unit + 2 : pairEnd[unit]!;
      const weight = squares[cell >> 8]!;
      while (clause < clauses - 1 && from[unit]! >= clauseEnd[clause]!) clause += 1;
      if (from[last]! < clauseEnd[clause]!) {
        clauseRaw[clause]! += weight;
        clauseNorm[clause]! += ratio * ratio;
      }
      let slot = bucket & mask;
      while (seen[slot] !== 0 && seen[slot] !== bucket + 1) slot = (slot + 1) & mask;
      if (seen[slot] !== 0) continue;
      seen[slot] = bucket + 1;
      sum += weight;
      norm += ratio * ratio;
      if (isShared) {
        share[unit]! += weight / 2;
        share[last]! += weight / 2;
      }
    }
    this.sum += sum;
    this.norm += norm;
  }

  private prepare(units: number, clauses: number, isLatin: boolean): void {
    if (units + 2 > this.share.length) this.share = new Float32Array(Math.ceil((units + 2) * 1.25));
    else if (this.isShared) this.share.fill(0, 0, units + 2);
    if (clauses > this.clauseRaw.length) {
      this.clauseRaw = new Float64Array(Math.ceil(clauses * 1.25));
      this.clauseNorm = new Float64Array(Math.ceil(clauses * 1.25));
    } else {
      this.clauseRaw.fill(0, 0, clauses);
      this.clauseNorm.fill(0, 0, clauses);
    }
    this.headSum.fill(0);
    if (units * 3 + EDGES > this.refs.length) {
      this.cells = new Uint16Array(Math.ceil(units * 3.75) + EDGES);
      this.refs = new Uint32Array(Math.ceil(units * 3.75) + EDGES);
    }
    let slots = 64;
    while (slots < units * (isLatin ? 16 : 12)) slots *= 2;
    if (slots > this.seen.length) this.seen = new Uint32Array(slots);
    else this.seen.fill(0, 0, slots);
    this.seenMask = slots - 1;
  }
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
