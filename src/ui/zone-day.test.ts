// Days begin where the workspace's clock says so, also on the day the clocks change.
import { describe, expect, it } from 'vitest';
import { dayStart, nextDay, today } from './zone-day.ts';

describe('days of a zone', () => {
  it('begin at the wall clock’s midnight', () => {
    expect(dayStart('2026-11-22', 'Asia/Shanghai')).toBe('2026-11-21T16:00:00.000Z');
    expect(dayStart('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(dayStart('2026-03-30', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
    expect(dayStart('2026-11-01', 'America/New_York')).toBe('2026-11-01T04:00:00.000Z');
    expect(dayStart('2026-11-02', 'America/New_York')).toBe('2026-11-02T05:00:00.000Z');
  });

  it('are not made from other texts', () => {
    expect(dayStart('yesterday', 'UTC')).toBeUndefined();
    expect(dayStart('', 'UTC')).toBeUndefined();
  });

  it('follow one another over the year’s end', () => expect(nextDay('2026-12-31')).toBe('2027-01-01'));

  it('know today where the workspace is', () => {
    const late = Date.parse('2026-11-22T17:00:00Z');
    expect(today('Asia/Shanghai', late)).toBe('2026-11-23');
    expect(today('America/New_York', late, -7)).toBe('2026-11-15');
  });
});
