// The most frequent words of an endless stream in fixed room (Metwally et al., Space-Saving): no count is off by more than N / k.
import { fnv1a } from '../../../../kit/hash.ts';
import { pack, unpack } from './pack.ts';

export interface Counted {
  key: string;
  /** Not below the true count. */
  count: number;
  /** The true count is not below count − error. */
  error: number;
  /** Distinct people by two rotating maps of 64 bits. */
  people: number;
}

export interface SavedSaving {
  keys: string[];
  /** Packed columns. */
  counts: string;
  errors: string;
  maps: string;
}

/** Counts of `k` keys; the rarest makes room for a new one and hands over its count. */
export class SpaceSaving {
  private keys: string[] = [];
  /** Slots + 1 by the hash of their key, open addressing, at most a quarter full; no memory is asked for as keys come and go. */
  private readonly table: Int32Array;
  private readonly mask: number;
  private readonly hashes: Int32Array;
  private readonly counts: Float64Array;
  private readonly errors: Float64Array;
  /** Four words of 32 bits a slot: this period and the one before. */
  private readonly maps: Uint32Array;
  /** Slots as a heap, the rarest first, and the place of each slot in it. */
  private readonly heap: Int32Array;
  private readonly placeOf: Int32Array;

  constructor(readonly k: number) {
    this.counts = new Float64Array(k);
    this.errors = new Float64Array(k);
    this.maps = new Uint32Array(k * 4);
    this.heap = new Int32Array(k);
    this.placeOf = new Int32Array(k);
    this.hashes = new Int32Array(k);
    let size = 16;
    while (size < k * 4) size *= 2;
    this.table = new Int32Array(size);
    this.mask = size - 1;
  }

  get size(): number {
    return this.keys.length;
  }

  /** @param hash {@link hashOfKey} of the key, where it is known already */
  add(key: string, amount: number, person: number, hash: number = hashOfKey(key)): void {
    let slot = this.find(key, hash);
    if (slot < 0) {
      if (this.keys.length < this.k) {
        slot = this.keys.length;
        this.keys.push(key);
        this.heap[slot] = slot;
        this.placeOf[slot] = slot;
        this.insert(slot, hash);
        this.counts[slot] = amount;
        this.up(slot);
      } else {
        slot = this.heap[0]!;
        this.drop(slot);
        this.keys[slot] = key;
        this.insert(slot, hash);
        this.errors[slot] = this.counts[slot]!;
        this.counts[slot]! += amount;
        const at = slot * 4;
        this.maps[at] = 0;
        this.maps[at + 1] = 0;
        this.maps[at + 2] = 0;
        this.maps[at + 3] = 0;
        this.down(this.placeOf[slot]!);
      }
    } else {
      this.counts[slot]! += amount;
      this.down(this.placeOf[slot]!);
    }
    const bit = Math.imul(person, 0x9e3779b1) >>> 26;
    this.maps[slot * 4 + (bit >> 5)]! |= 1 << (bit & 31);
  }

  countOf(key: string): number {
    const slot = this.find(key, hashOfKey(key));
    return slot < 0 ? 0 : this.counts[slot]!;
  }

  /** Multiplies all counts, for forward decay. */
  scale(by: number): void {
    for (let slot = 0; slot < this.keys.length; slot += 1) {
      this.counts[slot]! *= by;
      this.errors[slot]! *= by;
    }
  }

  /** Begins a new period for the counts of people. */
  turn(): void {
    const { maps } = this;
    for (let at = 0; at < this.keys.length * 4; at += 4) {
      maps[at + 2] = maps[at]!;
      maps[at + 3] = maps[at + 1]!;
      maps[at] = 0;
      maps[at + 1] = 0;
    }
  }

  /** Most frequent first, at most `most` of at least `least`. */
  top(most: number, least: number): Counted[] {
    const found: number[] = [];
    for (let slot = 0; slot < this.keys.length; slot += 1) if (this.counts[slot]! >= least) found.push(slot);
    found.sort((a, b) => this.counts[b]! - this.counts[a]! || (this.keys[a]! < this.keys[b]! ? -1 : 1));
    return found.slice(0, most).map((slot) => ({
      key: this.keys[slot]!,
      count: this.counts[slot]!,
      error: this.errors[slot]!,
      people: this.peopleOf(slot),
    }));
  }

