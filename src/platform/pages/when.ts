// Says when something was or will be, the way people read it: near instants as a distance, others with date and zone.
import { type Language, translator } from '../i18n/translate.ts';

const HOUR = 3_600_000;

/** @returns a sentence part such as "3 小时前", "in 2 hours", "11月20日 14:05 GMT+8" */
export function sayWhen(at: Date, now: Date, language: Language, timeZone: string): string {
  const distanceMs = at.getTime() - now.getTime();
  if (Math.abs(distanceMs) < 24 * HOUR) {
    const minutes = Math.round(distanceMs / 60_000);
    if (minutes === 0) return translator(language)('pages:just_now');
    const near = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    if (Math.abs(minutes) < 60) return near.format(minutes, 'minute');
    return near.format(Math.round(distanceMs / HOUR), 'hour');
  }
  return sayDate(at, now, language, timeZone);
}

/** The date and time in the shop's zone; the year only when it is another one. */
export function sayDate(at: Date, now: Date, language: Language, timeZone: string): string {
  const year = (instant: Date) => new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(instant);
  const date = new Intl.DateTimeFormat(language, {
    ...(year(at) === year(now) ? {} : { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone,
  }).format(at);
  const zone = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'short' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')!.value;
  return language === 'en' ? `${date} (${zone})` : `${date}（${zone}）`;
}
