// The stretches that explain a due instant.
import { describe, expect, it } from 'vitest';
import { aroundTheClock } from '../../../../kit/calendar/calendar.ts';
import { workingMsBetween } from '../../../../kit/calendar/working-time.ts';
import { standardCalendar, streamCalendar } from './first-policy.ts';
import { openStretches, previewCalendar } from './preview-calendar.ts';

const HOUR = 3_600_000;
const FRIDAY = Date.parse('2026-03-06T08:00:00Z');

describe('a preview', () => {
  it('runs over the weekend in stretches that add up to the span', () => {
    const calendar = standardCalendar('Asia/Shanghai', { holidays: [], workdays: [] });
    const preview = previewCalendar(calendar, FRIDAY, { targetMs: 10 * HOUR, warnMs: HOUR });
    expect(preview.stretches.map(({ fromMs, toMs }) => (toMs - fromMs) / HOUR)).toEqual([2, 3, 4.5, 0.5]);
    expect(workingMsBetween(calendar, preview.warnMs!, preview.dueMs!)).toBe(HOUR);
  });

  it('joins what midnight and the engine’s blocks cut in two', () => {
    const calendar = streamCalendar('Asia/Shanghai');
    const toMs = FRIDAY + 90 * 24 * HOUR;
    const stretches = openStretches(calendar, FRIDAY, toMs, 1000);
    const sum = stretches.reduce((total, stretch) => total + stretch.toMs - stretch.fromMs, 0);
    expect(sum).toBe(workingMsBetween(calendar, FRIDAY, toMs));
    expect(stretches.every((stretch, index) => index === 0 || stretch.fromMs > stretches[index - 1]!.toMs)).toBe(true);
  });

  it('is one stretch around the clock and stops after as many as asked for', () => {
    const always = previewCalendar(aroundTheClock('Asia/Shanghai'), FRIDAY, { targetMs: 500 * HOUR, warnMs: 0 });
    expect(always.stretches).toEqual([{ fromMs: FRIDAY, toMs: FRIDAY + 500 * HOUR }]);
    const long = previewCalendar(streamCalendar('Asia/Shanghai'), FRIDAY, { targetMs: 500 * HOUR, warnMs: 0 }, 5);
    expect(long.stretches).toHaveLength(5);
    expect(long.moreStretches).toBe(true);
  });
});
