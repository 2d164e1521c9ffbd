import { describe, expect, it } from 'vitest';
import { layFishbone } from './fishbone-layout.ts';

const bones = (counts: readonly number[]) =>
  counts.map((count, index) => ({
    key: `bone${index}`,
    items: Array.from({ length: count }, (_, row) => ({ item: `${index}.${row}`, depth: 1 + (row % 3) })),
  }));

describe('a fishbone', () => {
  it('keeps everything on the sheet and no two causes of a side on the same spot', () => {
    for (const width of [340, 900, 1400]) {
      const layout = layFishbone(bones([4, 1, 0, 7, 2, 3]), width);
      for (const rib of layout.ribs) {
        for (const twig of rib.twigs) {
          expect(twig.x).toBeGreaterThanOrEqual(0);
          expect(twig.y).toBeGreaterThan(0);
          expect(twig.y).toBeLessThan(layout.height);
          expect(twig.width).toBeGreaterThan(80);
          expect(rib.isUp ? twig.y < layout.spineY : twig.y > layout.spineY).toBe(true);
        }
        const rows = rib.twigs.map((twig) => twig.y);
        expect(new Set(rows).size).toBe(rows.length);
      }
    }
  });
});
