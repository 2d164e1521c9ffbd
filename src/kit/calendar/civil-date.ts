// Turns dates and wall-clock times written as text into plain numbers, so that no later step needs to parse.

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** Weekday in ISO counting: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Days since 1970-01-01 of a date `YYYY-MM-DD` (proleptic Gregorian). A text that is no date gives NaN. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date `YYYY-MM-DD` of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Weekday of a day number. */
export function weekdayOf(day: number): Weekday {
  // Day 0 was a Thursday, the fourth day of the ISO week.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Tells whether a text is a real date `YYYY-MM-DD` (2026-02-30 is not). */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = dayNumber(text);
  return Number.isInteger(day) && dateOfDay(day) === text;
}

/** Milliseconds after midnight of a wall-clock time `HH:MM` (24:00 allowed). */
export function timeOfDayMs(text: string): number {
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))) * MINUTE_MS;
}
