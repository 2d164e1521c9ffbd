// What one date of a calendar is, and what a click on it makes of it.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { dateOfDay, dayNumber, type Weekday, weekdayOf } from '../../../../kit/calendar/civil-date.ts';

/** `work` and `off` come from the week; the others were said of this date. */
export type DayKind = 'work' | 'off' | 'holiday' | 'makeup' | 'special';

const dateOf = (workday: Calendar['workdays'][number]) => (typeof workday === 'string' ? workday : workday.on);

/** In the order in which the engine asks: own hours, make-up workday, holiday, week. */
export function dayKind(hours: Calendar, date: string): DayKind {
  if (hours.overrides?.[date]) return 'special';
  if (hours.workdays.some((workday) => dateOf(workday) === date)) return 'makeup';
  if (hours.holidays.includes(date)) return 'holiday';
  return hours.week[weekdayOf(dayNumber(date))].length > 0 ? 'work' : 'off';
}

/** A click: a plain workday becomes a holiday, a plain day off a make-up workday, and either goes back to the week. */
export function toggleDay(hours: Calendar, date: string): Calendar {
  const kind = dayKind(hours, date);
  const holidays = hours.holidays.filter((one) => one !== date);
  const workdays = hours.workdays.filter((one) => dateOf(one) !== date);
  if (kind === 'special') return hours;
  if (kind === 'work') return { ...hours, holidays: [...holidays, date].sort(), workdays };
  if (kind === 'off') return { ...hours, holidays, workdays: byDate([...workdays, date]) };
  return { ...hours, holidays, workdays };
}

/** Says whose weekday's shifts a make-up workday works; Monday's when nothing is said. */
export function likeWeekday(hours: Calendar, date: string, like: Weekday): Calendar {
  return { ...hours, workdays: hours.workdays.map((one) => (dateOf(one) === date ? { on: date, like } : one)) };
}

/** Adds announced days; a date that was the other kind changes sides. */
export function withAnnounced(hours: Calendar, days: { holidays: string[]; workdays: string[] }): Calendar {
  const off = new Set(days.holidays);
  const on = new Set(days.workdays);
  const known = new Set(hours.workdays.map(dateOf));
  return {
    ...hours,
    holidays: [...new Set([...hours.holidays.filter((date) => !on.has(date)), ...off])].sort(),
    workdays: byDate([
      ...hours.workdays.filter((one) => !off.has(dateOf(one))),
      ...days.workdays.filter((date) => !known.has(date)),
    ]),
  };
}

function byDate(workdays: Calendar['workdays']): Calendar['workdays'] {
  return workdays.sort((a, b) => dateOf(a).localeCompare(dateOf(b)));
}

/** Make-up workdays of a span of dates, both included, with the weekday they follow. */
export function makeupDays(hours: Calendar, from: string, to: string): { date: string; like: Weekday }[] {
  return hours.workdays
    .map((one) => (typeof one === 'string' ? { date: one, like: 1 as Weekday } : { date: one.on, like: one.like }))
    .filter(({ date }) => date >= from && date <= to);
}

/** The weeks of a month, Monday first, with empty places before the first and after the last. */
export function monthWeeks(year: number, month: number): (string | null)[][] {
  const first = Date.UTC(year, month, 1) / 86_400_000;
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const cells: (string | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
  for (let day = 0; day < days; day += 1) cells.push(dateOfDay(first + day));
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
