// An hour of a calendar day in a zone as an instant.
import { offsetsOfYear } from '../../../../kit/calendar/zone-offsets.ts';

/** @param day `YYYY-MM-DD` @returns the instant at which that hour strikes there */
export function instantOf(day: string, hour: number, timeZone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  let offsetMs = 0;
  for (const stretch of offsetsOfYear(timeZone, Number(day.slice(0, 4)))) {
    if (stretch.fromMs > wall - stretch.offsetMs) break;
    offsetMs = stretch.offsetMs;
  }
  return new Date(wall - offsetMs);
}
