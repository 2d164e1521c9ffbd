// Whether the quick choice of the largest weights is the one a full sort would make.
import { describe, expect, it } from 'vitest';
import { seeded } from '../../kit/seeded.ts';
import { largestWeights, packLargest } from './largest-weights.ts';

/** Every weight sorted; equal ones stay in their order. */
function bySorting(weights: Float32Array, keep: number): number[] {
  return Array.from(weights.keys())
    .filter((at) => weights[at] !== 0)
    .sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!))
    .slice(0, keep);
}

describe('largestWeights', () => {
  it('keeps what a full sort would keep, the first of equal ones', () => {
    const random = seeded(3);
    for (let round = 0; round < 40; round += 1) {
      const steps = round % 2 === 0 ? 20 : 1e6;
      const weights = Float32Array.from({ length: 500 }, () =>
        random() < 0.3 ? 0 : Math.round((random() - 0.5) * steps) / 7,
      );
      const keep = Math.floor(random() * 600);
      const wanted = bySorting(weights, keep);
      const { at, sizes } = largestWeights(weights, keep);
      expect([...sizes]).toEqual(wanted.map((place) => Math.abs(weights[place]!)));
      expect([...at]).toEqual(wanted.sort((a, b) => a - b));
    }
  });

  it('keeps nothing of a fit without weights', () => {
    expect(largestWeights(new Float32Array(8), 4)).toEqual({ at: new Uint32Array(0), sizes: new Float32Array(0) });
  });

  it('rounds to steps and cuts what lies beyond', () => {
    const weights = Float32Array.from([0.5, -3, 0.2, 400]);
    expect([...packLargest(weights, Uint32Array.from([0, 1, 3]), 1, 4)]).toEqual([1, -3, 0, 127]);
  });
});
