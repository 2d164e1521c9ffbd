// What happened to a case as far as its clocks care: the one input from which every reading can be worked out again.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';

/** The three promises to a customer and the inner one to the next department. */
export const CLOCK_KINDS = ['frt', 'nrt', 'rt', 'stage'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** What one clock measures and promises. `targetMs` and `warnMs` are working time. */
export interface ClockSpec {
  kind: ClockKind;
  /** Which stage of the work, for kind `stage` (`collect`, `classify` …). */
  stage?: string;
  targetMs: number;
  /** How much working time before the due instant to warn. */
  warnMs: number;
}

/** Names a clock within a case: `frt`, `nrt`, `rt` or `stage:collect`. */
export type ClockKey = string;

/** The key of the clock a spec describes. */
export function clockKey(spec: Pick<ClockSpec, 'kind' | 'stage'>): ClockKey {
  return spec.kind === 'stage' ? `stage:${spec.stage ?? ''}` : spec.kind;
}

/** One thing that happened, at an instant in epoch ms. A history lists them in the order in which they happened. */
export type ClockEvent = { atMs: number } & (
  | { type: 'opened'; stage?: string }
  | { type: 'customer_message' }
  | { type: 'reply'; by: 'member' | 'bot' }
  | { type: 'status'; to: 'new' | 'open' | 'pending' | 'on_hold' }
  | { type: 'snoozed'; untilMs: number }
  | { type: 'unsnoozed' }
  | { type: 'stage_entered'; stage: string }
  | { type: 'resolved' }
  | { type: 'reopened' }
  | { type: 'verified' }
  | { type: 'closed' }
  | { type: 'merged' }
  | { type: 'unmerged' }
  /** New promises by clock key; a key left out keeps its promise, null ends the clock. */
  | { type: 'policy_changed'; targets: Record<ClockKey, { targetMs: number; warnMs?: number } | null> }
  | { type: 'calendar_changed'; calendar: Calendar }
);

export type ClockEventType = ClockEvent['type'];

/**
 * `active` runs, nothing missed · `active_with_misses` runs, this or an earlier round missed · `paused` frozen · `hit` ended, never
 * missed · `missed` ended, at least one round missed · `cancelled` nobody waits for it any more.
 */
export const CLOCK_STATES = ['active', 'active_with_misses', 'paused', 'hit', 'missed', 'cancelled'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** Why a reading is as it is; sentences are under `clocks:reason`. */
export const CLOCK_REASONS = [
  'started',
  'restarted',
  'paused_pending',
  'paused_on_hold',
  'paused_snoozed',
  'resumed',
  'bot_reply_ignored',
  'answered',
  'resolved',
  'resolved_without_reply',
  'stage_left',
  'warned',
  'breached',
  'policy_changed',
  'calendar_changed',
  'policy_withdrawn',
  'merged',
  'unmerged',
  'closed',
  'calendar_never_open',
] as const;
export type ClockReason = (typeof CLOCK_REASONS)[number];

/** A clock read at one instant. Instants are epoch ms, spans working time on the calendar then in force. */
export interface ClockReading {
  key: ClockKey;
  state: ClockState;
  /** 1 for the first round; reopening, a new unanswered message or entering the stage again starts the next. */
  round: number;
  /** Start of the current (or last) round. */
  startedAt: number;
  /** When the promise of this round falls due; null while paused and when cancelled. The very instant is still in time. */
  dueAt: number | null;
  /** When to warn, `warnMs` of working time before the due instant; once passed, when that was. Null while paused before it. */
  warnAt: number | null;
  /** When this round went past due; null while it has not. */
  breachedAt: number | null;
  /** When this round ended; null while it has not. */
  endedAt: number | null;
  elapsedMs: number;
  /** Target minus elapsed; negative when late. */
  remainingMs: number;
  targetMs: number;
  /** Rounds missed so far, this one included. */
  misses: number;
  reasons: { atMs: number; code: ClockReason }[];
}
