// Which days a report is about, and which it is compared with: a month with the month before, a quarter with the quarter before.

const DAY_MS = 86_400_000;
const MAX_DAYS = 1100;

export interface ReportPeriod {
  from: string;
  to: string;
  previousFrom: string;
  previousTo: string;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export function numberOfDay(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function dayOfNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** How many whole calendar months a period is, or null when it is no such thing. */
export function wholeMonths(from: string, to: string): number | null {
  const next = dayOfNumber(numberOfDay(to) + 1);
  if (!from.endsWith('-01') || !next.endsWith('-01')) return null;
  return monthOf(next) - monthOf(from);
}

/**
 * The period with the one before it: whole months are compared with as many whole months, anything else with as many days.
 * Null when it ends before it begins, or is longer than three years.
 */
export function comparedPeriod(from: string, to: string): ReportPeriod | null {
  const days = numberOfDay(to) - numberOfDay(from) + 1;
  if (!(days >= 1) || days > MAX_DAYS) return null;
  const previousTo = dayOfNumber(numberOfDay(from) - 1);
  const months = wholeMonths(from, to);
  const previousFrom = months === null ? dayOfNumber(numberOfDay(from) - days) : firstOfMonth(monthOf(from) - months);
  return { from, to, previousFrom, previousTo };
}

/** The calendar month before the one a day lies in. */
export function monthBefore(day: string): { from: string; to: string } {
  const month = monthOf(day);
  return { from: firstOfMonth(month - 1), to: dayOfNumber(numberOfDay(firstOfMonth(month)) - 1) };
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOfMonth(month: number): string {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String(month - year * 12 + 1).padStart(2, '0')}-01`;
}
