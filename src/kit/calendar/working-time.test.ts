// Checks working time against a minute-by-minute second opinion, at its edges, and for speed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, anyInstant } from './calendar.fixture.ts';
import { aroundTheClock, type Calendar } from './calendar.ts';
import { openByWallClock } from './wall-clock.fixture.ts';
import { addWorkingMs, nextWorkingInstant, workingMsBetween } from './working-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (text: string) => Date.parse(text);
const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const office: Calendar = {
  timeZone: 'Asia/Shanghai',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
  holidays: ['2026-02-17'],
  workdays: ['2026-02-14'],
};
const never: Calendar = { ...office, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, workdays: [] };

describe('working time', () => {
  it('agrees with the wall clock of every minute, whatever the calendar', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 3 * 1440 }), (calendar, fromMs, minutes) => {
        let open = 0;
        for (let i = 0; i < minutes; i += 1) if (openByWallClock(calendar, fromMs + i * MINUTE)) open += MINUTE;
        expect(workingMsBetween(calendar, fromMs, fromMs + minutes * MINUTE)).toBe(open);
      }),
      { numRuns: 120 },
    );
  });

  it('finds the next open minute, whatever the calendar', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, (calendar, fromMs) => {
        let t = fromMs;
        while (!openByWallClock(calendar, t)) t += MINUTE;
        expect(nextWorkingInstant(calendar, fromMs)).toEqual({ ok: true, value: t });
      }),
      { numRuns: 120 },
    );
  });

  it('adding is the inverse of measuring, and gives the earliest such instant', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 100 * HOUR }), (calendar, fromMs, ms) => {
        const end = addWorkingMs(calendar, fromMs, ms);
        if (!end.ok) throw new Error('open every Monday, so there is time');
        expect(workingMsBetween(calendar, fromMs, end.value)).toBe(ms);
        expect(workingMsBetween(calendar, fromMs, end.value - 1)).toBe(ms - 1);
      }),
      { numRuns: 300 },
    );
  });

  it('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyInstant,
        fc.integer({ min: 1, max: 50 * HOUR }),
        fc.integer({ min: 1, max: 50 * HOUR }),
        (calendar, fromMs, a, b) => {
          const first = addWorkingMs(calendar, fromMs, a);
          const second = first.ok ? addWorkingMs(calendar, first.value, b) : first;
          expect(second).toEqual(addWorkingMs(calendar, fromMs, a + b));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('measures backwards with a minus', () => {
    const [a, b] = [at('2026-02-02T09:00+08:00'), at('2026-02-02T18:00+08:00')];
    expect(workingMsBetween(office, a, b)).toBe(7.5 * HOUR);
    expect(workingMsBetween(office, b, a)).toBe(-7.5 * HOUR);
  });

  it('adds up a whole year: 52 weeks, one holiday, one make-up Saturday', () => {
    // 2026 has 261 weekdays; one off, one Saturday on.
    expect(workingMsBetween(office, at('2026-01-01T00:00+08:00'), at('2027-01-01T00:00+08:00'))).toBe(261 * 7.5 * HOUR);
  });

  it('gives the instant itself for no time at all', () => {
    const sunday = at('2026-02-08T12:00+08:00');
    expect(addWorkingMs(office, sunday, 0)).toEqual({ ok: true, value: sunday });
  });

  it('refuses a calendar that never opens, or not enough', () => {
    const now = at('2026-02-02T09:00+08:00');
    expect(addWorkingMs(never, now, 1)).toEqual({ ok: false, reason: 'no_open_time' });
    expect(nextWorkingInstant(never, now)).toEqual({ ok: false, reason: 'no_open_time' });
    expect(workingMsBetween(never, now, now + 1e10)).toBe(0);
    expect(addWorkingMs(aroundTheClock('UTC'), now, 1e15)).toEqual({ ok: false, reason: 'no_open_time' });
    const once: Calendar = { ...never, overrides: { '2026-03-03': [{ from: '09:00', to: '10:00' }] } };
    expect(addWorkingMs(once, now, HOUR)).toEqual({ ok: true, value: at('2026-03-03T10:00+08:00') });
    expect(addWorkingMs(once, now, HOUR + 1)).toEqual({ ok: false, reason: 'no_open_time' });
  });

  it('rejects what is no span and no instant', () => {
    expect(() => addWorkingMs(office, 0, -1)).toThrow(RangeError);
    expect(() => addWorkingMs(office, 0, Number.NaN)).toThrow(RangeError);
    expect(() => addWorkingMs(office, Number.NaN, 1)).toThrow(RangeError);
    expect(() => workingMsBetween(office, 0, 1e16)).toThrow(RangeError);
  });

  it('answers 40,000 questions in well under a second', () => {
    const start = at('2026-02-02T09:00+08:00');
    const began = performance.now();
    for (let i = 0; i < 40_000; i += 1) addWorkingMs(office, start + i * 97_000, 8 * HOUR);
    expect(performance.now() - began).toBeLessThan(800);
  });
});
