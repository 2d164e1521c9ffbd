// The sparse heads laid out for speed: a row in which many heads have a weight is added as a few packed sums, any other entry by entry.
import { HEAD_BUCKETS, type SparseHead, type TextModel } from './model.ts';

export type HeadStore = Pick<TextModel, 'rows' | 'entries'> & { heads: readonly SparseHead[] };

/** Four whole numbers of 13 bits, from -4096 to 4095, share one double without loss. */
const LANES = 4;
const LANE = 8192;
const LANE_BITS = 13;
const HALF_LANE = LANE / 2;
const TWO_LANES = LANE * LANE;
const HALF_TWO = HALF_LANE + HALF_LANE * LANE;
/** Packed rows that may be added before a lane could run over: weights lie between -128 and 127. */
const PACKED_MOST = 32;
/** A packed row has an even number of columns. */
const COLUMNS = 2;
/** Entries of a listed row, filled up with entries that add nothing, so that every row is one step; rows with more are packed. */
const BLOCK = 4;
/** The lower bits of a reference: what kind of row it is; a row without entries has neither. */
const KIND_BITS = 2;
const IS_LISTED = 1;
const IS_PACKED = 2;

/** Immutable but for its working space; shared by all engines over the same weights. */
export class HeadTable {
  /** Number of heads. */
  readonly size: number;
  /** By row: place << KIND_BITS | kind. */
  readonly refs = new Uint32Array(HEAD_BUCKETS);
  /** Listed entries: head << 8 | weight as a signed byte. */
  private readonly listed: Uint16Array;
  /** Packed rows, `width` doubles each. */
  private readonly packed: Float64Array;
  private readonly width: number;
  private readonly held: Float64Array;
  private packedAt = new Uint32Array(1024);
  private listedAt = new Uint32Array(1024);

  constructor(store: HeadStore) {
    const { rows, entries } = store;
    const size = store.heads.length;
    this.size = size;
    this.width = Math.ceil(size / LANES / COLUMNS) * COLUMNS;
    this.held = new Float64Array(this.width);
    let listed = 0;
    let packed = 0;
    for (let row = 0; row < HEAD_BUCKETS && size > 0; row += 1) {
      const count = rows[row + 1]! - rows[row]!;
      if (count > BLOCK) packed += 1;
      else if (count > 0) listed += 1;
    }
    this.listed = new Uint16Array(listed * BLOCK);
    this.packed = new Float64Array(packed * this.width);
    listed = 0;
    packed = 0;
    for (let row = 0; row < HEAD_BUCKETS && size > 0; row += 1) {
      const from = rows[row]!;
      const to = rows[row + 1]!;
      if (to - from > BLOCK) {
        this.refs[row] = (packed << KIND_BITS) | IS_PACKED;
        for (let at = from; at < to; at += 1) {
          const head = entries[at]! >> 8;
          this.packed[packed + (head >> 2)]! += ((entries[at]! & 0xff) - 128) * LANE ** (head & 3);
        }
        packed += this.width;
      } else if (to > from) {
        this.refs[row] = (listed << KIND_BITS) | IS_LISTED;
        for (let at = from; at < to; at += 1) {
          this.listed[listed + at - from] = (entries[at]! & 0xff00) | ((entries[at]! - 128) & 0xff);
        }
        listed += BLOCK;
      }
    }
  }

