// Clicks on a date and announced days change exactly that date.
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { dayKind, likeWeekday, makeupDays, monthWeeks, toggleDay, withAnnounced } from './calendar-days.ts';

const day = [{ from: '09:00', to: '18:00' }];
const plain: Calendar = {
  timeZone: 'Asia/Shanghai',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
  holidays: [],
  workdays: [],
};

describe('a click', () => {
  it('makes a workday a holiday and back', () => {
    const off = toggleDay(plain, '2026-10-01');
    expect(dayKind(off, '2026-10-01')).toBe('holiday');
    expect(toggleDay(off, '2026-10-01')).toEqual(plain);
  });
  it('makes a Saturday a make-up workday, which may follow Friday', () => {
    const on = toggleDay(plain, '2026-10-10');
    expect(dayKind(on, '2026-10-10')).toBe('makeup');
    expect(makeupDays(likeWeekday(on, '2026-10-10', 5), '2026-10-01', '2026-10-31')).toEqual([
      { date: '2026-10-10', like: 5 },
    ]);
  });
  it('leaves a date with hours of its own alone', () => {
    const own = { ...plain, overrides: { '2026-11-11': day } };
    expect(toggleDay(own, '2026-11-11')).toBe(own);
  });
});

it('announced days join those already there, and change sides', () => {
  const hours = withAnnounced(toggleDay(toggleDay(plain, '2026-01-02'), '2026-01-04'), {
    holidays: ['2026-01-01'],
    workdays: ['2026-01-02', '2026-01-04'],
  });
  expect(hours.holidays).toEqual(['2026-01-01']);
  expect(hours.workdays).toEqual(['2026-01-02', '2026-01-04']);
});

it('a month is drawn in whole weeks from Monday', () => {
  const weeks = monthWeeks(2026, 10);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks.flat().filter(Boolean)).toHaveLength(30);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
});
