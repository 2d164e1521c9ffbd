// Finds the weights of a fit that are worth keeping, without sorting all of them: every head of every group asks for this.

/** Bits of a number's size that are counted first: its exponent and the beginning of its fraction. */
const COARSE_SHIFT = 16;

export interface LargestWeights {
  /** Places of the kept weights in rising order; none of them is 0. */
  at: Uint32Array;
  /** Sizes of the kept weights, largest first. */
  sizes: Float32Array;
}

/** The `keep` weights farthest from zero; of equal ones the first. */
export function largestWeights(weights: Float32Array, keep: number): LargestWeights {
  const sizes = sizesDown(weights, keep);
  const least = sizes[sizes.length - 1] ?? Number.POSITIVE_INFINITY;
  // How many that are just as large as the least kept one belong to the kept.
  let ties = 0;
  while (ties < sizes.length && sizes[sizes.length - 1 - ties] === least) ties += 1;
  const at = new Uint32Array(sizes.length);
  let count = 0;
  for (let place = 0; place < weights.length; place += 1) {
    const size = Math.abs(weights[place]!);
    if (size < least || (size === least && ties-- <= 0)) continue;
    at[count++] = place;
  }
  return { at, sizes };
}

/** The kept weights as whole numbers of steps of `scale`, at most 127 of them; all others are 0. */
export function packLargest(weights: Float32Array, at: Uint32Array, scale: number, buckets: number): Int8Array {
  const packed = new Int8Array(buckets);
  for (const place of at) packed[place] = Math.max(-127, Math.min(127, Math.round(weights[place]! / scale)));
  return packed;
}

/** Sizes of the `keep` weights farthest from zero, largest first. */
function sizesDown(weights: Float32Array, keep: number): Float32Array {
  // The bits of a positive number rise with it, so that they can be counted like whole numbers.
  const bits = new Uint32Array(weights.buffer, weights.byteOffset, weights.length);
  const counts = new Uint32Array((0x7fffffff >>> COARSE_SHIFT) + 1);
  for (const one of bits) counts[(one & 0x7fffffff) >>> COARSE_SHIFT]! += 1;
  let coarse = counts.length - 1;
  let found = counts[coarse]!;
  while (coarse > 0 && found < keep) {
    coarse -= 1;
    found += counts[coarse]!;
  }
  const near = new Float32Array(found);
  let size = 0;
  for (let place = 0; place < weights.length; place += 1) {
    if ((bits[place]! & 0x7fffffff) >>> COARSE_SHIFT >= coarse && weights[place] !== 0)
      near[size++] = Math.abs(weights[place]!);
  }
  return near.subarray(0, size).sort().reverse().slice(0, keep);
}
