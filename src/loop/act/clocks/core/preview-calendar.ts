// Explains a due instant: the open stretches a span of working time runs over.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { BLOCK_MS, compileCalendar } from '../../../../kit/calendar/open-spans.ts';
import { addWorkingMs } from '../../../../kit/calendar/working-time.ts';

export interface Stretch {
  fromMs: number;
  toMs: number;
}

export interface Preview {
  /** Null when the calendar never opens long enough. */
  dueMs: number | null;
  warnMs: number | null;
  stretches: Stretch[];
  moreStretches: boolean;
}

/**
 * @param span working time; `warn` is how much of it before the end to warn
 * @param most how many stretches to give at most
 */
export function previewCalendar(
  calendar: Calendar,
  startMs: number,
  span: { targetMs: number; warnMs: number },
  most = 60,
): Preview {
  const due = addWorkingMs(calendar, startMs, span.targetMs);
  if (!due.ok) return { dueMs: null, warnMs: null, stretches: [], moreStretches: false };
  const warn = addWorkingMs(calendar, startMs, Math.max(0, span.targetMs - span.warnMs));
  const stretches = openStretches(calendar, startMs, due.value, most + 1);
  return {
    dueMs: due.value,
    warnMs: warn.ok ? warn.value : null,
    stretches: stretches.slice(0, most),
    moreStretches: stretches.length > most,
  };
}

/** The open stretches between two instants, in order; stops after `most`. */
export function openStretches(calendar: Calendar, fromMs: number, toMs: number, most: number): Stretch[] {
  const compiled = compileCalendar(calendar);
  if (compiled.always) return fromMs < toMs ? [{ fromMs, toMs }] : [];
  const found: Stretch[] = [];
  for (let index = Math.floor(fromMs / BLOCK_MS); index * BLOCK_MS < toMs; index += 1) {
    const block = compiled.block(index);
    for (const [position, start] of block.starts.entries()) {
      const open = { fromMs: Math.max(start, fromMs), toMs: Math.min(block.ends[position]!, toMs) };
      if (open.fromMs >= open.toMs) continue;
      const last = found.at(-1);
      // Where two blocks meet, one stretch was cut in two.
      if (last?.toMs === open.fromMs) last.toMs = open.toMs;
      else if (found.length === most) return found;
      else found.push(open);
    }
  }
  return found;
}
