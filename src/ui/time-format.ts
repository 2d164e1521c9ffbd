// Says times as people do: how long ago within a day, the date with its zone after.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** "3 minutes ago", "in 2 hours"; whole units, never more than a day's worth. `now` and `at` in ms. */
export function relativeText(at: number, now: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const span = at - now;
  const size = Math.abs(span);
  if (size < MINUTE) return words.format(0, 'second');
  if (size < HOUR) return words.format(Math.trunc(span / MINUTE), 'minute');
  return words.format(Math.trunc(span / HOUR), 'hour');
}

/** Date and time with the zone's short name: `2026-11-22 16:05 GMT+8` in the reader's own order. */
export function absoluteText(at: number, language: string, zone?: string): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(zone ? { timeZone: zone } : {}),
  }).format(at);
}

/** Date and time without zone and, in the present year, without year; the full form belongs into the title. */
export function shortText(at: number, now: number, language: string, zone?: string): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(language, {
    ...(sameYear ? {} : { year: 'numeric' as const }),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zone ? { timeZone: zone } : {}),
  }).format(at);
}

/** The two biggest units of a span, for counting clocks: `2d 4h`, `3h 12m`, `4m 09s`. Always positive. */
export function spanParts(spanMs: number): { days: number; hours: number; minutes: number; seconds: number } {
  const seconds = Math.floor(Math.abs(spanMs) / 1000);
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}
