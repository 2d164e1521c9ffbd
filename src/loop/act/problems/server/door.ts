// What later rooms may ask of problems: the measurement of a fix brings its verdict back here.
import type { Tx } from '../../../../platform/database/database.ts';
import type { ExpectedEffect } from '../core/problem.contract.ts';
import type { ActionState } from '../core/problem-words.contract.ts';
import { lockAction } from './action.store.ts';
import { dayOf } from './review.jobs.ts';

export { refuseUnknown, type UnknownNamed } from './check-named.ts';
export { problemKeeper } from './problem.keeper.ts';
export { type JudgedAction, noteVerdict } from './verbs/note-verdict.ts';
export { dayOf };

export interface ActionForMeasuring {
  id: string;
  problemId: string;
  title: string;
  state: ActionState;
  expected: ExpectedEffect;
  /** The workspace's calendar day on which it went live. */
  effectiveOn: string | null;
  reviewOn: string;
}

/** An action as its measurement needs it; `undefined` when there is none. Locks it until the transaction ends. */
export async function actionForMeasuring(tx: Tx, actionId: string): Promise<ActionForMeasuring | undefined> {
  const row = await lockAction(tx, actionId);
  if (!row) return undefined;
  return {
    id: row.id,
    problemId: row.problem_id,
    title: row.title,
    state: row.state,
    expected: row.expected,
    effectiveOn: row.effective_at ? await dayOf(tx, row.effective_at) : null,
    reviewOn: row.review_on,
  };
}
