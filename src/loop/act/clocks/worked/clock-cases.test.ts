// Runs every worked clock case through the engine and compares it with what was reckoned by hand.
import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../../kit/calendar/calendar.ts';
import { runClock } from '../core/run-clock.ts';
import { CALENDARS, type CalendarName, clockOf, eventOf, instant, spanMs } from './case-language.ts';
import { CLOCK_CASES } from './clock-cases.ts';

describe('worked clock cases', () => {
  it('are at least two hundred, each with a name of its own', () => {
    expect(CLOCK_CASES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(CLOCK_CASES.map(({ name }) => name)).size).toBe(CLOCK_CASES.length);
  });

  it.each(Object.keys(CALENDARS) as CalendarName[])('calendar %s is valid', (name) => {
    expect(calendarSchema.safeParse(CALENDARS[name].calendar).error).toBeUndefined();
  });

  it.each(CLOCK_CASES.map((one) => [`${one.name} (${one.on}, ${one.clock})`, one] as const))('%s', (_, one) => {
    const history = one.history.map((line) => eventOf(line, one.on));
    const reading = runClock(clockOf(one.clock), CALENDARS[one.on].calendar, history, instant(one.now, one.on));
    if (one.expect === null || reading === null) {
      expect(reading).toBe(one.expect);
      return;
    }
    const { is, used, due, warn, breached, ended, round, misses } = one.expect;
    const at = (text: string | null | undefined) => (text ? iso(instant(text, one.on)) : text);
    const wanted = {
      is,
      used: spanMs(used),
      due: at(due),
      warn: at(warn),
      breached: at(breached),
      ended: at(ended),
      round,
      misses,
    };
    const seen: typeof wanted = {
      is: reading.state,
      used: reading.elapsedMs,
      due: iso(reading.dueAt),
      warn: iso(reading.warnAt),
      breached: iso(reading.breachedAt),
      ended: iso(reading.endedAt),
      round: reading.round,
      misses: reading.misses,
    };
    // Only what the case states is compared.
    for (const key of Object.keys(seen) as (keyof typeof seen)[]) if (wanted[key] === undefined) delete seen[key];
    expect(seen).toEqual(JSON.parse(JSON.stringify(wanted)));
    expect(reading.remainingMs).toBe(reading.targetMs - reading.elapsedMs);
  });
});

function iso(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}
