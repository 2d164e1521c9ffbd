import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaPoint, chiSquarePoint, normalBelow, normalPoint, studentBelow, studentPoint } from './distributions.ts';
import { holm } from './holm.ts';
import { meanOf, medianOf, medianPlace } from './mean-and-median.ts';
import { poissonRate, rateRatio } from './poisson-rate.ts';
import { shareDifference } from './two-shares.ts';

describe('distributions give the figures of printed tables', () => {
  it('normal, t, chi-square and beta', () => {
    expect(normalPoint(0.975)).toBeCloseTo(1.959964, 5);
    expect(normalBelow(-1)).toBeCloseTo(0.158655, 5);
    expect(studentPoint(0.975, 1)).toBeCloseTo(12.7062, 3);
    expect(studentPoint(0.975, 10)).toBeCloseTo(2.228139, 5);
    expect(studentPoint(0.025, 30)).toBeCloseTo(-2.042272, 5);
    expect(studentBelow(2.228139, 10)).toBeCloseTo(0.975, 6);
    expect(studentPoint(0.975, 1e9)).toBeCloseTo(1.959964, 5);
    expect(chiSquarePoint(0.95, 1)).toBeCloseTo(3.841459, 5);
    expect(chiSquarePoint(0.025, 20)).toBeCloseTo(9.590777, 5);
    expect(betaPoint(0.025, 3, 8)).toBeCloseTo(0.066739, 4);
  });
});

describe('the difference of two shares', () => {
  it("gives the figures of Newcombe's table (1998, method 10)", () => {
    const one = shareDifference(56, 70, 48, 80);
    expect(one.difference).toBeCloseTo(0.2, 4);
    expect(one.low).toBeCloseTo(0.0524, 4);
    expect(one.high).toBeCloseTo(0.3339, 4);
    const two = shareDifference(9, 10, 3, 10);
    expect(two.low).toBeCloseTo(0.1705, 4);
    expect(two.high).toBeCloseTo(0.809, 4);
    expect(shareDifference(0, 0, 3, 10).difference).toBeNull();
  });
});

describe('Poisson counts', () => {
  it("give Garwood's interval", () => {
    const ten = poissonRate(10, 1);
    expect(ten.low).toBeCloseTo(4.7954, 3);
    expect(ten.high).toBeCloseTo(18.3904, 3);
    const none = poissonRate(0, 2);
    expect(none.low).toBe(0);
    expect(none.high).toBeCloseTo(3.6889 / 2, 3);
    expect(poissonRate(3, 0).rate).toBeNull();
  });

  it('give a ratio that turns over with the groups', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (a, b) => {
        const one = rateRatio(a, 100, b, 50);
        const other = rateRatio(b, 50, a, 100);
        expect(one.ratio! * other.ratio!).toBeCloseTo(1, 9);
        expect(one.low * other.high).toBeCloseTo(1, 4);
        expect(one.low).toBeLessThan(one.ratio!);
      }),
      { numRuns: 50 },
    );
    expect(rateRatio(0, 1, 5, 1).low).toBe(0);
    expect(rateRatio(5, 1, 0, 1)).toMatchObject({ ratio: null, high: Number.POSITIVE_INFINITY });
  });
});

describe('means and medians', () => {
  it('of few values say so', () => {
    expect(meanOf(0, 0, 0)).toEqual({ value: null, low: null, high: null, count: 0 });
    expect(meanOf(1, 4, 16)).toEqual({ value: 4, low: null, high: null, count: 1 });
    expect(medianOf([])).toEqual({ value: null, low: null, high: null, count: 0 });
    expect(medianOf([3, 1, 2])).toEqual({ value: 2, low: null, high: null, count: 3 });
  });

  it('have the intervals of the tables', () => {
    const { value, low, high } = meanOf(5, 15, 55);
    expect(value).toBe(3);
    expect(low).toBeCloseTo(1.0368, 3);
    expect(high).toBeCloseTo(4.9632, 3);
    expect([5, 6, 9, 20, 40, 100].map((n) => medianPlace(n))).toEqual([null, 1, 2, 6, 14, 40]);
    expect(medianOf([9, 1, 8, 2, 7, 3, 6, 4, 5])).toEqual({ value: 5, low: 2, high: 8, count: 9 });
    expect(medianOf([4, 2]).value).toBe(3);
  });
});

describe("Holm's correction", () => {
  it('gives the worked figures, in the order given', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([])).toEqual([]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });
});
