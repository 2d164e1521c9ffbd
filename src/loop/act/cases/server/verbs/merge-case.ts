// Makes one case of two: the feedback moves, a pointer stays, and the merged row keeps its state for the way back.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { isOpen } from '../../core/case.status.ts';
import { caseAbsorbed, caseMerged } from '../../core/case-events.contract.ts';
import { lockCases, saveCase } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';
import { recount } from '../case-count.ts';
import { feedbackOf, moveFeedback } from '../case-feedback.store.ts';
import { tellSearch } from '../case-search.ts';

type Refusal = 'forbidden' | 'not_found' | 'same_case' | 'case_merged' | 'case_settled' | 'unknown_case';

export async function mergeCase(
  tx: Tx,
  env: Env,
  input: { caseId: string; intoId: string },
): Promise<Result<{ id: string }, Refusal>> {
  // permit
  if (!may(env.actor, 'case.merge')) return refuse('forbidden');
  // load
  const rows = await lockCases(tx, [input.caseId, input.intoId]);
  const [from, into] = [rows.get(input.caseId), rows.get(input.intoId)];
  // decide
  if (!from) return refuse('not_found');
  if (!into) return refuse('unknown_case');
  if (from.id === into.id) return refuse('same_case');
  if (from.merged_into || into.merged_into) return refuse('case_merged');
  // An open promise must not vanish into a case nobody works on any more.
  if (into.status === 'closed' || (isOpen(from.status) && !isOpen(into.status))) return refuse('case_settled');
  // save
  const moved = await feedbackOf(tx, from.id);
  await moveFeedback(tx, from.id, into.id);
  await tellSearch(tx, moved, into.id);
  await saveCase(tx, from.id, { merged_into: into.id, merged_at: env.now });
  await noteOnClocks(tx, env, [{ row: from, event: { type: 'merged' } }]);
  await recount(tx, env, into);
  // tell
  await tell(tx, env, caseMerged, { subject: from.id, data: { intoId: into.id } });
  await tell(tx, env, caseAbsorbed, { subject: into.id, data: { fromId: from.id } });
  return ok({ id: from.id });
}
