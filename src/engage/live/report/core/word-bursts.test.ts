import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../kit/seeded.ts';
import { burstsOf, wordBursts } from './word-bursts.ts';

describe('a burst of a word', () => {
  it('is the stretch in which it was said far more often', () => {
    const totals = new Array<number>(60).fill(20);
    const counts: number[] = totals.map((_, t) => (t >= 30 && t < 36 ? 9 : t % 7 === 0 ? 1 : 0));
    const [first, ...others] = burstsOf(counts, totals);
    expect(first).toMatchObject({ from: 30, to: 36 });
    expect(first!.count).toBe(counts.slice(30, 36).reduce((sum, one) => sum + one, 0));
    expect(others).toEqual([]);
  });

  it('is not seen where a word is said evenly, however often', () => {
    const dice = seeded(3);
    const totals = new Array<number>(200).fill(30);
    const counts = totals.map(() => Math.floor(dice() * 4) + 8);
    expect(burstsOf(counts, totals)).toEqual([]);
  });

  it('is not seen because there were more comments', () => {
    const totals = Array.from({ length: 60 }, (_, t) => (t >= 20 && t < 30 ? 200 : 20));
    const counts = totals.map((total) => total / 10);
    expect(burstsOf(counts, totals)).toEqual([]);
  });

  it('needs at least five times', () => {
    expect(burstsOf([0, 0, 4, 0], [10, 10, 10, 10])).toEqual([]);
    expect(burstsOf([], [])).toEqual([]);
  });

  it('is told in times', () => {
    const counts = new Map([['断货', new Map([[2, 8]])]]);
    expect(wordBursts(counts, [50, 50, 10, 50, 50], 1000, 10_000)[0]).toMatchObject({
      word: '断货',
      from: 21_000,
      to: 31_000,
      count: 8,
    });
  });
});
