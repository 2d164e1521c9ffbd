// The most frequent words of an endless stream in fixed room (Metwally et al., Space-Saving): no count is off by more than N / k.

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
  counts: number[];
  errors: number[];
  maps: number[];
}

/** Counts of `k` keys; the rarest makes room for a new one and hands over its count. */
export class SpaceSaving {
  private readonly slotOf = new Map<string, number>();
  private keys: string[] = [];
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
  }

  get size(): number {
    return this.keys.length;
  }

  add(key: string, amount: number, person: number): void {
    let slot = this.slotOf.get(key);
    if (slot === undefined) {
      if (this.keys.length < this.k) {
        slot = this.keys.length;
        this.keys.push(key);
        this.heap[slot] = slot;
        this.placeOf[slot] = slot;
        this.slotOf.set(key, slot);
        this.counts[slot] = amount;
        this.up(slot);
      } else {
        slot = this.heap[0]!;
        this.slotOf.delete(this.keys[slot]!);
        this.keys[slot] = key;
        this.slotOf.set(key, slot);
        this.errors[slot] = this.counts[slot]!;
        this.counts[slot]! += amount;
        this.maps.fill(0, slot * 4, slot * 4 + 4);
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
    const slot = this.slotOf.get(key);
    return slot === undefined ? 0 : this.counts[slot]!;
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
    const slots = [...this.heap.subarray(0, this.keys.length)];
    return {
      keys: slots.map((slot) => this.keys[slot]!),
      counts: slots.map((slot) => this.counts[slot]!),
      errors: slots.map((slot) => this.errors[slot]!),
      maps: slots.flatMap((slot) => [...this.maps.subarray(slot * 4, slot * 4 + 4)]),
    };
  }

  load(saved: SavedSaving): void {
    this.slotOf.clear();
    this.keys = saved.keys;
    saved.keys.forEach((key, slot) => {
      this.slotOf.set(key, slot);
      this.heap[slot] = slot;
      this.placeOf[slot] = slot;
    });
    this.counts.set(saved.counts);
    this.errors.set(saved.errors);
    this.maps.set(saved.maps);
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
