// Distinct people of the last five minutes and of the five before, kept exact by counting in and out with each bucket.

const BUCKETS = 30;

export interface SavedWindow {
  index: number;
  recent: number[][];
}

/** One thing people do. Buckets are numbered by time / 10 s. */
export class PeopleWindow {
  last = 0;
  previous = 0;
  private index = Number.NEGATIVE_INFINITY;
  /** The newest is last; at most twice {@link BUCKETS}. */
  private recent: number[][] = [];
  private inLast = new Uint8Array(256);
  private inPrevious = new Uint8Array(256);
  private stamp = new Int32Array(256);

  /** Counts a person in the bucket `index`; a late one counts in the newest. */
  add(person: number, index: number): void {
    this.rollTo(index);
    if (person >= this.stamp.length) this.grow(person + 1);
    // Stamps are relative to nothing that can be 0.
    const mark = (this.index % 1_000_000_007) + 1;
    if (this.stamp[person] === mark) return;
    this.stamp[person] = mark;
    this.recent[this.recent.length - 1]!.push(person);
    if (this.inLast[person]!++ === 0) this.last += 1;
  }

  rollTo(index: number): void {
    if (this.recent.length === 0) {
      this.index = index;
      this.recent.push([]);
      return;
    }
    if (index <= this.index) return;
    const steps = index - this.index;
    if (steps >= BUCKETS * 2) {
      this.clear();
      this.index = index;
      this.recent.push([]);
      return;
    }
    for (let step = 0; step < steps; step += 1) {
      this.recent.push([]);
      if (this.recent.length > BUCKETS)
        for (const person of this.recent[this.recent.length - 1 - BUCKETS]!) {
          if (--this.inLast[person]! === 0) this.last -= 1;
          if (this.inPrevious[person]!++ === 0) this.previous += 1;
        }
      if (this.recent.length > BUCKETS * 2)
        for (const person of this.recent.shift()!) if (--this.inPrevious[person]! === 0) this.previous -= 1;
    }
    this.index = index;
  }

  save(): SavedWindow {
    return { index: Number.isFinite(this.index) ? this.index : 0, recent: this.recent };
  }

  load(saved: SavedWindow): void {
    this.clear();
    if (saved.recent.length === 0) return;
    this.index = saved.index;
    this.recent = saved.recent.map((bucket) => [...bucket]);
    const mark = (this.index % 1_000_000_007) + 1;
    this.recent.forEach((bucket, at) => {
      const isLast = at >= this.recent.length - BUCKETS;
      for (const person of bucket) {
        if (person >= this.stamp.length) this.grow(person + 1);
        if (isLast) {
          if (this.inLast[person]!++ === 0) this.last += 1;
        } else if (this.inPrevious[person]!++ === 0) this.previous += 1;
        if (at === this.recent.length - 1) this.stamp[person] = mark;
      }
    });
  }

  private clear(): void {
    this.recent = [];
    this.inLast.fill(0);
    this.inPrevious.fill(0);
    this.stamp.fill(0);
    this.last = 0;
    this.previous = 0;
  }

  private grow(least: number): void {
    let room = this.stamp.length;
    while (room < least) room *= 2;
    const copy = <T extends Uint8Array | Int32Array>(next: T, from: T): T => {
      next.set(from);
      return next;
    };
    this.stamp = copy(new Int32Array(room), this.stamp);
    this.inLast = copy(new Uint8Array(room), this.inLast);
    this.inPrevious = copy(new Uint8Array(room), this.inPrevious);
  }
}
