// Turns what the fold remembers into what people and the sweep see: state, due, warning, lateness.
import { type ClockReading, type ClockState, clockKey } from './clock-history.contract.ts';
import { type ClockRun, freezeOf, whenDue } from './clock-run.ts';
import { warnMark, whenReached } from './stopwatch.ts';

/** Reads a run whose time has been moved to `nowMs`. */
export function readClock(run: ClockRun, nowMs: number): ClockReading {
  const { watch } = run;
  const missedNow = run.end === 'missed' || (run.end === null && watch.breachedAt !== null);
  const misses = run.missesBefore + (missedNow ? 1 : 0);
  const state = stateOf(run, misses);
  const ticking = state === 'active' || state === 'active_with_misses';
  const due = ticking ? whenDue(watch) : run.endDueAt;
  const reasons = [...run.reasons];
  if (ticking && due === null) reasons.push({ atMs: nowMs, code: 'calendar_never_open' });
  return {
    key: clockKey(run.spec),
    state,
    round: run.round,
    startedAt: run.startedAt,
    dueAt: due,
    warnAt: watch.warnedAt ?? (ticking ? whenReached(watch, warnMark(watch)) : null),
    breachedAt: watch.breachedAt,
    endedAt: run.endedAt,
    elapsedMs: watch.elapsedMs,
    remainingMs: watch.targetMs - watch.elapsedMs,
    targetMs: watch.targetMs,
    misses,
    reasons,
  };
}

function stateOf(run: ClockRun, misses: number): ClockState {
  if (run.end === null) {
    if (run.merged || run.withdrawn) return 'cancelled';
    if (freezeOf(run) !== null) return 'paused';
    return misses > 0 ? 'active_with_misses' : 'active';
  }
  if (misses > 0) return 'missed';
  return run.end === 'hit' || run.hitsBefore > 0 ? 'hit' : 'cancelled';
}
