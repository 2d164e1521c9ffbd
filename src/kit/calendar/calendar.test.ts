// Shows which calendars are accepted and by which code the others are refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar } from './calendar.fixture.ts';
import { aroundTheClock, calendarSchema } from './calendar.ts';
import { dateOfDay, dayNumber, isDate, weekdayOf } from './civil-date.ts';

const day = [{ from: '09:00', to: '18:00' }];
const good = { timeZone: 'Asia/Shanghai', week: { 1: day }, holidays: ['2026-02-17'], workdays: ['2026-02-14'] };

describe('calendar', () => {
  it('takes a good one and fills in what was left out', () => {
    const read = calendarSchema.parse({ timeZone: 'Asia/Shanghai', week: { 1: day } });
    expect(read.week[7]).toEqual([]);
    expect(read.holidays).toEqual([]);
    expect(calendarSchema.safeParse(aroundTheClock('UTC')).success).toBe(true);
  });

  it('takes every calendar the property tests use', () => {
    fc.assert(fc.property(anyCalendar, (calendar) => calendarSchema.safeParse(calendar).success));
  });

  it.each([
    ['an unknown zone', { ...good, timeZone: 'Asia/Atlantis' }, 'time_zone_unknown'],
    ['an offset for a zone', { ...good, timeZone: '+08:00' }, 'time_zone_unknown'],
    ['a time that is none', { ...good, week: { 1: [{ from: '9:00', to: '18:00' }] } }, 'time_invalid'],
    ['a start at 24:00', { ...good, week: { 1: [{ from: '24:00', to: '08:00' }] } }, 'time_invalid'],
    ['an empty shift', { ...good, week: { 1: [{ from: '09:00', to: '09:00' }] } }, 'shift_empty'],
    ['overlapping shifts', { ...good, week: { 1: [...day, { from: '17:00', to: '20:00' }] } }, 'shifts_overlap'],
    [
      'a night shift before another',
      {
        ...good,
        week: {
          1: [
            { from: '08:00', to: '02:00' },
            { from: '20:00', to: '21:00' },
          ],
        },
      },
      'shifts_overlap',
    ],
    ['a date that does not exist', { ...good, holidays: ['2026-02-30'] }, 'date_invalid'],
    ['an override on a date that does not exist', { ...good, overrides: { '2026-13-01': day } }, 'date_invalid'],
    ['a date both off and on', { ...good, workdays: ['2026-02-17'] }, 'holiday_and_workday'],
    ['a week without a shift', { ...good, week: {} }, 'never_open'],
  ])('refuses %s', (_, calendar, code) => {
    const read = calendarSchema.safeParse(calendar);
    expect(JSON.stringify(read.error?.issues)).toContain(code);
  });
});

describe('civil dates', () => {
  it('counts days both ways', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dateOfDay(dayNumber('2024-02-29'))).toBe('2024-02-29');
    expect(isDate('2025-02-29')).toBe(false);
    expect(isDate('2026-2-3')).toBe(false);
  });

  it('knows weekdays, also before 1970', () => {
    expect(weekdayOf(dayNumber('2026-02-02'))).toBe(1);
    expect(weekdayOf(dayNumber('2026-02-08'))).toBe(7);
    expect(weekdayOf(dayNumber('1969-12-31'))).toBe(3);
  });
});