  /** Adds the weights of the first `count` references to the sums by head. */
  add(refs: Uint32Array, count: number, sums: Int32Array): void {
    if (this.size === 0) return;
    if (count > this.packedAt.length) {
      this.packedAt = new Uint32Array(count * 2);
      this.listedAt = new Uint32Array(count * 2);
    }
    const { packedAt, listedAt, listed } = this;
    let packs = 0;
    let lists = 0;
    // Sorted without a branch, since which is next cannot be foreseen.
    for (let at = 0; at < count; at += 1) {
      const ref = refs[at]!;
      const place = ref >>> KIND_BITS;
      packedAt[packs] = place;
      packs += (ref & IS_PACKED) >> 1;
      listedAt[lists] = place;
      lists += ref & IS_LISTED;
    }
    for (let at = 0; at < lists; at += 1) {
      const place = listedAt[at]!;
      const one = listed[place]!;
      const two = listed[place + 1]!;
      const three = listed[place + 2]!;
      const four = listed[place + 3]!;
      sums[one >> 8]! += (one << 24) >> 24;
      sums[two >> 8]! += (two << 24) >> 24;
      sums[three >> 8]! += (three << 24) >> 24;
      sums[four >> 8]! += (four << 24) >> 24;
    }
    for (let from = 0; from < packs; from += PACKED_MOST) {
      this.addPacked(from, from + PACKED_MOST < packs ? from + PACKED_MOST : packs);
      this.unpack(sums);
    }
  }

  /** What one row says of a head. */
  weight(ref: number, head: number): number {
    const start = ref >>> KIND_BITS;
    if ((ref & IS_PACKED) === 0) {
      for (let at = start, end = start + (ref & IS_LISTED) * BLOCK; at < end; at += 1) {
        const entry = this.listed[at]!;
        const weight = (entry << 24) >> 24;
        if (weight !== 0 && entry >> 8 === head) return weight;
      }
      return 0;
    }
    let value = this.packed[start + (head >> 2)]!;
    for (let lane = head & 3; lane > 0; lane -= 1) value = Math.floor((value + HALF_LANE) / LANE);
    return value - Math.floor((value + HALF_LANE) / LANE) * LANE;
  }

  /** Sums some packed rows into `held`. */
  private addPacked(from: number, to: number): void {
    let column = 0;
    for (; column + 4 <= this.width; column += 4) this.addFour(column, from, to);
    if (column < this.width) this.addTwo(column, from, to);
  }

  /** Four columns at a time are summed without leaving the processor's registers. */
  private addFour(column: number, from: number, to: number): void {
    const { packedAt, packed, held } = this;
    let one = 0;
    let two = 0;
    let three = 0;
    let four = 0;
    for (let at = from; at < to; at += 1) {
      const place = packedAt[at]! + column;
      one += packed[place]!;
      two += packed[place + 1]!;
      three += packed[place + 2]!;
      four += packed[place + 3]!;
    }
    held[column] = one;
    held[column + 1] = two;
    held[column + 2] = three;
    held[column + 3] = four;
  }

  private addTwo(column: number, from: number, to: number): void {
    const { packedAt, packed, held } = this;
    let one = 0;
    let two = 0;
    for (let at = from; at < to; at += 1) {
      const place = packedAt[at]! + column;
      one += packed[place]!;
      two += packed[place + 1]!;
    }
    held[column] = one;
    held[column + 1] = two;
  }

  /** Adds the packed sums to the sums by head. */
  private unpack(sums: Int32Array): void {
    const { size, held } = this;
    for (let at = 0; at < held.length; at += 1) {
      const value = held[at]!;
      if (value === 0) continue;
      const high = Math.floor((value + HALF_TWO) / TWO_LANES);
      const low = value - high * TWO_LANES;
      const head = at * LANES;
      const second = (low + HALF_LANE) >> LANE_BITS;
      sums[head]! += low - second * LANE;
      if (head + 1 < size) sums[head + 1]! += second;
      const fourth = (high + HALF_LANE) >> LANE_BITS;
      if (head + 2 < size) sums[head + 2]! += high - fourth * LANE;
      if (head + 3 < size) sums[head + 3]! += fourth;
    }
  }
}

const built = new WeakMap<Uint16Array, HeadTable>();

/** The table of a store, built once for its entries and number of heads. */
export function headTable(store: HeadStore): HeadTable {
  const known = built.get(store.entries);
  if (known !== undefined && known.size === store.heads.length) return known;
  const table = new HeadTable(store);
  built.set(store.entries, table);
  return table;
}
