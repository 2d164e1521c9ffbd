// Measures one promise in working time: runs, freezes, is late. Knows nothing of cases; the rules that drive it are in run-clock.ts.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { addWorkingMs, workingMsBetween } from '../../../../kit/calendar/working-time.ts';

/** A running measurement. Changed in place by the functions below, which only ever move `cursorMs` forward. */
export interface Stopwatch {
  calendar: Calendar;
  targetMs: number;
  warnMs: number;
  /** Everything up to here is counted. */
  cursorMs: number;
  running: boolean;
  elapsedMs: number;
  /** When the elapsed time first reached the warning mark. */
  warnedAt: number | null;
  breachedAt: number | null;
}

/** The elapsed time at which to warn; a promise shorter than its warning warns at once. */
export function warnMark(watch: Pick<Stopwatch, 'targetMs' | 'warnMs'>): number {
  return Math.max(0, watch.targetMs - watch.warnMs);
}

/**
 * Counts the working time up to `toMs` if the watch runs, and notes when the warning mark and the target were passed on the way.
 * Late means after the due instant by the wall clock, even where no working time lies between: an answer at 20:00 to a promise
 * due at 18:00 closing is late.
 */
export function advance(watch: Stopwatch, toMs: number): void {
  if (toMs <= watch.cursorMs) return;
  if (watch.running) {
    const span = workingMsBetween(watch.calendar, watch.cursorMs, toMs);
    if (watch.warnedAt === null) {
      const at = reach(watch, warnMark(watch), span);
      if (at !== null && at <= toMs) watch.warnedAt = at;
    }
    if (watch.breachedAt === null) {
      const at = reach(watch, watch.targetMs, span);
      if (at !== null && at < toMs) watch.breachedAt = at;
    }
    watch.elapsedMs += span;
  }
  watch.cursorMs = toMs;
}

/** When a running watch reaches a mark of elapsed time: now, if it is already beyond; null if the calendar never opens enough. */
export function whenReached(watch: Stopwatch, markMs: number): number | null {
  const at = addWorkingMs(watch.calendar, watch.cursorMs, Math.max(0, markMs - watch.elapsedMs));
  return at.ok ? at.value : null;
}

/** Like whenReached, but only looks when `span` more working time is enough to get there. */
function reach(watch: Stopwatch, markMs: number, span: number): number | null {
  return watch.elapsedMs + span < markMs ? null : whenReached(watch, markMs);
}
