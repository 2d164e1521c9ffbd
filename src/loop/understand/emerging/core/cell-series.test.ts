// Sums of days become series of equal length; what lies outside is left out.
import { describe, expect, it } from 'vitest';
import { cellOf, DAYS, daysBefore, firstDay, seriesOf } from './cell-series.ts';

describe('series', () => {
  it('have zeros where nothing was said and end with the newest complete day', () => {
    const last = '2026-03-01';
    const [one, ...others] = seriesOf(
      [
        { item: 'prd_1|logistics|-1', day: last, voices: 4 },
        { item: 'prd_1|logistics|-1', day: '2026-02-27', voices: 2 },
        { item: 'prd_1|logistics|-1', day: '2020-01-01', voices: 9 },
      ],
      [
        { day: last, voices: 30 },
        { day: firstDay(last), voices: 7 },
      ],
      last,
    );
    expect(others).toEqual([]);
    expect(one!.counts).toHaveLength(DAYS);
    expect([...(one!.counts as Float64Array).slice(-3)]).toEqual([2, 0, 4]);
    expect(one!.exposure![DAYS - 1]).toBe(30);
    expect(one!.exposure![0]).toBe(7);
  });

  it('know their cell', () => {
    expect(cellOf('prd_1|logistics|-1')).toEqual({ productId: 'prd_1', aspect: 'logistics', polarity: -1 });
    expect(cellOf('|service|-1')).toEqual({ productId: null, aspect: 'service', polarity: -1 });
    expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
  });
});