  save(): SavedSaving {
    // In heap order, so that ties are broken the same way after restoring.
    const size = this.keys.length;
    const keys: string[] = [];
    const counts = new Float64Array(size);
    const errors = new Float64Array(size);
    const maps = new Uint32Array(size * 4);
    for (let at = 0; at < size; at += 1) {
      const slot = this.heap[at]!;
      keys.push(this.keys[slot]!);
      counts[at] = this.counts[slot]!;
      errors[at] = this.errors[slot]!;
      for (let word = 0; word < 4; word += 1) maps[at * 4 + word] = this.maps[slot * 4 + word]!;
    }
    return { keys, counts: pack(counts, size), errors: pack(errors, size), maps: pack(maps, size * 4) };
  }

  load(saved: SavedSaving): void {
    this.table.fill(0);
    this.keys = saved.keys;
    saved.keys.forEach((key, slot) => {
      this.insert(slot, hashOfKey(key));
      this.heap[slot] = slot;
      this.placeOf[slot] = slot;
    });
    this.counts.set(new Float64Array(unpack(saved.counts)));
    this.errors.set(new Float64Array(unpack(saved.errors)));
    this.maps.set(new Uint32Array(unpack(saved.maps)));
  }

  /** Linear counting over 64 bits; full maps tell "many". */
  private peopleOf(slot: number): number {
    const { maps } = this;
    let bits = 0;
    for (let half = 0; half < 2; half += 1) {
      let word = maps[slot * 4 + half]! | maps[slot * 4 + 2 + half]!;
      while (word !== 0) {
        bits += 1;
        word &= word - 1;
      }
    }
    return bits >= 63 ? 250 : Math.round(-64 * Math.log(1 - bits / 64));
  }

  /** The slot of a key, -1 when there is none. */
  private find(key: string, hash: number): number {
    const { table, mask, hashes, keys } = this;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const slot = table[at]! - 1;
      if (slot < 0) return -1;
      if (hashes[slot] === hash && keys[slot] === key) return slot;
    }
  }

  private insert(slot: number, hash: number): void {
    const { table, mask } = this;
    this.hashes[slot] = hash;
    let at = hash & mask;
    while (table[at] !== 0) at = (at + 1) & mask;
    table[at] = slot + 1;
  }

  /** Takes a slot out of the table and closes the row behind it. */
  private drop(slot: number): void {
    const { table, mask, hashes } = this;
    let hole = hashes[slot]! & mask;
    while (table[hole] !== slot + 1) hole = (hole + 1) & mask;
    for (let at = (hole + 1) & mask; table[at] !== 0; at = (at + 1) & mask) {
      const home = hashes[table[at]! - 1]! & mask;
      // Stays when its home lies behind the hole.
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      table[hole] = table[at]!;
      hole = at;
    }
    table[hole] = 0;
  }

  private up(from: number): void {
    const { heap, placeOf, counts } = this;
    let place = from;
    const slot = heap[place]!;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent]!;
      if (counts[above]! <= counts[slot]!) break;
      heap[place] = above;
      placeOf[above] = place;
      place = parent;
    }
    heap[place] = slot;
    placeOf[slot] = place;
  }

  private down(from: number): void {
    const { heap, placeOf, counts } = this;
    const size = this.keys.length;
    let place = from;
    const slot = heap[place]!;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= size) break;
      if (child + 1 < size && counts[heap[child + 1]!]! < counts[heap[child]!]!) child += 1;
      const below = heap[child]!;
      if (counts[below]! >= counts[slot]!) break;
      heap[place] = below;
      placeOf[below] = place;
      place = child;
    }
    heap[place] = slot;
    placeOf[slot] = place;
  }
}

/** 32 bits; keys are a few characters long. */
export function hashOfKey(key: string): number {
  const hash = fnv1a(key);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 0;
}
