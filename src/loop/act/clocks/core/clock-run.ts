// One clock being folded: its rounds, what freezes it, and how time passes for it. What each event means to it is in run-clock.ts.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import type { ClockReading, ClockReason, ClockSpec } from './clock-history.contract.ts';
import { advance, type Stopwatch, whenReached } from './stopwatch.ts';

/** How a round ended: `hit` and `missed` are answers, `dropped` means nobody waits any more. */
export type RoundEnd = 'hit' | 'missed' | 'dropped';

/** Everything the fold remembers between two events. */
export interface ClockRun {
  spec: ClockSpec;
  watch: Stopwatch;
  /** What the next round promises; the watch carries the promise of the current one. */
  promise: { targetMs: number; warnMs: number };
  round: number;
  startedAt: number;
  endedAt: number | null;
  /** The due instant as it stood when the round ended; null if it was frozen then. */
  endDueAt: number | null;
  end: RoundEnd | null;
  missesBefore: number;
  hitsBefore: number;
  /** What freezes the clock just now. */
  status: 'open' | 'pending' | 'on_hold';
  snoozedUntil: number | null;
  merged: boolean;
  finished: boolean;
  withdrawn: boolean;
  replied: boolean;
  /** A customer message nobody has answered since the last reply or resolution. */
  unanswered: boolean;
  stage: string | null;
  reasons: ClockReading['reasons'];
}

export function newRun(spec: ClockSpec, calendar: Calendar): ClockRun {
  const { targetMs, warnMs } = spec;
  return {
    spec,
    promise: { targetMs, warnMs },
    watch: { calendar, targetMs, warnMs, cursorMs: 0, running: false, elapsedMs: 0, warnedAt: null, breachedAt: null },
    round: 0,
    startedAt: 0,
    endedAt: null,
    endDueAt: null,
    end: null,
    missesBefore: 0,
    hitsBefore: 0,
    status: 'open',
    snoozedUntil: null,
    merged: false,
    finished: false,
    withdrawn: false,
    replied: false,
    unanswered: false,
    stage: null,
    reasons: [],
  };
}

/** Lets time pass up to an instant; a snooze that runs out on the way ends there. */
export function moveTo(run: ClockRun, atMs: number): void {
  if (run.snoozedUntil !== null && run.snoozedUntil <= atMs) {
    const until = Math.max(run.snoozedUntil, run.watch.cursorMs);
    advanceNoting(run, until);
    run.snoozedUntil = null;
    setRunning(run, until);
  }
  advanceNoting(run, atMs);
}

function advanceNoting(run: ClockRun, atMs: number): void {
  const { warnedAt, breachedAt } = run.watch;
  advance(run.watch, atMs);
  if (warnedAt === null && run.watch.warnedAt !== null) note(run, run.watch.warnedAt, 'warned');
  if (breachedAt === null && run.watch.breachedAt !== null) note(run, run.watch.breachedAt, 'breached');
}

/** Starts or stops the watch after an event, and says why. */
export function setRunning(run: ClockRun, atMs: number): void {
  const live = run.round > 0 && run.end === null && !run.merged && !run.withdrawn;
  const frozen = freezeOf(run);
  const running = live && frozen === null;
  if (live && running !== run.watch.running) note(run, atMs, running ? 'resumed' : frozen!);
  run.watch.running = running;
}

/** What freezes the clock, the longest-lasting cause first; null when nothing does. */
export function freezeOf(run: ClockRun): 'paused_on_hold' | 'paused_pending' | 'paused_snoozed' | null {
  if (run.status === 'on_hold') return 'paused_on_hold';
  if (run.status === 'pending') return 'paused_pending';
  return run.snoozedUntil === null ? null : 'paused_snoozed';
}

export function note(run: ClockRun, atMs: number, code: ClockReason): void {
  run.reasons.push({ atMs, code });
}

export function startRound(run: ClockRun, atMs: number): void {
  if (run.end === 'missed') run.missesBefore += 1;
  if (run.end === 'hit') run.hitsBefore += 1;
  // A round still open is replaced; if it was late already, that stays counted.
  if (run.round > 0 && run.end === null && run.watch.breachedAt !== null) run.missesBefore += 1;
  run.round += 1;
  run.startedAt = atMs;
  run.endedAt = null;
  run.end = null;
  run.endDueAt = null;
  const frozen = freezeOf(run);
  Object.assign(run.watch, run.promise, { elapsedMs: 0, warnedAt: null, breachedAt: null, running: frozen === null });
  note(run, atMs, run.round === 1 ? 'started' : 'restarted');
  if (frozen !== null) note(run, atMs, frozen);
}

/** Ends the open round by what was promised: in time or late. */
export function settle(run: ClockRun, atMs: number, code: ClockReason): void {
  endRound(run, atMs, 'hit', code);
}

/** Ends the open round without the promised act: late stays late, otherwise nobody waits any more. */
export function drop(run: ClockRun, atMs: number, code: ClockReason): void {
  endRound(run, atMs, 'dropped', code);
}

function endRound(run: ClockRun, atMs: number, end: 'hit' | 'dropped', code: ClockReason): void {
  // A merged case is answered for by the one it went into.
  if (run.round === 0 || run.end !== null || run.merged) return;
  if (run.watch.running) run.endDueAt = whenDue(run.watch);
  if (run.withdrawn) run.end = 'dropped';
  else run.end = run.watch.breachedAt === null ? end : 'missed';
  run.endedAt = atMs;
  note(run, atMs, code);
}

/** The due instant of a running watch; a late round keeps the one it missed, unless a longer promise has been made since. */
export function whenDue(watch: Stopwatch): number | null {
  if (watch.elapsedMs >= watch.targetMs && watch.breachedAt !== null) return watch.breachedAt;
  return whenReached(watch, watch.targetMs);
}
