import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upperTail } from './beta-binomial.ts';
import { detectEmerging } from './emerging.ts';

const steady = (size: number, each: number) => Array.from({ length: size }, () => each);

describe('emerging problems', () => {
  it('are called when a quiet cell fills', () => {
    const found = detectEmerging([
      { key: 'leak', counts: [...steady(60, 0), 2, 3, 4] },
      { key: 'calm', counts: steady(63, 2) },
    ]);
    expect(found[0]).toMatchObject({ key: 'leak', isEmerging: true, observed: 9, expected: 0 });
    expect(found.find((one) => one.key === 'calm')?.isEmerging).toBe(false);
  });

  it('are not called on the usual busy weekday, but are when the same count comes on a quiet one', () => {
    const week = [2, 2, 2, 2, 2, 20, 2];
    const counts = Array.from({ length: 16 * 7 + 6 }, (_, day) => week[day % 7]!);
    expect(detectEmerging([{ key: 'a', counts }])[0]?.isEmerging).toBe(false);
    expect(detectEmerging([{ key: 'a', counts: [...counts, 20] }])[0]).toMatchObject({
      isEmerging: true,
      windowDays: 1,
      observed: 20,
    });
  });

  it('take no notice of a rise of everything when told how much there was', () => {
    const exposure = [...steady(80, 100), 500, 500];
    const counts = [...steady(80, 4), 20, 20];
    expect(detectEmerging([{ key: 'a', counts }])[0]?.isEmerging).toBe(true);
    expect(detectEmerging([{ key: 'a', counts, exposure }])[0]?.isEmerging).toBe(false);
  });

  it('say nothing while there is no past', () => {
    expect(detectEmerging([{ key: 'new', counts: [0, 0, 5, 9] }])).toEqual([]);
    expect(detectEmerging([])).toEqual([]);
  });

  it('ask more of a cell that always scattered', () => {
    const calm = Array.from({ length: 90 }, () => 4);
    const wild = Array.from({ length: 90 }, (_, day) => (day % 9 === 0 ? 36 : 0));
    const p = (counts: number[]) => detectEmerging([{ key: 'a', counts: [...counts, 12, 12] }])[0]!.p;
    expect(p(calm)).toBeLessThan(p(wild) / 100);
  });

  it('show fewer cells the more are watched, at the same share of false ones', () => {
    const rise = { key: 'rise', counts: [...steady(80, 1), 4, 4, 5] };
    const calm = Array.from({ length: 5000 }, (_, cell) => ({ key: `calm${cell}`, counts: steady(83, 1) }));
    const options = { falseAlarmsPerCellYear: 2 };
    expect(detectEmerging([rise], options)[0]?.isEmerging).toBe(true);
    expect(detectEmerging([rise, ...calm], options)[0]).toMatchObject({ key: 'rise', isEmerging: false });
  });

  it('have a chance between 0 and 1 for any counts', () => {
    const day = fc.nat({ max: 5000 });
    fc.assert(
      fc.property(fc.array(fc.array(day, { maxLength: 130 }), { maxLength: 4 }), (cells) => {
        for (const found of detectEmerging(cells.map((counts, index) => ({ key: String(index), counts })))) {
          expect(found.p).toBeGreaterThanOrEqual(0);
          expect(found.p).toBeLessThanOrEqual(1);
          expect(found.observed).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });
});

describe('the tail of a part', () => {
  it('is the binomial tail when nothing scatters', () => {
    // P(X >= 8), X ~ Binomial(10, 1/2) = 56/1024.
    expect(upperTail(8, 10, 0.5, Number.POSITIVE_INFINITY)).toBeCloseTo(56 / 1024, 12);
  });

  it('is even for the beta-binomial of a flat beta', () => {
    // Beta(1, 1): every count from 0 to 10 is equally likely.
    expect(upperTail(8, 10, 0.5, 2)).toBeCloseTo(3 / 11, 12);
  });
});
