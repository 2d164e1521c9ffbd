// Weights by n-gram bucket: adding them up and asking them about a text.
import type { ShopPart } from './adapt.contract.ts';
import type { RowText } from './shop-rows.ts';

export const NO_PART: ShopPart = { shift: 0, buckets: new Uint32Array(0), weights: new Float32Array(0) };

/** The sum of two parts. */
export function addParts(one: ShopPart, two: ShopPart): ShopPart {
  const weightOf = new Map<number, number>();
  one.buckets.forEach((bucket, at) => {
    weightOf.set(bucket, one.weights[at]!);
  });
  two.buckets.forEach((bucket, at) => {
    weightOf.set(bucket, (weightOf.get(bucket) ?? 0) + two.weights[at]!);
  });
  const buckets = Uint32Array.from(weightOf.keys()).sort();
  return {
    shift: one.shift + two.shift,
    buckets,
    weights: Float32Array.from(buckets, (bucket) => weightOf.get(bucket)!),
  };
}

/** What a part says of many texts. */
export class PartScorer {
  private readonly weightOf: Map<number, number>;
  private readonly shift: number;

  constructor(part: ShopPart) {
    this.shift = part.shift;
    this.weightOf = new Map(Array.from(part.buckets, (bucket, at) => [bucket, part.weights[at]!]));
  }

  score(text: RowText): number {
    let sum = 0;
    for (const bucket of text.grams) sum += this.weightOf.get(bucket) ?? 0;
    return this.shift + sum * text.length;
  }
}
