import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';

describe('the interval of a share', () => {
  it('gives the figures of published tables (Newcombe 1998, table I)', () => {
    const near = (count: number, of: number, low: number, high: number) => {
      const got = wilson(count, of);
      expect(got.low).toBeCloseTo(low, 4);
      expect(got.high).toBeCloseTo(high, 4);
    };
    near(81, 263, 0.2553, 0.3662);
    near(15, 148, 0.0624, 0.1605);
    near(0, 20, 0, 0.1611);
    near(1, 29, 0.0061, 0.1718);
  });

  it('says nothing of nothing', () => {
    expect(wilson(0, 0)).toEqual({ share: null, low: 0, high: 1, count: 0, of: 0 });
  });

  it('always holds the share, stays within 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (of, pick) => {
        const count = pick % (of + 1);
        const one = wilson(count, of);
        const other = wilson(of - count, of);
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low).toBeLessThanOrEqual(one.share!);
        expect(one.high).toBeGreaterThanOrEqual(one.share!);
        expect(one.low).toBeCloseTo(1 - other.high, 9);
      }),
    );
  });
});
