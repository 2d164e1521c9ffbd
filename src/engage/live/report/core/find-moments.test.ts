import { describe, expect, it } from 'vitest';
import type { Bucket } from '../../analysis/core/analysis.contract.ts';
import { bucket } from './bucket.fixture.ts';
import { findMoments } from './find-moments.ts';
import { moodLag, pearson } from './mood-lag.ts';

const MS = 10_000;
const show = (given: (index: number) => Partial<Bucket>) =>
  Array.from({ length: 120 }, (_, index) => bucket(index * MS, given(index)));

describe('moments', () => {
  it('are the minutes that stand out, one for each story', () => {
    const buckets = show((at) => ({
      positive: at >= 20 && at < 26 ? 12 : 1,
      negative: at >= 80 && at < 86 ? 15 : 1,
      productId: at >= 80 ? 'p2' : 'p1',
    }));
    const moments = findMoments(buckets, MS, (from, to, side) => [
      { eventId: 'e', at: from, text: `${to}`, name: null, count: 1, sentiment: side },
    ]);
    const best = moments.filter((one) => one.kind === 'best');
    const worst = moments.filter((one) => one.kind === 'worst');
    expect(best[0]).toMatchObject({ from: 200_000, to: 260_000, positive: 72, negative: 6, productId: 'p1' });
    expect(best[0]!.mood).toBeCloseTo(66 / 98);
    expect(worst[0]).toMatchObject({ from: 800_000, to: 860_000, productId: 'p2' });
    expect(worst[0]!.lines[0]!.sentiment).toBe(-1);
    for (const [index, one] of best.entries())
      for (const other of best.slice(index + 1))
        expect(Math.abs(one.from - other.from)).toBeGreaterThanOrEqual(180_000);
  });

  it('are not made of silence, of gaps or of two voices', () => {
    expect(
      findMoments(
        show(() => ({})),
        MS,
        () => [],
      ),
    ).toEqual([]);
    expect(
      findMoments(
        show(() => ({ positive: 3, gap: 1 })),
        MS,
        () => [],
      ),
    ).toEqual([]);
    expect(
      findMoments(
        show((at) => ({ negative: at === 50 ? 4 : 0 })),
        MS,
        () => [],
      ),
    ).toEqual([]);
    expect(findMoments([], MS, () => [])).toEqual([]);
  });
});

describe('mood and orders', () => {
  it('finds by how long orders follow the mood', () => {
    const mood = (at: number) => Math.round(10 + 9 * Math.sin(at / 4));
    const buckets = show((at) => ({ positive: mood(at), productId: 'p', orders: at >= 6 ? mood(at - 6) : 10 }));
    const lag = moodLag('p', buckets, MS)!;
    expect(lag.lagMs).toBe(60_000);
    expect(lag.r).toBeGreaterThan(0.95);
  });

  it('says nothing where there is too little', () => {
    expect(
      moodLag(
        'p',
        show(() => ({ productId: 'p', positive: 5 })),
        MS,
      ),
    ).toBeNull();
    expect(
      moodLag(
        'other',
        show(() => ({ productId: 'p', orders: 5 })),
        MS,
      ),
    ).toBeNull();
    expect(
      pearson([
        [1, 1],
        [1, 2],
        [1, 3],
      ]),
    ).toBeNull();
    expect(
      pearson([
        [1, 2],
        [2, 4],
        [3, 6],
      ]),
    ).toBeCloseTo(1);
  });
});
