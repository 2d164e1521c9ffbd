// Says a span of time in words, as the files of the report do.
import type { TFunction } from 'i18next';

export function spanOf(t: TFunction, ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return t('livereport:span.seconds', { count: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60 && seconds % 60 === 0) return t('livereport:span.whole', { minutes });
  if (minutes < 60) return t('livereport:span.minutes', { minutes, seconds: seconds % 60 });
  return t('livereport:span.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** Time within a show: 1:02:03. */
export function secondText(second: number): string {
  const whole = Math.max(0, Math.floor(second));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
