// Shares carry their interval and number; the curve keeps the surest; nothing counted says nothing.
import { describe, expect, it } from 'vitest';
import { barOf, byKey, type CheckGroup, coverageCurve, shareOf } from './accuracy-figures.ts';

const group = (over: Partial<CheckGroup>): CheckGroup => ({
  week: '2026-03-02',
  source: 'sample',
  channel: 'review',
  productId: null,
  engine: 'text@2',
  doubtful: false,
  count: 10,
  agrees: 9,
  ...over,
});

describe('figures', () => {
  it('add groups up with the interval of their sum', () => {
    const share = shareOf([group({}), group({ count: 10, agrees: 7 })]);
    expect(share).toMatchObject({ share: 0.8, count: 16, of: 20 });
    expect(share.low).toBeGreaterThan(0.57);
    expect(share.high).toBeLessThan(0.93);
    expect(shareOf([])).toMatchObject({ share: null, of: 0 });
  });

  it('gather by a key and leave out what has none', () => {
    const parts = byKey(
      [group({ productId: 'a' }), group({}), group({ productId: 'a', count: 1, agrees: 0 })],
      (g) => g.productId,
    );
    expect(parts).toHaveLength(1);
    expect(shareOf(parts[0]!.groups)).toMatchObject({ count: 9, of: 11 });
  });

  it('keep the surest first along the curve, and the bar where the engine draws it', () => {
    const checks = Array.from({ length: 10 }, (_, at) => ({
      confidence: 1 - at / 20,
      doubtful: at >= 8,
      agrees: at < 8,
    }));
    expect(coverageCurve(checks).map((one) => one.precision.share)).toEqual([1, 1, 1, 1, 8 / 9, 0.8]);
    expect(barOf(checks)).toMatchObject({ coverage: 0.8, precision: { share: 1, of: 8 } });
    expect(coverageCurve([])).toEqual([]);
    expect(barOf([]).coverage).toBeNull();
  });
});
