// Turns a case's history into the few steps its reporter is shown.
import type { PublicStage } from '../../../act/cases/core/case.contract.ts';

export interface PublicStep {
  stage: PublicStage;
  /** Epoch ms; null for a step still to come. */
  atMs: number | null;
}

export interface HistoryEntry {
  type: string;
  data: unknown;
  atMs: number;
}

/** Longer histories show the first step and the latest ones. */
const SHOWN = 7;

/** What the reporter still has before him, in order; waiting for him is shown only when it happens. */
const AHEAD: readonly PublicStage[] = ['received', 'in_progress', 'resolved', 'verified'];

/** Types of events that may move the public stage. */
export const STEP_EVENTS = [
  'case.triaged',
  'case.status_changed',
  'case.resolved',
  'case.reopened',
  'case.verified',
] as const;

/**
 * @param receivedMs when the first voice came in
 * @param now the stage the case is in; always the last step done
 * @param history what happened to the case, oldest first
 */
export function publicSteps(receivedMs: number, now: PublicStage, history: readonly HistoryEntry[]): PublicStep[] {
  const done: { stage: PublicStage; atMs: number }[] = [{ stage: 'received', atMs: receivedMs }];
  const reach = (stage: PublicStage | null, atMs: number) => {
    if (stage && done.at(-1)!.stage !== stage) done.push({ stage, atMs: Math.max(atMs, done.at(-1)!.atMs) });
  };
  for (const entry of history) reach(stageAfter(entry), entry.atMs);
  reach(now, history.at(-1)?.atMs ?? receivedMs);
  const shown = done.length <= SHOWN ? done : [done[0]!, ...done.slice(1 - SHOWN)];
  const from = AHEAD.indexOf(now === 'waiting_for_you' ? 'in_progress' : now);
  return [...shown, ...AHEAD.slice(from + 1).map((stage) => ({ stage, atMs: null }))];
}

function stageAfter(entry: HistoryEntry): PublicStage | null {
  switch (entry.type) {
    case 'case.triaged':
    case 'case.reopened':
      return 'in_progress';
    case 'case.resolved':
      return 'resolved';
    case 'case.verified':
      return 'verified';
    case 'case.status_changed':
      return stageOfStatus((entry.data as { to?: unknown } | null)?.to);
    default:
      return null;
  }
}

function stageOfStatus(status: unknown): PublicStage | null {
  switch (status) {
    case 'open':
    case 'on_hold':
      return 'in_progress';
    case 'pending':
      return 'waiting_for_you';
    case 'resolved':
      return 'resolved';
    case 'verified':
      return 'verified';
    // Closing a case ends our work, not a step of his.
    default:
      return null;
  }
}
