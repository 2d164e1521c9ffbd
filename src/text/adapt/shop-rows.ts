// The shop's texts as rows of local columns, built once, so that the many fits of one learning share it.

import { seeded, shuffle } from '../../kit/seeded.ts';
import type { ShopPart } from './adapt.contract.ts';

/** A text as the fit sees it. */
export interface RowText {
  /** Distinct n-gram buckets, ascending. */
  grams: Uint32Array;
  /** Value of each of them. */
  length: number;
}

/** Weights of the local columns, and the shift. */
export interface LocalFit {
  weights: Float64Array;
  shift: number;
}

export interface FitOptions {
  /** By how much of a logit a text is to be right before it is left alone. */
  margin: number;
  /** How freely the shift moves beside the weights (value of a constant n-gram); 0 keeps it still. */
  shiftValue: number;
  epochs: number;
}

/** Rows over the buckets that occur in at least `atLeast` of the texts, or in more when they would be over `limit`. */
export class ShopRows {
  readonly rows: number;
  readonly buckets: Uint32Array;
  private readonly start: Uint32Array;
  private readonly cols: Uint32Array;
  private readonly value: Float64Array;
  private readonly count: ReadonlyMap<number, number>;

  constructor(texts: readonly RowText[], atLeast = 1, limit = Number.POSITIVE_INFINITY) {
    this.rows = texts.length;
    const count = new Map<number, number>();
    for (const text of texts) for (const bucket of text.grams) count.set(bucket, (count.get(bucket) ?? 0) + 1);
    this.count = count;
    this.buckets = commonBuckets(count, atLeast, limit);
    const local = new Map<number, number>();
    this.buckets.forEach((bucket, index) => {
      local.set(bucket, index);
    });
    this.start = new Uint32Array(texts.length + 1);
    this.value = Float64Array.from(texts, (text) => text.length);
    let size = 0;
    for (const text of texts) size += text.grams.length;
    const cols = new Uint32Array(size);
    let at = 0;
    texts.forEach((text, row) => {
      for (const bucket of text.grams) {
        const col = local.get(bucket);
        if (col !== undefined) cols[at++] = col;
      }
      this.start[row + 1] = at;
    });
    this.cols = cols.subarray(0, at);
  }

  /** A text by only those of its n-grams that at most `times` of the rows have: what it shares with its near copies alone. */
  rareOf(text: RowText, times: number): RowText {
    return { grams: text.grams.filter((bucket) => (this.count.get(bucket) ?? 0) <= times), length: text.length };
  }

  /**
   * Weights w and a shift that minimise ½|w|² + Σ cost · max(0, margin − y·(offset + w·x))², by dual coordinate descent:
   * a text that its offset already puts right by the margin teaches nothing. Deterministic.
   * @param y 1, -1, or 0 for rows to leave out.
   */
  fit(y: Int8Array, cost: Float64Array, offset: Float64Array | null, options: FitOptions): LocalFit {
    const { start, cols, value } = this;
    const weights = new Float64Array(this.buckets.length);
    const alpha = new Float64Array(this.rows);
    const order = Uint32Array.from(y.keys()).filter((row) => y[row] !== 0);
    const random = seeded(11);
    const unit = options.shiftValue;
    let shift = 0;
    for (let epoch = 0; epoch < options.epochs; epoch += 1) {
      shuffle(order, random);
      let largest = 0;
      for (let index = 0; index < order.length; index += 1) {
        const row = order[index]!;
        const first = start[row]!;
        const last = start[row + 1]!;
        const worth = value[row]!;
        let sum = 0;
        for (let at = first; at < last; at += 1) sum += weights[cols[at]!]!;
        const damp = 0.5 / cost[row]!;
        const size = worth * worth * (last - first) + unit * unit + damp;
        const gap = y[row]! * ((offset === null ? 0 : offset[row]!) + sum * worth + shift * unit) - options.margin;
        const next = Math.max(0, alpha[row]! - (gap + alpha[row]! * damp) / size);
        const delta = (next - alpha[row]!) * y[row]!;
        if (delta === 0) continue;
        alpha[row] = next;
        largest = Math.max(largest, Math.abs(delta));
        const move = delta * worth;
        for (let at = first; at < last; at += 1) weights[cols[at]!]! += move;
        shift += delta * unit;
      }
      if (largest < 1e-3) break;
    }
    return { weights, shift: shift * unit };
  }

  /** What a fit says of one of the rows. */
  score(fit: LocalFit, row: number): number {
    let sum = 0;
    for (let at = this.start[row]!, end = this.start[row + 1]!; at < end; at += 1) sum += fit.weights[this.cols[at]!]!;
    return sum * this.value[row]! + fit.shift;
  }

  /** A fit as weights by bucket, times `worth`. */
  part(fit: LocalFit, worth = 1): ShopPart {
    return {
      shift: fit.shift * worth,
      buckets: this.buckets,
      weights: Float32Array.from(fit.weights, (weight) => weight * worth),
    };
  }
}

function commonBuckets(count: ReadonlyMap<number, number>, atLeast: number, limit: number): Uint32Array {
  const byTimes = new Uint32Array(256);
  for (const times of count.values()) byTimes[Math.min(255, times)]! += 1;
  let least = 255;
  let size = byTimes[255]!;
  while (least > atLeast && size + byTimes[least - 1]! <= limit) {
    least -= 1;
    size += byTimes[least]!;
  }
  const kept: number[] = [];
  for (const [bucket, times] of count) if (times >= least) kept.push(bucket);
  return Uint32Array.from(kept).sort();
}
