// Turns "in 3 working days" into an instant, by the shop's own hours.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { addWorkingMs, workingMsBetween } from '../../../../kit/calendar/working-time.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { PromiseDue } from './promise.contract.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Days looked through for working ones. */
const HORIZON_DAYS = 400;

/** @returns epoch ms of the due instant */
export function dueOf(
  due: PromiseDue,
  nowMs: number,
  hours: Calendar,
): Result<number, 'due_in_past' | 'no_working_time'> {
  if ('at' in due) {
    const atMs = Date.parse(due.at);
    return atMs > nowMs ? ok(atMs) : refuse('due_in_past', [{ path: 'due', code: 'due_in_past' }]);
  }
  if (due.unit === 'hours') return ok(nowMs + due.in * HOUR_MS);
  if (due.unit === 'days') return ok(nowMs + due.in * DAY_MS);
  if (due.unit === 'working_hours') {
    const at = addWorkingMs(hours, nowMs, due.in * HOUR_MS);
    return at.ok ? ok(at.value) : refuse('no_working_time', [{ path: 'due', code: 'no_working_time' }]);
  }
  return endOfWorkingDay(due.in, nowMs, hours);
}

/** The close of the n-th working day after today, in the calendar's zone. */
function endOfWorkingDay(count: number, nowMs: number, hours: Calendar): Result<number, 'no_working_time'> {
  let left = count;
  for (let day = 1; day <= HORIZON_DAYS; day += 1) {
    const start = localMidnight(nowMs, hours.timeZone, day);
    const open = workingMsBetween(hours, start, localMidnight(nowMs, hours.timeZone, day + 1));
    if (open <= 0) continue;
    left -= 1;
    if (left > 0) continue;
    const at = addWorkingMs(hours, start, open);
    if (at.ok) return ok(at.value);
  }
  return refuse('no_working_time', [{ path: 'due', code: 'no_working_time' }]);
}

/** Midnight `days` local days after the day of `ms`. */
export function localMidnight(ms: number, timeZone: string, days: number): number {
  const wall = wallMs(ms, timeZone);
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS + days * DAY_MS;
  let at = midnight - (wall - Math.floor(ms / 1000) * 1000);
  // Summer time may have begun or ended in between; one correction settles it.
  at += midnight - wallMs(at, timeZone);
  return at;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallMs(ms: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
}

/** When to warn: a fifth of the time ahead, between 15 minutes and 4 hours. */
export function warnAt(madeMs: number, dueMs: number): number {
  const ahead = Math.min(4 * HOUR_MS, Math.max(15 * 60_000, (dueMs - madeMs) / 5));
  return Math.max(madeMs, dueMs - ahead);
}
