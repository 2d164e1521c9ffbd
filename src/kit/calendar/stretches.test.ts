// Proves that the stretches of a trend cover a period once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesOf, stretchIndex } from './stretches.ts';

describe('stretches', () => {
  it('cover each day of a period exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19_000, max: 21_000 }), fc.integer({ min: 1, max: 200 }), (start, days) => {
        const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
        const stretches = stretchesOf(day(start), day(start + days - 1));
        const hits = Array.from({ length: days }, (_, index) => stretchIndex(stretches, day(start + index)));
        expect(hits.every((hit, index) => hit >= 0 && (index === 0 || hit >= hits[index - 1]!))).toBe(true);
        expect(new Set(hits).size).toBe(stretches.length);
        expect(stretchIndex(stretches, day(start - 1))).toBe(-1);
      }),
    );
  });
});
