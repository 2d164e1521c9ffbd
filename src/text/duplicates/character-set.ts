// Holds the distinct characters of one text, to compare those of another with them.

export class CharacterSet {
  /** The query whose text is held. */
  query = -1;
  readonly #held = new Int32Array(0x10000);
  readonly #seen = new Int32Array(0x10000);
  #filling = 0;
  #comparison = 0;
  #size = 0;

  fill(codes: Uint16Array, length: number, query: number): void {
    this.query = query;
    this.#filling += 1;
    this.#size = 0;
    for (let at = 0; at < length; at += 1) {
      if (this.#held[codes[at]!] === this.#filling) continue;
      this.#held[codes[at]!] = this.#filling;
      this.#size += 1;
    }
  }

  /** Share of distinct characters in common with `codes[from..to)` (Jaccard). */
  likeness(codes: Uint16Array, from: number, to: number): number {
    this.#comparison += 1;
    let shared = 0;
    let its = 0;
    for (let at = from; at < to; at += 1) {
      const code = codes[at]!;
      if (this.#seen[code] === this.#comparison) continue;
      this.#seen[code] = this.#comparison;
      its += 1;
      if (this.#held[code] === this.#filling) shared += 1;
    }
    return shared / (this.#size + its - shared);
  }
}
