// A slow second opinion on clocks for tests: walks minute by minute through a history with its own reading of the written rules.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { openByWallClock } from '../../../../kit/calendar/wall-clock.fixture.ts';
import type { ClockEvent, ClockSpec, ClockState } from './clock-history.contract.ts';

const MINUTE = 60_000;

export interface BruteReading {
  state: ClockState;
  round: number;
  startedAt: number;
  elapsedMs: number;
  breachedAt: number | null;
  warnedAt: number | null;
  /** Where a running, not yet late clock falls due. */
  dueAt: number | null;
  misses: number;
}

type Ending = 'none' | 'done' | 'gone' | 'late';

/** Reads a clock at `nowMs`; all instants must be whole minutes, and all events of a minute happen at its start. */
export function readByMinutes(
  spec: ClockSpec,
  calendar: Calendar,
  history: readonly ClockEvent[],
  nowMs: number,
): BruteReading | null {
  const past = history.filter((event) => event.atMs <= nowMs);
  if (past.length === 0) return null;
  // The case.
  let status = 'open';
  let sleepsUntil = Number.NEGATIVE_INFINITY;
  let merged = false;
  let over = false;
  let someoneReplied = false;
  let customerWaits = false;
  let stage: string | undefined;
  // The round.
  let target = spec.targetMs;
  let withdrawn = false;
  let nextTarget = spec.targetMs;
  let ending = 'none' as Ending;
  let round = 0;
  let startedAt = 0;
  let elapsed = 0;
  let warnedAt: number | null = null;
  let breachedAt: number | null = null;
  let olderMisses = 0;
  let olderHits = 0;

  const begin = (t: number) => {
    if (ending === 'late' || (round > 0 && ending === 'none' && breachedAt !== null)) olderMisses += 1;
    if (ending === 'done') olderHits += 1;
    round += 1;
    [startedAt, elapsed, warnedAt, breachedAt, ending, target] = [t, 0, null, null, 'none', nextTarget];
  };
  const end = (how: Ending) => {
    if (round === 0 || ending !== 'none' || merged) return;
    ending = withdrawn ? 'gone' : breachedAt !== null ? 'late' : how;
  };
  const mark = () => Math.max(0, target - spec.warnMs);
  const happen = (event: ClockEvent) => {
    const t = event.atMs;
    if (event.type === 'opened') {
      stage = event.stage;
      if (spec.kind === 'frt' || spec.kind === 'rt' || (spec.kind === 'stage' && stage === spec.stage)) begin(t);
    } else if (event.type === 'customer_message') {
      if (status === 'pending') status = 'open';
      sleepsUntil = Number.NEGATIVE_INFINITY;
      if (someoneReplied && !customerWaits) {
        customerWaits = true;
        if (spec.kind === 'nrt' && !over) begin(t);
      }
    } else if (event.type === 'reply' && event.by === 'member') {
      if (spec.kind === 'frt' && ending === 'gone' && over && !someoneReplied) ending = 'none';
      if (spec.kind === 'frt' || spec.kind === 'nrt') end('done');
      someoneReplied = true;
      customerWaits = false;
    } else if (event.type === 'status') status = event.to;
    else if (event.type === 'snoozed') sleepsUntil = event.untilMs;
    else if (event.type === 'unsnoozed') sleepsUntil = Number.NEGATIVE_INFINITY;
    else if (event.type === 'stage_entered') {
      const same = stage === event.stage;
      if (spec.kind === 'stage' && !same && stage === spec.stage) end('done');
      stage = event.stage;
      if (spec.kind === 'stage' && !same && stage === spec.stage && !over) begin(t);
    } else if (event.type === 'resolved' && !over) {
      over = true;
      end(spec.kind === 'rt' || spec.kind === 'stage' ? 'done' : 'gone');
      status = 'open';
      sleepsUntil = Number.NEGATIVE_INFINITY;
      customerWaits = false;
    } else if (event.type === 'closed') {
      over = true;
      end('gone');
    } else if (event.type === 'reopened' && over) {
      over = false;
      status = 'open';
      if (
        spec.kind === 'rt' ||
        (spec.kind === 'frt' && !someoneReplied) ||
        (spec.kind === 'nrt' && customerWaits) ||
        (spec.kind === 'stage' && stage === spec.stage)
      )
        begin(t);
    } else if (event.type === 'merged') merged = true;
    else if (event.type === 'unmerged') merged = false;
    else if (event.type === 'policy_changed') {
      const change = event.targets[spec.kind === 'stage' ? `stage:${spec.stage}` : spec.kind];
      if (change === undefined) return;
      withdrawn = change === null;
      if (change === null) return;
      nextTarget = change.targetMs;
      if (round > 0 && ending === 'none') {
        target = nextTarget;
        if (elapsed < mark()) warnedAt = null;
      }
    }
  };
  const frozen = (t: number) => status === 'pending' || status === 'on_hold' || t < sleepsUntil;
  const runs = (t: number) => round > 0 && ending === 'none' && !merged && !withdrawn && !frozen(t);

  let t = past[0]!.atMs;
  let next = 0;
  for (; ; t += MINUTE) {
    for (; next < past.length && past[next]!.atMs === t; next += 1) {
      happen(past[next]!);
      // Between two events of one minute a watch that runs past its mark has been warned.
    }
    if (runs(t) && warnedAt === null && elapsed >= mark() && (t < nowMs || t === nowMs)) warnedAt = t;
    if (t >= nowMs) break;
    if (runs(t)) {
      if (breachedAt === null && elapsed >= target) breachedAt = t;
      if (openByWallClock(calendar, t)) elapsed += MINUTE;
    }
  }
  if (round === 0) return null;
  const misses = olderMisses + (ending === 'late' || (ending === 'none' && breachedAt !== null) ? 1 : 0);
  let state: ClockState;
  if (ending === 'none') {
    if (merged || withdrawn) state = 'cancelled';
    else if (frozen(nowMs)) state = 'paused';
    else state = misses > 0 ? 'active_with_misses' : 'active';
  } else if (misses > 0) state = 'missed';
  else state = ending === 'done' || olderHits > 0 ? 'hit' : 'cancelled';
  let dueAt: number | null = null;
  if (runs(nowMs) && breachedAt === null) {
    let ahead = elapsed;
    dueAt = nowMs;
    while (ahead < target) {
      if (openByWallClock(calendar, dueAt)) ahead += MINUTE;
      dueAt += MINUTE;
    }
  }
  return { state, round, startedAt, elapsedMs: elapsed, breachedAt, warnedAt, dueAt, misses };
}
