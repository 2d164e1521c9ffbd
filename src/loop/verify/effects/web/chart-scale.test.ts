import { describe, expect, it } from 'vitest';
import { bandPath, linePath, scaleOf, smoothed, ticksTo } from './chart-scale.ts';

const day = (count: number, high: number | null = null) => ({
  day: '2026-03-02',
  side: 'after' as const,
  count,
  exposure: 1,
  control: 0,
  fitted: null,
  without: null,
  low: null,
  high,
});

describe('the chart of days', () => {
  it('begins at zero and reaches above the highest count', () => {
    expect(ticksTo(17, 4)).toEqual([0, 5, 10, 15, 20]);
    expect(ticksTo(1, 4)[0]).toBe(0);
    const scale = scaleOf([day(3), day(17)], 600, 280);
    expect(scale.y(0)).toBe(scale.bottom);
    expect(scale.y(17)).toBeGreaterThan(20);
    expect(scale.x(1)).toBeGreaterThan(scale.x(0));
    // A band without end must not flatten the counts.
    expect(scaleOf([day(10, 4000)], 600, 280).ticks.at(-1)).toBeLessThanOrEqual(20);
  });

  it('breaks lines and bands at gaps, and never smooths across one', () => {
    const scale = scaleOf([day(1), day(2), day(3), day(4)], 600, 280);
    expect(linePath([1, null, 3, 4], scale).match(/M/g)).toHaveLength(2);
    expect(bandPath([1, 1, null, 1], [2, 2, null, 2], scale).match(/Z/g)).toHaveLength(1);
    expect(smoothed([10, 10, null, 0, 0])).toEqual([10, 10, null, 0, 0]);
    expect(smoothed([0, 3])).toEqual([1.5, 1.5]);
  });
});
