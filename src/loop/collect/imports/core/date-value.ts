// Reads points in time in the many forms files write them, in the workspace's time zone where they name none.
import type { DateOrder } from './import.contract.ts';
import { localToInstantMs } from './local-time.ts';
import { isBlank } from './rating-value.ts';

const EARLIEST_MS = Date.UTC(1990, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

const YEAR_FIRST =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(上午|下午|am|pm)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*分?(?:\s*[:：]?\s*(\d{1,2})\s*秒?(?:[.,](\d{1,9}))?)?\s*(am|pm)?)?\s*(z|utc|gmt|[-+]\d{2}:?\d{2})?$/i;
const YEAR_LAST =
  /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T\s,]*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?)?\s*(z|utc|gmt|[-+]\d{2}:?\d{2})?$/i;
const MONTH_NAME =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:(\d{1,2})\s+([a-z]{3,9})|([a-z]{3,9})\s+(\d{1,2})),?\s+(\d{4})(?:[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?)?\s*(z|utc|gmt|[-+]\d{2}:?\d{2})?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a point in time.
 * @returns ISO 8601 in UTC; `null` for a blank; `'unreadable'` for what is none (also days that do not exist and years outside 1990-2099)
 */
export function readInstant(
  value: string | undefined,
  timeZone: string,
  order: DateOrder,
): string | null | 'unreadable' {
  if (isBlank(value)) return null;
  const bare = value!.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const ms =
    readNumber(bare, timeZone) ??
    readYearFirst(bare, timeZone) ??
    readYearLast(bare, timeZone, order) ??
    readMonthName(bare, timeZone);
  if (ms === null || !Number.isFinite(ms) || ms < EARLIEST_MS || ms >= LATEST_MS) return 'unreadable';
  return new Date(ms).toISOString();
}

/** Epoch seconds and milliseconds, 20260102, 20260102030405 and spreadsheet day numbers. */
function readNumber(text: string, timeZone: string): number | null {
  if (/^(19|20)\d{6}$/.test(text)) return local(timeZone, +text.slice(0, 4), +text.slice(4, 6), +text.slice(6, 8));
  const full = /^((?:19|20)\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/.exec(text);
  if (full) return local(timeZone, +full[1]!, +full[2]!, +full[3]!, +full[4]!, +full[5]!, Number(full[6] ?? 0));
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const number = Number(text);
  if (number >= 6e11 && number < 4.2e12) return number;
  if (number >= 6e8 && number < 4.2e9) return number * 1000;
  if (number >= 30_000 && number < 75_000)
    return localToInstantMs(timeZone, Math.round((number - 25_569) * 86_400) * 1000);
  return null;
}

function readYearFirst(text: string, timeZone: string): number | null {
  const match = YEAR_FIRST.exec(text);
  if (!match) return null;
  const half = match[4] ?? match[9];
  const hour = clockHour(Number(match[5] ?? 0), half);
  const ms = Number(`0.${match[8] ?? 0}`) * 1000;
  return local(
    timeZone,
    +match[1]!,
    +match[2]!,
    +match[3]!,
    hour,
    Number(match[6] ?? 0),
    Number(match[7] ?? 0),
    match[10],
    ms,
  );
}

function readYearLast(text: string, timeZone: string, order: DateOrder): number | null {
  const match = YEAR_LAST.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  const second = Number(match[2]);
  // What cannot be a month is the day, whatever the order says.
  const monthFirst = first > 12 ? false : second > 12 ? true : order === 'mdy';
  const [month, day] = monthFirst ? [first, second] : [second, first];
  const hour = clockHour(Number(match[4] ?? 0), match[7]);
  return local(timeZone, +match[3]!, month, day, hour, Number(match[5] ?? 0), Number(match[6] ?? 0), match[8]);
}

function readMonthName(text: string, timeZone: string): number | null {
  const match = MONTH_NAME.exec(text);
  if (!match) return null;
  const month = MONTHS.indexOf((match[2] ?? match[3] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  const hour = clockHour(Number(match[6] ?? 0), match[9]);
  return local(
    timeZone,
    +match[5]!,
    month,
    Number(match[1] ?? match[4]),
    hour,
    Number(match[7] ?? 0),
    Number(match[8] ?? 0),
    match[10],
  );
}

function clockHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  const afternoon = half === '下午' || half.toLowerCase() === 'pm';
  if (hour > 12) return hour;
  return (hour % 12) + (afternoon ? 12 : 0);
}

function local(
  timeZone: string,
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  offset?: string,
  ms = 0,
): number {
  const wall = Date.UTC(year, month - 1, day, hour, minute, second) + ms;
  const back = new Date(wall);
  const exists =
    back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!exists) return Number.NaN;
  if (offset === undefined) return localToInstantMs(timeZone, wall);
  const sign = /^([-+])(\d{2}):?(\d{2})$/.exec(offset);
  if (!sign) return wall;
  return wall - (sign[1] === '-' ? -1 : 1) * (Number(sign[2]) * 60 + Number(sign[3])) * 60_000;
}

/** Guesses whether 01/02/2026 has the month first: a first part above 12 says no. Month first when nothing tells. */
export function guessDateOrder(values: readonly string[]): DateOrder {
  for (const value of values) {
    const match = YEAR_LAST.exec(value.trim());
    if (match && Number(match[1]) > 12) return 'dmy';
    if (match && Number(match[2]) > 12) return 'mdy';
  }
  return 'mdy';
}
