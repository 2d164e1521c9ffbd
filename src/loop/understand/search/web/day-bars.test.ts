// No day is lost or counted twice when days become bars.
import { describe, expect, it } from 'vitest';
import { barsOf } from './day-bars.ts';

describe('bars of days', () => {
  it('keep empty days as gaps', () => {
    const bars = barsOf(
      [
        { value: '2026-11-01', count: 2 },
        { value: '2026-11-04', count: 5 },
      ],
      40,
    );
    expect(bars.map((bar) => bar.count)).toEqual([2, 0, 0, 5]);
  });

  it('join days evenly when there are many', () => {
    const days = Array.from({ length: 95 }, (_, index) => ({
      value: new Date(Date.UTC(2026, 7, 1 + index)).toISOString().slice(0, 10),
      count: 1,
    }));
    const bars = barsOf(days, 40);
    expect(bars.length).toBeLessThanOrEqual(40);
    expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(95);
    expect(bars[0]).toEqual({ from: '2026-08-01', to: '2026-08-03', count: 3 });
    expect(bars.at(-1)?.to).toBe('2026-11-03');
  });

  it('are none for nothing', () => expect(barsOf([], 40)).toEqual([]));
});
