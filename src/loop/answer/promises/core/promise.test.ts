// Due dates follow the shop's hours; the table allows what it says and nothing else.
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { calendarSchema } from '../../../../kit/calendar/calendar.ts';
import { PROMISE_STATES } from './promise.contract.ts';
import { dueOf, localMidnight, warnAt } from './promise-due.ts';
import { nextState } from './promise-state.ts';

const office = [{ from: '09:00', to: '18:00' }];
const hours: Calendar = calendarSchema.parse({
  timeZone: 'Asia/Shanghai',
  week: { 1: office, 2: office, 3: office, 4: office, 5: office, 6: [], 7: [] },
  holidays: ['2026-03-09'],
  workdays: [],
});
const at = (text: string) => Date.parse(`${text}+08:00`);
const due = (input: Parameters<typeof dueOf>[0], now: number) => {
  const found = dueOf(input, now, hours);
  return found.ok ? new Date(found.value).toISOString() : found.reason;
};

describe('a due date', () => {
  it('counts hours and days as they are, and working ones by the calendar', () => {
    const friday = at('2026-03-06T17:00:00');
    expect(due({ in: 2, unit: 'hours' }, friday)).toBe('2026-03-06T11:00:00.000Z');
    expect(due({ in: 1, unit: 'days' }, friday)).toBe('2026-03-07T09:00:00.000Z');
    // One hour on Friday, Monday is a holiday, one on Tuesday.
    expect(due({ in: 2, unit: 'working_hours' }, friday)).toBe('2026-03-10T02:00:00.000Z');
    expect(due({ in: 1, unit: 'working_days' }, friday)).toBe('2026-03-10T10:00:00.000Z');
    expect(due({ in: 3, unit: 'working_days' }, friday)).toBe('2026-03-12T10:00:00.000Z');
    expect(due({ at: '2026-03-06T08:00:00Z' }, friday)).toBe('due_in_past');
    const closed = { ...hours, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } } as Calendar;
    expect(dueOf({ in: 1, unit: 'working_days' }, friday, closed)).toMatchObject({
      ok: false,
      reason: 'no_working_time',
    });
  });

  it('knows local midnight across a change of the clocks', () => {
    const before = Date.parse('2026-03-28T12:00:00Z');
    expect(new Date(localMidnight(before, 'Europe/Berlin', 1)).toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(new Date(localMidnight(before, 'Europe/Berlin', 2)).toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });

  it('is warned of a fifth ahead, within bounds', () => {
    const hour = 3_600_000;
    expect(warnAt(0, 10 * hour)).toBe(8 * hour);
    expect(warnAt(0, 100 * hour)).toBe(96 * hour);
    expect(warnAt(0, 10 * 60_000)).toBe(0);
  });
});

describe('the states', () => {
  it('lead only where the table says', () => {
    const ways = PROMISE_STATES.map((from) =>
      (['confirm', 'keep', 'miss', 'withdraw', 'move'] as const).flatMap((deed) => {
        const next = nextState(from, deed);
        return next.ok ? [`${deed} ${next.value}`] : [];
      }),
    );
    expect(ways).toEqual([
      ['confirm made', 'withdraw withdrawn'],
      ['keep kept', 'miss missed', 'withdraw withdrawn', 'move made'],
      [],
      ['keep kept', 'withdraw withdrawn', 'move made'],
      [],
    ]);
  });
});
