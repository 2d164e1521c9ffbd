// Remembers up to millions of texts in memory and says which of them a new one repeats in nearly the same characters.
import { CharacterSet } from './character-set.ts';
import { PairSet } from './pair-set.ts';
import { INDEX_BANDS as BANDS, LEAST_LENGTH, mix, Sketcher } from './sketcher.ts';

export interface Twin {
  /** Number of the earlier text: the first added has 0. */
  of: number;
  /** Share of character pairs in common (Jaccard), 0-1; from 0.35 where most characters are the same. */
  similarity: number;
}

export interface DuplicateIndexOptions {
  /** Least similarity of near-duplicates; 0.5 unless told. */
  least?: number;
  /** How many texts are expected; the index grows beyond. */
  expected?: number;
}

/**
 * A wrong character breaks two pairs but is only one character: below the least similarity two texts are still near-duplicates when
 * seven tenths of it are reached and most of their characters are the same.
 */
const LOWER = 0.7;
const CHARACTERS = 0.66;
/** So many candidates are proved at most; a bucket holding more belongs to an empty phrase everybody uses. */
const MOST_CANDIDATES = 300;
/** A chain is followed no further than this, so that a flood of one kind cannot slow everything down. */
const MOST_STEPS = 2000;

/**
 * One-permutation MinHash, 24 bands of 3, exact Jaccard proof; texts under six comparable characters and equal texts by their
 * exact characters. About 450 bytes a text of 60 characters. Equal texts are remembered once.
 */
export class DuplicateIndex {
  readonly #least: number;
  readonly #sketcher = new Sketcher();
  readonly #pairs = new PairSet();
  readonly #characters = new CharacterSet();
  #size = 0;
  /** Comparable characters of all distinct texts, one after another; `#starts[entry]` is where they begin. */
  #codes: Uint16Array;
  #starts: Uint32Array;
  #used = 0;
  #entries = 0;
  /** Per entry: number of the text, distinct pairs, last query that looked at it, next entry of equal exact hash. */
  #texts: Int32Array;
  #counts: Uint16Array;
  #looked: Int32Array;
  #sameNext: Int32Array;
  /** Per entry and band: the band's hash and the next entry in the chain (+1; 0 ends it). */
  #links: Int32Array;
  #heads: Int32Array;
  #sameHeads: Int32Array;
  #mask: number;
  #query = 0;

  constructor({ least = 0.5, expected = 1024 }: DuplicateIndexOptions = {}) {
    this.#least = least;
    const room = Math.max(1024, expected);
    this.#codes = new Uint16Array(room * 32);
    this.#starts = new Uint32Array(room + 1);
    this.#texts = new Int32Array(room);
    this.#counts = new Uint16Array(room);
    this.#looked = new Int32Array(room);
    this.#sameNext = new Int32Array(room);
    this.#links = new Int32Array(room * BANDS * 2);
    const heads = 2 ** Math.ceil(Math.log2(room));
    this.#mask = heads - 1;
    this.#heads = new Int32Array(heads * BANDS);
    this.#sameHeads = new Int32Array(heads);
  }

  /** How many texts were added. */
  get size(): number {
    return this.#size;
  }

  /** The earlier text most like this one (the earliest of equals), or null when it is the first of its kind. */
  query(text: string): Twin | null {
    this.#sketcher.read(text);
    const same = this.#sameAs(this.#exactHash());
    return same >= 0 ? { of: this.#texts[same]!, similarity: 1 } : this.#nearest(this.#sketcher.sketch());
  }

  /** Like {@link query}, and remembers the text under the next number. */
  add(text: string): Twin | null {
    const number = this.#size;
    this.#size += 1;
    this.#sketcher.read(text);
    const hash = this.#exactHash();
    const same = this.#sameAs(hash);
    if (same >= 0) return { of: this.#texts[same]!, similarity: 1 };
    const sketched = this.#sketcher.sketch();
    const twin = this.#nearest(sketched);
    this.#remember(number, hash, sketched);
    return twin;
  }

  #exactHash(): number {
    const { codes, length } = this.#sketcher;
    let hash = length;
    for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ codes[at]!, 0x01000193);
    return mix(hash);
  }

