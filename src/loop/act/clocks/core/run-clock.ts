// The one clock engine: folds the history of a case into the reading of any of its clocks. Pure, so any past reading can be shown again.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { type ClockEvent, type ClockReading, type ClockSpec, clockKey } from './clock-history.contract.ts';
import { type ClockRun, drop, moveTo, newRun, note, setRunning, settle, startRound } from './clock-run.ts';
import { readClock } from './read-clock.ts';
import { warnMark } from './stopwatch.ts';

/**
 * Works out a clock at an instant.
 * @param spec what is measured and promised
 * @param calendar the working hours in force when the case was opened
 * @param history events in the order in which they happened; those after `nowMs` are not looked at
 * @param nowMs epoch ms
 * @returns the reading, or null while the clock has not started (no `opened` yet, no customer message since the first reply, another stage)
 */
export function runClock(
  spec: ClockSpec,
  calendar: Calendar,
  history: readonly ClockEvent[],
  nowMs: number,
): ClockReading | null {
  const run = newRun(spec, calendar);
  let opened = false;
  for (const event of history) {
    if (event.atMs > nowMs) break;
    if (!opened && event.type !== 'opened' && event.type !== 'policy_changed' && event.type !== 'calendar_changed')
      continue;
    opened ||= event.type === 'opened';
    moveTo(run, event.atMs);
    apply(run, event);
    setRunning(run, event.atMs);
  }
  if (!opened || run.round === 0) return null;
  moveTo(run, nowMs);
  return readClock(run, nowMs);
}

function apply(run: ClockRun, event: ClockEvent): void {
  const { kind } = run.spec;
  const at = event.atMs;
  switch (event.type) {
    case 'opened':
      run.stage = event.stage ?? null;
      if (kind === 'frt' || kind === 'rt' || (kind === 'stage' && run.stage === run.spec.stage)) startRound(run, at);
      return;
    case 'customer_message':
      // What the case was waiting or sleeping for has come; a third party on hold still has not.
      if (run.status === 'pending') run.status = 'open';
      run.snoozedUntil = null;
      if (kind === 'nrt' && run.replied && !run.finished && !run.unanswered) startRound(run, at);
      if (run.replied) run.unanswered = true;
      return;
    case 'reply':
      if (event.by === 'bot') {
        if (run.round > 0 && run.end === null && (kind === 'frt' || kind === 'nrt')) note(run, at, 'bot_reply_ignored');
        return;
      }
      // The words that go with a resolution may be saved just after it: they still answer.
      if (kind === 'frt' && run.end === 'dropped' && run.finished && !run.replied) run.end = null;
      if (kind === 'frt' || kind === 'nrt') settle(run, at, 'answered');
      run.replied = true;
      run.unanswered = false;
      return;
    case 'status':
      run.status = event.to === 'new' ? 'open' : event.to;
      return;
    case 'snoozed':
      run.snoozedUntil = event.untilMs > at ? event.untilMs : null;
      return;
    case 'unsnoozed':
      run.snoozedUntil = null;
      return;
    case 'stage_entered':
      if (kind === 'stage' && run.stage !== event.stage) {
        if (run.stage === run.spec.stage) settle(run, at, 'stage_left');
        if (event.stage === run.spec.stage && !run.finished) startRound(run, at);
      }
      run.stage = event.stage;
      return;
    case 'resolved':
      if (run.finished) return;
      run.finished = true;
      run.status = 'open';
      run.snoozedUntil = null;
      run.unanswered = false;
      if (kind === 'rt' || kind === 'stage') settle(run, at, 'resolved');
      else drop(run, at, 'resolved_without_reply');
      return;
    case 'reopened':
      if (!run.finished) return;
      run.finished = false;
      run.status = 'open';
      if (restartsOnReopen(run)) startRound(run, at);
      return;
    case 'closed':
      run.finished = true;
      drop(run, at, 'closed');
      return;
    case 'verified':
      return;
    case 'merged':
      if (!run.merged && run.end === null) note(run, at, 'merged');
      run.merged = true;
      return;
    case 'unmerged':
      if (run.merged && run.end === null) note(run, at, 'unmerged');
      run.merged = false;
      return;
    case 'policy_changed': {
      const target = event.targets[clockKey(run.spec)];
      if (target === undefined) return;
      changePolicy(run, at, target);
      return;
    }
    case 'calendar_changed':
      run.watch.calendar = event.calendar;
      if (run.round > 0 && run.end === null) note(run, at, 'calendar_changed');
  }
}

/** A reopened case gets its promises anew: solve it, say the first word if nobody has, finish the stage, answer what was said since. */
function restartsOnReopen(run: ClockRun): boolean {
  const { kind, stage } = run.spec;
  if (kind === 'frt') return !run.replied;
  if (kind === 'nrt') return run.replied && run.unanswered;
  return kind === 'rt' || run.stage === stage;
}

/** Time already used stays used and a miss stays a miss; the rest is measured by the new promise. */
function changePolicy(run: ClockRun, atMs: number, target: { targetMs: number; warnMs?: number } | null): void {
  const open = run.round > 0 && run.end === null;
  run.withdrawn = target === null;
  if (open) note(run, atMs, target === null ? 'policy_withdrawn' : 'policy_changed');
  if (target === null) return;
  run.promise = { targetMs: target.targetMs, warnMs: target.warnMs ?? run.promise.warnMs };
  if (!open) return;
  Object.assign(run.watch, run.promise);
  if (run.watch.elapsedMs < warnMark(run.watch)) run.watch.warnedAt = null;
}
