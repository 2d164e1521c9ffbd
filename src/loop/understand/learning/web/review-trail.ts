// What the caller did in the queue, newest last, kept for this tab so that a reload does not lose the way back.
import type { ReviewSource } from '../core/label-review.contract.ts';

/** Ids only: nobody's words are kept in the browser. */
export interface ReviewStep {
  feedbackId: string;
  kind: 'answer' | 'skip';
  /** The round of ten it belongs to; empty outside of one. */
  round: string;
}

/** So many can be taken back. */
const MOST = 50;

/** Where a member's steps in one queue are kept; another member of the same browser has a trail of his own. */
export function trailKey(workspaceId: string, memberId: string, source: ReviewSource): string {
  return `huiyin.review.${workspaceId}.${memberId}.${source}`;
}

/** The steps kept under a key; none where the browser keeps nothing or something else stands there. */
export function readTrail(key: string, store: Pick<Storage, 'getItem'> | undefined = tabStore()): ReviewStep[] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isStep) : [];
  } catch {
    return [];
  }
}

export function keepTrail(
  key: string,
  steps: readonly ReviewStep[],
  store: Pick<Storage, 'setItem'> | undefined = tabStore(),
): void {
  try {
    store?.setItem(key, JSON.stringify(steps.slice(-MOST)));
  } catch {
    // A browser that keeps nothing only loses the way back at a reload.
  }
}

/** How many voices of a round were answered; a skipped one is no answer. */
export function answeredIn(steps: readonly ReviewStep[], round: string): number {
  return steps.filter((step) => step.kind === 'answer' && step.round === round).length;
}

function isStep(one: unknown): one is ReviewStep {
  const step = one as ReviewStep | null;
  return (
    typeof step?.feedbackId === 'string' &&
    (step.kind === 'answer' || step.kind === 'skip') &&
    typeof step.round === 'string'
  );
}

function tabStore(): Storage | undefined {
  return typeof sessionStorage === 'undefined' ? undefined : sessionStorage;
}
