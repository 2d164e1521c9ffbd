// Names of days, weeks and months: every one of a period, and which one stood in the same place of the period before.

const DAY_MS = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const name = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(at(day)).getUTCDay() + 6) % 7;
  return name(at(day) - weekday * DAY_MS);
}

/** First day of a day's month. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** Every key of a time dimension within a period, in order; null for a dimension that is no time. */
export function timeKeysOf(dimension: string | null, from: string, to: string): string[] | null {
  if (dimension === 'day') return steps(from, to, (day) => name(at(day) + DAY_MS));
  if (dimension === 'week') return steps(mondayOf(from), to, (day) => name(at(day) + 7 * DAY_MS));
  if (dimension === 'month') return steps(monthOf(from), to, nextMonth);
  return null;
}

function steps(from: string, to: string, next: (day: string) => string): string[] {
  const keys: string[] = [];
  for (let day = from; day <= to; day = next(day)) keys.push(day);
  return keys;
}

function nextMonth(day: string): string {
  const date = new Date(at(day));
  return name(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
}

/** The key that stood `shiftDays` earlier; keys that are no time are their own past. */
export function previousKeyOf(dimension: string, key: string, shiftDays: number): string {
  if (dimension === 'day') return name(at(key) - shiftDays * DAY_MS);
  if (dimension === 'week') return mondayOf(name(at(key) - shiftDays * DAY_MS));
  if (dimension === 'month') return monthOf(name(at(key) - shiftDays * DAY_MS));
  return key;
}

/** First and last day a key stands for within a period; null for a key that is no time. */
export function daysOfKey(
  dimension: string,
  key: string,
  from: string,
  to: string,
): { from: string; to: string } | null {
  if (dimension !== 'day' && dimension !== 'week' && dimension !== 'month') return null;
  const last =
    dimension === 'day' ? key : dimension === 'week' ? name(at(key) + 6 * DAY_MS) : name(at(nextMonth(key)) - DAY_MS);
  return { from: key < from ? from : key, to: last > to ? to : last };
}
