// A slow, simple second opinion on open hours for tests: asks the wall clock of every minute, by other means than the engine.
import type { Calendar, Shift } from './calendar.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Date, minute of the day and ISO weekday shown by the wall clock of a zone. */
function wallClock(timeZone: string, atMs: number): { date: string; minute: number } {
  let format = formats.get(timeZone);
  if (!format) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, hourCycle: 'h23', ...parts });
    formats.set(timeZone, format);
  }
  const text = format.format(atMs); // 2026-03-08 03:00
  return { date: text.slice(0, 10), minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function shiftsOn(calendar: Calendar, date: string): Shift[] {
  const override = calendar.overrides?.[date];
  if (override) return override;
  const workday = calendar.workdays.find((one) => (typeof one === 'string' ? one : one.on) === date);
  if (workday !== undefined) return calendar.week[typeof workday === 'string' ? 1 : workday.like];
  if (calendar.holidays.includes(date)) return [];
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return calendar.week[(weekday === 0 ? 7 : weekday) as 1 | 2 | 3 | 4 | 5 | 6 | 7];
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Tells whether a calendar is open in the minute that starts at `atMs` (a whole minute). */
export function openByWallClock(calendar: Calendar, atMs: number): boolean {
  const { date, minute } = wallClock(calendar.timeZone, atMs);
  const today = shiftsOn(calendar, date).some(({ from, to }) => {
    const start = minuteOf(from);
    const end = minuteOf(to) <= start ? 1440 : minuteOf(to);
    return minute >= start && minute < end;
  });
  if (today) return true;
  // The tail of last night's shift.
  return shiftsOn(calendar, dayBefore(date)).some(
    ({ from, to }) => minuteOf(to) <= minuteOf(from) && minute < minuteOf(to),
  );
}
