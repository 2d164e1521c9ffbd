// The one thing to do next with a case; everything else that may be done is offered quietly.
import type { CaseView } from '../core/case.contract.ts';

/** `watch`: nothing to do, others are at work. */
export type NextStep = 'assign_me' | 'reply' | 'resolve' | 'continue' | 'verify' | 'open_merged' | 'watch';

type Facts = Pick<CaseView, 'status' | 'owner' | 'firstReplyAt' | 'clocks' | 'actions' | 'mergedIntoId'>;

/**
 * Somebody must own it, then the customer must be answered, then it must be settled and seen to help.
 * @param may whether the reader may work on cases, answer, and close them
 */
export function nextStep(facts: Facts, may: { work: boolean; reply: boolean; close: boolean }): NextStep {
  if (facts.mergedIntoId) return 'open_merged';
  if (!may.work) return 'watch';
  if (facts.status === 'resolved') return may.close && facts.actions.includes('verify') ? 'verify' : 'watch';
  if (facts.status === 'verified' || facts.status === 'closed') return 'watch';
  if (facts.status === 'on_hold') return 'continue';
  if (!facts.owner) return 'assign_me';
  const owesAnswer = facts.clocks.some(
    (clock) =>
      (clock.kind === 'frt' || clock.kind === 'nrt') &&
      (clock.state === 'active' || clock.state === 'active_with_misses'),
  );
  if (may.reply && facts.status !== 'pending' && (owesAnswer || !facts.firstReplyAt)) return 'reply';
  return 'resolve';
}
