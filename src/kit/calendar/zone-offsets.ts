// Knows how far a time zone's wall clock is from UTC at each instant, as stretches of constant offset, asked once and remembered.
import { Temporal } from 'temporal-polyfill';

/** From `fromMs` (UTC, inclusive) the wall clock shows UTC plus `offsetMs`. */
export interface OffsetStretch {
  fromMs: number;
  offsetMs: number;
}

const remembered = new Map<string, OffsetStretch[]>();

/** The offset stretches that cover one UTC year: the first starts with the year, each further one at a change of the clocks. */
export function offsetsOfYear(timeZone: string, year: number): readonly OffsetStretch[] {
  const key = `${timeZone} ${year}`;
  const known = remembered.get(key);
  if (known) return known;
  const endMs = Date.UTC(year + 1, 0, 1);
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    Date.UTC(year, 0, 1),
  ).toZonedDateTimeISO(timeZone);
  const stretches: OffsetStretch[] = [];
  while (at !== null && at.epochMilliseconds < endMs) {
    stretches.push({ fromMs: at.epochMilliseconds, offsetMs: at.offsetNanoseconds / 1e6 });
    at = at.getTimeZoneTransition('next');
  }
  remembered.set(key, stretches);
  return stretches;
}

/** The offset stretches that cover `[fromMs, toMs)`, clipped to it; each ends where the next one starts. */
export function offsetsBetween(timeZone: string, fromMs: number, toMs: number): OffsetStretch[] {
  const stretches: OffsetStretch[] = [];
  const lastYear = new Date(toMs - 1).getUTCFullYear();
  for (let year = new Date(fromMs).getUTCFullYear(); year <= lastYear; year += 1) {
    for (const stretch of offsetsOfYear(timeZone, year)) {
      if (stretch.fromMs >= toMs) break;
      const last = stretches.at(-1);
      if (stretch.fromMs <= fromMs) stretches.splice(0, stretches.length, { ...stretch, fromMs });
      else if (last?.offsetMs !== stretch.offsetMs) stretches.push(stretch);
    }
  }
  return stretches;
}
