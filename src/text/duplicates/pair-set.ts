// Holds the distinct character pairs of one text, so that many others can be compared with it quickly and exactly.

/** Open addressing over reused arrays; a pair of characters is one 32-bit key. */
export class PairSet {
  #keys = new Int32Array(1024);
  /** Which filling of the set, and which comparison, a place was last used in. */
  #filled = new Int32Array(1024);
  #seen = new Int32Array(1024);
  #filling = 0;
  #comparison = 0;
  #mask = 1023;
  /** How many distinct pairs the set holds. */
  size = 0;

  /** Takes the pairs of `codes[from..to)`; of one character alone, the character. */
  fill(codes: Uint16Array, from: number, to: number): void {
    const needed = 4 * (to - from);
    if (needed > this.#keys.length) this.#grow(2 ** Math.ceil(Math.log2(needed)));
    this.#filling += 1;
    this.size = 0;
    if (to - from === 1) this.#add(codes[from]!);
    for (let at = from; at + 1 < to; at += 1) this.#add((codes[at]! << 16) | codes[at + 1]!);
  }

  /** How many distinct pairs of `codes[from..to)` are in the set. */
  shared(codes: Uint16Array, from: number, to: number): number {
    this.#comparison += 1;
    if (to - from === 1) return this.#count(codes[from]!);
    let shared = 0;
    for (let at = from; at + 1 < to; at += 1) shared += this.#count((codes[at]! << 16) | codes[at + 1]!);
    return shared;
  }

  #add(key: number): void {
    let place = placeOf(key) & this.#mask;
    while (this.#filled[place] === this.#filling) {
      if (this.#keys[place] === key) return;
      place = (place + 1) & this.#mask;
    }
    this.#keys[place] = key;
    this.#filled[place] = this.#filling;
    this.#seen[place] = 0;
    this.size += 1;
  }

  #count(key: number): number {
    let place = placeOf(key) & this.#mask;
    while (this.#filled[place] === this.#filling) {
      if (this.#keys[place] === key) {
        if (this.#seen[place] === this.#comparison) return 0;
        this.#seen[place] = this.#comparison;
        return 1;
      }
      place = (place + 1) & this.#mask;
    }
    return 0;
  }

  #grow(size: number): void {
    this.#keys = new Int32Array(size);
    this.#filled = new Int32Array(size);
    this.#seen = new Int32Array(size);
    this.#mask = size - 1;
  }
}

function placeOf(key: number): number {
  const hash = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
