// Counts how often each 64-bit hash was seen, in 12 bytes an entry instead of a map's hundred.

const LOAD = 0.6;

/** Open addressing with linear probing; grows by doubling. A million entries take about 24 MB. */
export class OccurrenceCounter {
  private capacity = 1 << 12;
  private low = new Uint32Array(this.capacity);
  private high = new Uint32Array(this.capacity);
  private seen = new Uint32Array(this.capacity);
  private size = 0;

  /** Counts one more of this hash and says the how-manyth it is, from 1. */
  add(low: number, high: number): number {
    if (this.size >= this.capacity * LOAD) this.grow();
    const slot = this.slotOf(low, high);
    if (this.seen[slot] === 0) {
      this.low[slot] = low;
      this.high[slot] = high;
      this.size += 1;
    }
    this.seen[slot] = this.seen[slot]! + 1;
    return this.seen[slot]!;
  }

  private slotOf(low: number, high: number): number {
    const mask = this.capacity - 1;
    let slot = (low ^ high) & mask;
    while (this.seen[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { low, high, seen } = this;
    this.capacity *= 2;
    this.low = new Uint32Array(this.capacity);
    this.high = new Uint32Array(this.capacity);
    this.seen = new Uint32Array(this.capacity);
    for (let index = 0; index < seen.length; index += 1) {
      if (seen[index] === 0) continue;
      const slot = this.slotOf(low[index]!, high[index]!);
      this.low[slot] = low[index]!;
      this.high[slot] = high[index]!;
      this.seen[slot] = seen[index]!;
    }
  }
}