  /** Entry with exactly these comparable characters, or -1. */
  #sameAs(hash: number): number {
    const { codes, length } = this.#sketcher;
    if (length === 0) return -1;
    for (let entry = this.#sameHeads[hash & this.#mask]! - 1; entry >= 0; entry = this.#sameNext[entry]! - 1) {
      const from = this.#starts[entry]!;
      if (this.#starts[entry + 1]! - from !== length) continue;
      let at = 0;
      while (at < length && this.#codes[from + at] === codes[at]) at += 1;
      if (at === length) return entry;
    }
    return -1;
  }

  #nearest(sketched: boolean): Twin | null {
    if (!sketched || this.#entries === 0) return null;
    const { bands, codes, length } = this.#sketcher;
    this.#query += 1;
    this.#pairs.fill(codes, 0, length);
    let best = -1;
    let similarity = 0;
    let proved = 0;
    let steps = 0;
    for (let band = 0; band < BANDS && proved < MOST_CANDIDATES; band += 1) {
      const hash = bands[band]!;
      let entry = this.#heads[band * (this.#mask + 1) + (hash & this.#mask)]! - 1;
      while (entry >= 0 && steps < MOST_STEPS) {
        steps += 1;
        const link = (entry * BANDS + band) * 2;
        if (this.#links[link] === hash && this.#looked[entry] !== this.#query) {
          this.#looked[entry] = this.#query;
          proved += 1;
          const value = this.#prove(entry, Math.max(this.#least * LOWER, similarity));
          if (value > similarity || (value === similarity && value > 0 && entry < best)) {
            similarity = value;
            best = entry;
          }
        }
        entry = this.#links[link + 1]! - 1;
      }
    }
    return best < 0 ? null : { of: this.#texts[best]!, similarity };
  }

  /** Exact Jaccard similarity to an entry, or 0 when below `least`. */
  #prove(entry: number, least: number): number {
    const mine = this.#pairs.size;
    const its = this.#counts[entry]!;
    if (Math.min(mine, its) < least * Math.max(mine, its)) return 0;
    const shared = this.#pairs.shared(this.#codes, this.#starts[entry]!, this.#starts[entry + 1]!);
    const value = shared / (mine + its - shared);
    if (value >= this.#least || value < least) return value >= least ? value : 0;
    const { codes, length } = this.#sketcher;
    if (this.#characters.query !== this.#query) this.#characters.fill(codes, length, this.#query);
    return this.#characters.likeness(this.#codes, this.#starts[entry]!, this.#starts[entry + 1]!) >= CHARACTERS
      ? value
      : 0;
  }

  #remember(number: number, hash: number, sketched: boolean): void {
    const { codes, length, bands } = this.#sketcher;
    const entry = this.#entries;
    if (entry === this.#texts.length) this.#growEntries();
    if (this.#used + length > this.#codes.length) this.#codes = grown(this.#codes, this.#used + length);
    this.#codes.set(codes.subarray(0, length), this.#used);
    this.#used += length;
    this.#entries += 1;
    this.#starts[entry + 1] = this.#used;
    this.#texts[entry] = number;
    this.#chainSame(entry, hash);
    if (!sketched || length < LEAST_LENGTH) return;
    this.#pairs.fill(codes, 0, length);
    this.#counts[entry] = this.#pairs.size;
    for (let band = 0; band < BANDS; band += 1) {
      this.#links[(entry * BANDS + band) * 2] = bands[band]!;
      this.#chain(entry, band);
    }
  }

  #chain(entry: number, band: number): void {
    const link = (entry * BANDS + band) * 2;
    const head = band * (this.#mask + 1) + (this.#links[link]! & this.#mask);
    this.#links[link + 1] = this.#heads[head]!;
    this.#heads[head] = entry + 1;
  }

  #chainSame(entry: number, hash: number): void {
    this.#sameNext[entry] = this.#sameHeads[hash & this.#mask]!;
    this.#sameHeads[hash & this.#mask] = entry + 1;
  }

  /** Doubles the room; chains are tied anew over twice as many heads. */
  #growEntries(): void {
    const room = this.#texts.length * 2;
    this.#starts = grown(this.#starts, room + 1);
    this.#texts = grown(this.#texts, room);
    this.#counts = grown(this.#counts, room);
    this.#looked = grown(this.#looked, room);
    this.#sameNext = grown(this.#sameNext, room);
    this.#links = grown(this.#links, room * BANDS * 2);
    const heads = (this.#mask + 1) * 2;
    this.#mask = heads - 1;
    this.#heads = new Int32Array(heads * BANDS);
    this.#sameHeads = new Int32Array(heads);
    for (let entry = 0; entry < this.#entries; entry += 1) {
      const from = this.#starts[entry]!;
      const length = this.#starts[entry + 1]! - from;
      let hash = length;
      for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ this.#codes[from + at]!, 0x01000193);
      this.#chainSame(entry, mix(hash));
      if (length >= LEAST_LENGTH) for (let band = 0; band < BANDS; band += 1) this.#chain(entry, band);
    }
  }
}

function grown<T extends Uint16Array | Uint32Array | Int32Array>(from: T, least: number): T {
  const larger = new (from.constructor as new (size: number) => T)(Math.max(least, from.length * 2));
  larger.set(from);
  return larger;
}
