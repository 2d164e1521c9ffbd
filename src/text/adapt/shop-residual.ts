// A shop's weights laid out for scoring: one open table of n-gram buckets, walked once a text, without allocation.
import type { FeatureReader } from '../features.ts';
import type { ShopPart, ShopWeights } from './adapt.contract.ts';

/** Index of the sentiment among the sums; heads follow. */
const SENTIMENT = 0;

/** Reusable; the results of the last text are in `sentiment` and `heads`. */
export class ShopResidual {
  /** What the shop adds to the sentiment's logit. */
  sentiment = 0;
  /** What the shop adds to each of its heads' logits. */
  readonly heads: Float64Array;
  readonly names: readonly string[];
  readonly doubtBar: number | null;
  private readonly shifts: Float64Array;
  private readonly sums: Float64Array;
  private readonly slotOf: Uint32Array;
  private readonly mask: number;
  private readonly first: Uint32Array;
  private readonly entryHead: Uint8Array;
  private readonly entryWeight: Float32Array;
  private readonly stamp: Uint32Array;
  private turn = 0;

  constructor(shop: Pick<ShopWeights, 'shift' | 'buckets' | 'weights' | 'heads' | 'doubtBar'>) {
    const parts: readonly ShopPart[] = [shop, ...shop.heads];
    this.names = shop.heads.map((head) => head.name);
    this.doubtBar = shop.doubtBar;
    this.shifts = Float64Array.from(parts, (part) => part.shift);
    this.sums = new Float64Array(parts.length);
    this.heads = new Float64Array(shop.heads.length);
    const all: { bucket: number; head: number; weight: number }[] = [];
    parts.forEach((part, head) => {
      for (let at = 0; at < part.buckets.length; at += 1)
        all.push({ bucket: part.buckets[at]!, head, weight: part.weights[at]! });
    });
    all.sort((a, b) => a.bucket - b.bucket || a.head - b.head);
    this.entryHead = Uint8Array.from(all, (entry) => entry.head);
    this.entryWeight = Float32Array.from(all, (entry) => entry.weight);
    const starts: number[] = [];
    all.forEach((entry, at) => {
      if (at === 0 || all[at - 1]!.bucket !== entry.bucket) starts.push(at);
    });
    this.first = Uint32Array.from([...starts, all.length]);
    let size = 16;
    while (size < starts.length * 2) size *= 2;
    this.mask = size - 1;
    // Slots hold bucket and row number in turn: row + 1, and 0 for an empty slot.
    this.slotOf = new Uint32Array(size * 2);
    starts.forEach((at, row) => {
      const bucket = all[at]!.bucket;
      let slot = place(bucket) & this.mask;
      while (this.slotOf[2 * slot + 1] !== 0) slot = (slot + 1) & this.mask;
      this.slotOf[2 * slot] = bucket;
      this.slotOf[2 * slot + 1] = row + 1;
    });
    this.stamp = new Uint32Array(starts.length);
  }

  /** Sums the shop's weights over the distinct n-grams of the text that was read last. */
  read(features: FeatureReader): void {
    const { sums, shifts, slotOf, mask, first, entryHead, entryWeight, stamp } = this;
    sums.fill(0);
    this.turn = (this.turn + 1) >>> 0;
    if (this.turn === 0) {
      stamp.fill(0);
      this.turn = 1;
    }
    const { gram, units } = features;
    for (let unit = 0; unit < units; unit += 1) {
      const grams = features.gramsAt(unit);
      for (let at = 3 * unit, end = at + grams; at < end; at += 1) {
        const bucket = gram[at]!;
        let slot = place(bucket) & mask;
        let row = slotOf[2 * slot + 1]!;
        while (row !== 0 && slotOf[2 * slot] !== bucket) {
          slot = (slot + 1) & mask;
          row = slotOf[2 * slot + 1]!;
        }
        if (row === 0 || stamp[row - 1] === this.turn) continue;
        stamp[row - 1] = this.turn;
        for (let entry = first[row - 1]!, last = first[row]!; entry < last; entry += 1) {
          sums[entryHead[entry]!]! += entryWeight[entry]!;
        }
      }
    }
    const length = inverseNorm(units);
    this.sentiment = units === 0 ? 0 : shifts[SENTIMENT]! + sums[SENTIMENT]! * length;
    for (let head = 0; head < this.heads.length; head += 1) {
      this.heads[head] = units === 0 ? 0 : shifts[head + 1]! + sums[head + 1]! * length;
    }
  }
}

/** What every n-gram of a text counts: one over the root of how many places it has for n-grams. */
export function inverseNorm(units: number): number {
  return 1 / Math.sqrt(Math.max(1, 3 * units - 3));
}

function place(bucket: number): number {
  return Math.imul(bucket, 0x9e3779b1) >>> 9;
}
