// The calendar day an instant falls on in the workspace's zone, cheap enough for a million rows.
import { offsetsOfYear } from '../../../../kit/calendar/zone-offsets.ts';

const DAY_MS = 86_400_000;

/** Makes a reader of days for one zone. @returns `YYYY-MM-DD` of an instant in milliseconds */
export function dayReader(timeZone: string): (ms: number) => string {
  const names = new Map<number, string>();
  return (ms) => {
    let offsetMs = 0;
    for (const stretch of offsetsOfYear(timeZone, new Date(ms).getUTCFullYear())) {
      if (stretch.fromMs > ms) break;
      offsetMs = stretch.offsetMs;
    }
    const number = Math.floor((ms + offsetMs) / DAY_MS);
    let name = names.get(number);
    if (name === undefined) {
      name = dayName(number);
      names.set(number, name);
    }
    return name;
  };
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function dayName(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** A period and the one of equal length before it. Null when it ends before it begins or is longer than 3 years. */
export function periodOf(
  from: string | undefined,
  to: string | undefined,
  lastDay: string,
  defaultDays = 30,
): { from: string; to: string; previousFrom: string; previousTo: string; days: number } | null {
  const end = dayNumber(to ?? lastDay);
  const start = from ? dayNumber(from) : end - defaultDays + 1;
  const days = end - start + 1;
  if (days < 1 || days > 1100) return null;
  return {
    from: dayName(start),
    to: dayName(end),
    previousFrom: dayName(start - days),
    previousTo: dayName(start - 1),
    days,
  };
}
