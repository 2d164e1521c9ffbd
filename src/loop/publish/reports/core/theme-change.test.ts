import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionsOf, netShare, shareChange, twoSided } from './theme-change.ts';

describe('changes of themes', () => {
  it('gives the published interval of a difference (Newcombe 1998, method 10)', () => {
    const got = shareChange({ count: 56, of: 70 }, { count: 48, of: 80 });
    expect(got.change).toBeCloseTo(0.2, 6);
    expect(got.low).toBeCloseTo(0.0524, 4);
    expect(got.high).toBeCloseTo(0.3339, 4);
    const none = shareChange({ count: 9, of: 10 }, { count: 3, of: 10 });
    expect(none.low).toBeCloseTo(0.1705, 4);
    expect(none.high).toBeCloseTo(0.809, 4);
  });

  it('has the tails of the normal distribution', () => {
    expect(twoSided(1.959964)).toBeCloseTo(0.05, 5);
    expect(twoSided(-3.290527)).toBeCloseTo(0.001, 5);
  });

  it('says up or down seldom when nothing changed, also over many themes', () => {
    let seed = 7;
    const dice = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const draw = (of: number, share: number) => {
      let count = 0;
      for (let index = 0; index < of; index += 1) if (dice() < share) count += 1;
      return { count, of };
    };
    let wrong = 0;
    const runs = 400;
    for (let run = 0; run < runs; run += 1) {
      const changes = Array.from({ length: 12 }, () => shareChange(draw(300, 0.08), draw(300, 0.08)));
      if (directionsOf(changes).some((one) => one !== 'unclear')) wrong += 1;
    }
    expect(wrong / runs).toBeLessThanOrEqual(0.07);
  });

  it('holds its value, mirrors, and stays within its ends', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(500),
        fc.integer({ min: 1, max: 500 }),
        (a, n, b, m) => {
          const now = { count: a % (n + 1), of: n };
          const before = { count: b % (m + 1), of: m };
          const one = shareChange(now, before);
          const other = shareChange(before, now);
          expect(one.low!).toBeLessThanOrEqual(one.change! + 1e-9);
          expect(one.high!).toBeGreaterThanOrEqual(one.change! - 1e-9);
          expect(one.low!).toBeCloseTo(-other.high!, 9);
          expect(one.low!).toBeGreaterThanOrEqual(-1 - 1e-9);
          const net = netShare(now.count, 0, n)!;
          expect(net.low).toBeLessThanOrEqual(net.value);
        },
      ),
    );
  });

  it('compares nothing with nothing', () => {
    expect(shareChange({ count: 0, of: 0 }, { count: 3, of: 9 })).toEqual({
      change: null,
      low: null,
      high: null,
      p: 1,
    });
    expect(netShare(0, 0, 0)).toBeNull();
  });
});
