// Says which days a report is about, the way people call them: a month, a quarter, a year, or two dates.
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import { wholeMonths } from '../core/report-period.ts';

/** For example 2026年2月, "February 2026", 2026年第一季度, "1 Feb – 14 Feb 2026". */
export function periodWords(days: { from: string; to: string }, language: Language): string {
  const months = wholeMonths(days.from, days.to);
  const from = new Date(`${days.from}T00:00:00Z`);
  const month = from.getUTCMonth();
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  if (months === 1) return say({ year: 'numeric', month: 'long' }).format(from);
  if (months === 3 && month % 3 === 0) {
    return translator(language)('reports:quarter', { year: from.getUTCFullYear(), number: month / 3 + 1 });
  }
  if (months === 12 && month === 0) return say({ year: 'numeric' }).format(from);
  const to = new Date(`${days.to}T00:00:00Z`);
  if (language === 'en') return say({ year: 'numeric', month: 'short', day: 'numeric' }).formatRange(from, to);
  // A range in Chinese comes out as 2026/8/25 – 2026/9/23; a title is read aloud.
  const sameYear = from.getUTCFullYear() === to.getUTCFullYear();
  const day = { month: 'long', day: 'numeric' } as const;
  return `${say({ year: 'numeric', ...day }).format(from)}至${say(sameYear ? day : { year: 'numeric', ...day }).format(to)}`;
}

/** The title a report begins with. */
export function usualTitle(days: { from: string; to: string }): { 'zh-CN': string; en: string } {
  const of = (language: Language) =>
    translator(language)('reports:usual_title', { period: periodWords(days, language) });
  return { 'zh-CN': of('zh-CN'), en: of('en') };
}
