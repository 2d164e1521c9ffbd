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
  private readonly squares = new Float64Array(256);
  private cells = new Uint16Array(1536);
  private refs = new Uint32Array(1536);
  private readonly table: HeadTable;
  /** The n-grams of this text already counted: bucket + 1 by open addressing, small enough to stay near the processor. */
  private seen = new Uint32Array(1024);
  private seenMask = 0;
  private pairSum = 0;
  private pairNorm = 0;
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
    const { packed, sentiment } = this;
    const { gram, from, units, isLatin } = reader;
    const { headSum, squares, table, isShared } = this;
    const refOf = table.refs;
    this.prepare(units, clauses, isLatin);
    const { share, clauseRaw, clauseNorm, cells, refs, seen } = this;
    const mask = this.seenMask;
    // Loads that do not wait for each other run together; the sums below then find everything at hand.
    for (let at = 0, end = units * 3; at < end; at += 1) {
      const bucket = gram[at]!;
      cells[at] = packed[bucket]!;
      refs[at] = refOf[bucket & HEAD_MASK]!;
    }
    let sum = 0;
    let norm = 0;
    let active = 0;
    let lastUnit = -1;
    let clause = -1;
    let clauseSum = 0;
    let clauseSquare = 0;
    for (let unit = 0; unit < units; unit += 1) {
      if (unit > lastUnit) {
        if (clause >= 0) {
          clauseRaw[clause] = clauseSum;
          clauseNorm[clause] = clauseSquare;
          clauseSum = 0;
          clauseSquare = 0;
        } else clause = 0;
        while (clause < clauses - 1 && from[unit]! >= clauseEnd[clause]!) clause += 1;
        lastUnit = unit;
        while (lastUnit + 1 < units && from[lastUnit + 1]! < clauseEnd[clause]!) lastUnit += 1;
      }
      const left = isLatin ? units - unit + 1 : units - unit;
      const grams = left > 3 ? 3 : left;
      for (let k = 0; k < grams; k += 1) {
        const place = 3 * unit + k;
        const bucket = gram[place]!;
        const cell = cells[place]!;
        const ratio = cell & 0xff;
        const weight = squares[cell >> 8]!;
        const reach = isLatin ? k >> 1 : k;
        if (ratio !== 0 && unit + reach <= lastUnit) {
          clauseSum += weight;
          clauseSquare += ratio * ratio;
        }
        // Has this n-gram, or another of the same row of heads, been counted in this text?
        const row = bucket & HEAD_MASK;
        let slot = row & mask;
        let isKnownRow = false;
        let other = seen[slot]!;
        while (other !== 0 && other !== bucket + 1) {
          if (((other - 1) & HEAD_MASK) === row) isKnownRow = true;
          slot = (slot + 1) & mask;
          other = seen[slot]!;
        }
        if (other !== 0) continue;
        seen[slot] = bucket + 1;
        if (ratio !== 0) {
          sum += weight;
          norm += ratio * ratio;
          if (isShared) {
            const part = weight / (reach + 1);
            share[unit]! += part;
            if (reach > 0) share[unit + 1]! += part;
            if (reach > 1) share[unit + 2]! += part;
          }
        }
        if (isKnownRow) continue;
        // What is still to be read lies behind, so the list may grow in place.
        refs[active] = refs[place]!;
        active += 1;
      }
    }
    if (clause >= 0) {
      clauseRaw[clause] = clauseSum;
      clauseNorm[clause] = clauseSquare;
    }
    for (let edge = 0, end = reader.edges; edge < end; edge += 1) {
      refs[active] = refOf[reader.edge[edge]! & HEAD_MASK]!;
      active += 1;
    }
    if (isLatin) {
      this.addPairs(reader, clauseEnd, clauses);
      sum += this.pairSum;
      norm += this.pairNorm;
    }
    table.add(refs, active, headSum);
    const { weightScale, ratioScale, bias } = (isLatin ? sentiment.latin : undefined) ?? sentiment;
    const scale = weightScale / ratioScale;
    this.raw = (norm > 0 ? (sum * scale) / Math.sqrt(norm) : 0) + bias;
    for (let index = 0; index < clauses; index += 1) {
      const square = clauseNorm[index]!;
      clauseRaw[index] = (square > 0 ? (clauseRaw[index]! * scale) / Math.sqrt(square) : 0) + bias;
    }
    const length = active > 0 ? 1 / Math.sqrt(active) : 0;
    const { headRaw, scales, biases } = this;
    for (let index = 0; index < headRaw.length; index += 1) {
      headRaw[index] = headSum[index]! * scales[index]! * length + biases[index]!;
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
    this.pairSum = sum;
    this.pairNorm = norm;
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
    while (slots < units * (isLatin ? 10 : 6)) slots *= 2;
    if (slots > this.seen.length) this.seen = new Uint32Array(slots);
    else this.seen.fill(0, 0, slots);
    this.seenMask = slots - 1;
  }
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
