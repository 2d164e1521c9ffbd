// Fits what a shop adds to the base: a linear correction that keeps still where the base is right by a margin.

import type { ShopPart } from './adapt.contract.ts';
import { seeded } from './seeded.ts';

/** One text to learn from. */
export interface ResidualRow {
  /** Distinct n-gram buckets. */
  grams: Uint32Array;
  /** Value of each of them in this text. */
  length: number;
  /** Logit before the correction. */
  offset: number;
  y: 1 | -1;
  /** How much a mistake on this text costs. */
  cost: number;
}

export interface ResidualOptions {
  /** By how much of a logit a text is to be right before it is left alone. */
  margin: number;
  /** How freely the shift moves beside the weights (value of a constant n-gram). */
  shiftValue: number;
  epochs?: number;
}

/**
 * Weights w and a shift that minimise ½|w|² + Σ cost · max(0, margin − y·(offset + w·x))², by dual coordinate descent:
 * the base is the start, every text that it gets right by the margin teaches nothing. Deterministic.
 */
export function fitResidual(rows: readonly ResidualRow[], options: ResidualOptions): ShopPart {
  const local = new Map<number, number>();
  let total = 0;
  for (const row of rows) {
    total += row.grams.length;
    for (const bucket of row.grams) if (!local.has(bucket)) local.set(bucket, local.size);
  }
  const start = new Uint32Array(rows.length + 1);
  const cols = new Uint32Array(total);
  rows.forEach((row, index) => {
    let at = start[index]!;
    for (const bucket of row.grams) cols[at++] = local.get(bucket)!;
    start[index + 1] = at;
  });
  const weights = new Float64Array(local.size);
  const alpha = new Float64Array(rows.length);
  const order = Uint32Array.from(rows.keys());
  const random = seeded(11);
  const unit = options.shiftValue;
  let shift = 0;
  for (let epoch = 0; epoch < (options.epochs ?? 12); epoch += 1) {
    for (let index = order.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      const kept = order[index]!;
      order[index] = order[other]!;
      order[other] = kept;
    }
    let largest = 0;
    for (let index = 0; index < order.length; index += 1) {
      const at = order[index]!;
      const row = rows[at]!;
      const first = start[at]!;
      const last = start[at + 1]!;
      let sum = 0;
      for (let col = first; col < last; col += 1) sum += weights[cols[col]!]!;
      const damp = 0.5 / row.cost;
      const size = row.length * row.length * (last - first) + unit * unit;
      const gradient = row.y * (row.offset + sum * row.length + shift * unit) - options.margin + alpha[at]! * damp;
      const next = Math.max(0, alpha[at]! - gradient / (size + damp));
      const delta = (next - alpha[at]!) * row.y;
      if (delta === 0) continue;
      alpha[at] = next;
      largest = Math.max(largest, Math.abs(delta));
      const move = delta * row.length;
      for (let col = first; col < last; col += 1) weights[cols[col]!]! += move;
      shift += delta * unit;
    }
    if (largest < 1e-3) break;
  }
  const buckets = Uint32Array.from(local.keys()).sort();
  return {
    shift: shift * unit,
    buckets,
    weights: Float32Array.from(buckets, (bucket) => weights[local.get(bucket)!]!),
  };
}

/** Scores a text under a part; reusable, so that many texts cost no allocation. */
export class PartScorer {
  private readonly weightOf: Map<number, number>;
  private readonly shift: number;

  constructor(part: ShopPart) {
    this.shift = part.shift;
    this.weightOf = new Map(Array.from(part.buckets, (bucket, at) => [bucket, part.weights[at]!]));
  }

  score(row: Pick<ResidualRow, 'grams' | 'length'>): number {
    let sum = 0;
    for (const bucket of row.grams) sum += this.weightOf.get(bucket) ?? 0;
    return this.shift + sum * row.length;
  }
}

/** The sum of two parts. */
export function addParts(one: ShopPart, two: ShopPart, worth = 1): ShopPart {
  const weightOf = new Map<number, number>();
  one.buckets.forEach((bucket, at) => {
    weightOf.set(bucket, one.weights[at]!);
  });
  two.buckets.forEach((bucket, at) => {
    weightOf.set(bucket, (weightOf.get(bucket) ?? 0) + worth * two.weights[at]!);
  });
  const buckets = Uint32Array.from(weightOf.keys()).sort();
  return {
    shift: one.shift + worth * two.shift,
    buckets,
    weights: Float32Array.from(buckets, (bucket) => weightOf.get(bucket)!),
  };
}

export const NO_PART: ShopPart = { shift: 0, buckets: new Uint32Array(0), weights: new Float32Array(0) };
