// Puts more feedback into a case by hand.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { caseFeedbackJoined } from '../../core/case-events.contract.ts';
import { lockCase } from '../case.store.ts';
import { recount } from '../case-count.ts';
import { casesOfFeedback, joinCases, lookAtFeedback } from '../case-feedback.store.ts';
import { tellSearch } from '../case-search.ts';

type Refusal = 'forbidden' | 'not_found' | 'case_merged' | 'case_closed' | 'unknown_feedback' | 'feedback_in_case';

/** @param input.how `message` for what the customer wrote into the case's conversation */
export async function joinFeedback(
  tx: Tx,
  env: Env,
  input: { caseId: string; feedbackIds: readonly string[]; how?: 'manual' | 'message' },
): Promise<Result<{ id: string }, Refusal>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const wanted = [...new Set(input.feedbackIds)];
  const row = await lockCase(tx, input.caseId);
  const found = await lookAtFeedback(tx, wanted);
  const taken = await casesOfFeedback(tx, wanted);
  // decide
  if (!row) return refuse('not_found');
  if (row.merged_into) return refuse('case_merged');
  if (row.status === 'closed') return refuse('case_closed');
  if (found.length !== wanted.length) return refuse('unknown_feedback');
  const elsewhere = [...taken.values()].find((caseId) => caseId !== null && caseId !== row.id);
  if (elsewhere)
    return refuse('feedback_in_case', [{ path: 'feedbackIds', code: 'feedback_in_case', message: elsewhere }]);
  const fresh = wanted.filter((id) => !taken.get(id));
  if (fresh.length === 0) return ok({ id: row.id });
  // save
  const how = input.how ?? 'manual';
  await joinCases(
    tx,
    fresh.map((feedbackId) => ({ caseId: row.id, feedbackId, how })),
    env.now,
    true,
  );
  await tellSearch(tx, fresh, row.id);
  await recount(tx, env, row);
  // tell
  await tell(tx, env, caseFeedbackJoined, { subject: row.id, data: { feedbackIds: fresh, rule: how } });
  return ok({ id: row.id });
}
