// Takes a feedback out of a case it does not belong to; a rule will not put it back.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { caseFeedbackLeft } from '../../core/case-events.contract.ts';
import { lockCase } from '../case.store.ts';
import { recount } from '../case-count.ts';
import { casesOfFeedback, leaveCase } from '../case-feedback.store.ts';
import { tellSearch } from '../case-search.ts';

type Refusal = 'forbidden' | 'not_found' | 'case_merged' | 'case_closed' | 'last_feedback';

export async function removeFeedback(
  tx: Tx,
  env: Env,
  input: { caseId: string; feedbackId: string },
): Promise<Result<{ id: string }, Refusal>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  const holder = (await casesOfFeedback(tx, [input.feedbackId])).get(input.feedbackId);
  // decide
  if (!row || holder !== row.id) return refuse('not_found');
  if (row.merged_into) return refuse('case_merged');
  if (row.status === 'closed') return refuse('case_closed');
  if (row.voices <= 1) return refuse('last_feedback');
  // save
  await leaveCase(tx, row.id, input.feedbackId);
  await tellSearch(tx, [input.feedbackId], null);
  await recount(tx, env, row);
  // tell
  await tell(tx, env, caseFeedbackLeft, { subject: row.id, data: { feedbackIds: [input.feedbackId] } });
  return ok({ id: row.id });
}
