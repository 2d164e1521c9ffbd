// Leads from a second of a show to the place in its journal where it begins.

/** One entry for every ten seconds of event time: the lowest number of an event in it or later. */
export class SecondIndex {
  #firstSeq: number[] = [];
  #startedAt: number;
  #stepMs: number;

  constructor(startedAt: number, stepMs = 10_000) {
    this.#startedAt = startedAt;
    this.#stepMs = stepMs;
  }

  take(ts: number, seq: number): void {
    const place = Math.floor((ts - this.#startedAt) / this.#stepMs);
    if (place < 0 || place > 17_280) return;
    if (this.#firstSeq[place] === undefined || seq < this.#firstSeq[place]!) this.#firstSeq[place] = seq;
  }

  /** Filled: where nothing was said, the next place where something was; at the end the newest event. */
  list(lastSeq: number): number[] {
    const filled: number[] = [];
    let next = lastSeq;
    for (let place = this.#firstSeq.length - 1; place >= 0; place -= 1) {
      next = Math.min(next, this.#firstSeq[place] ?? next);
      filled[place] = next;
    }
    return filled;
  }
}

/** Number of the event from which to read for a second of the show; late events lie a little after their second. */
export function seqOfSecond(index: readonly number[], second: number, stepMs = 10_000): number {
  const place = Math.floor((second * 1000) / stepMs);
  return index[Math.min(place, index.length - 1)] ?? 1;
}
