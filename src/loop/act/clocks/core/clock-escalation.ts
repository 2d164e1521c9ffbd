// Says which steps of a ladder a clock has reached, and when it must be looked at next, so that a sweep only touches what is due.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { addWorkingMs } from '../../../../kit/calendar/working-time.ts';
import type { EscalationStep } from './clock.contract.ts';
import type { ClockReading } from './clock-history.contract.ts';

/** A step with the instant at which it falls due. */
export interface DueStep {
  /** Position in the policy's ladder; with clock key and round it makes the step done once. */
  index: number;
  atMs: number;
  step: EscalationStep;
}

/**
 * The steps a reading has on its way, in the order of their instants. A clock that is paused, ended, cancelled or merged has none:
 * nobody is alarmed about it.
 * @param calendar the hours the clock runs on; the wait of a step is working time
 */
export function ladder(steps: readonly EscalationStep[], reading: ClockReading, calendar: Calendar): DueStep[] {
  if (reading.state !== 'active' && reading.state !== 'active_with_misses') return [];
  const found: DueStep[] = [];
  steps.forEach((step, index) => {
    if (step.clocks && step.clocks.length > 0 && !step.clocks.some((kind) => kind === kindOf(reading.key))) return;
    const fromMs = step.on === 'warn' ? reading.warnAt : (reading.breachedAt ?? reading.dueAt);
    if (fromMs === null) return;
    const at = addWorkingMs(calendar, fromMs, step.afterMs);
    if (at.ok) found.push({ index, atMs: at.value, step });
  });
  return found.sort((a, b) => a.atMs - b.atMs || a.index - b.index);
}

/** The steps that have fallen due by `nowMs`. A breach step with no wait falls due just after the due instant, which is still in time. */
export function dueSteps(
  steps: readonly EscalationStep[],
  reading: ClockReading,
  calendar: Calendar,
  nowMs: number,
): DueStep[] {
  return ladder(steps, reading, calendar).filter(
    ({ atMs, step }) => atMs <= nowMs && (step.on === 'warn' || reading.breachedAt !== null),
  );
}

/**
 * When a clock must be read again if nothing happens to its case: its warning, the millisecond after its due instant, its next step,
 * or the end of a snooze.
 * @param snoozedUntilMs when the case wakes up, null when it does not sleep
 * @returns epoch ms after `nowMs`, or null when only an event can change anything
 */
export function nextLookAt(
  steps: readonly EscalationStep[],
  reading: ClockReading,
  calendar: Calendar,
  nowMs: number,
  snoozedUntilMs: number | null = null,
): number | null {
  const marks = ladder(steps, reading, calendar).map(({ atMs, step }) =>
    step.on === 'breach' && reading.breachedAt === null ? Math.max(atMs, (reading.dueAt ?? atMs) + 1) : atMs,
  );
  if (reading.state === 'active' || reading.state === 'active_with_misses') {
    if (reading.warnAt !== null) marks.push(reading.warnAt);
    if (reading.dueAt !== null && reading.breachedAt === null) marks.push(reading.dueAt + 1);
  } else if (reading.state === 'paused' && snoozedUntilMs !== null) marks.push(snoozedUntilMs);
  const ahead = marks.filter((mark) => mark > nowMs);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

function kindOf(key: string): string {
  return key.startsWith('stage:') ? 'stage' : key;
}
