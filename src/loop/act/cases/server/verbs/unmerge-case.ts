// Undoes a merge: the case is as it was, and what it brought along comes back to it.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { isOpen } from '../../core/case.status.ts';
import { caseUnmerged } from '../../core/case-events.contract.ts';
import { lockCase, lockCases, openTwin, saveCase, standsFor } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';
import { recount } from '../case-count.ts';
import { feedbackOf, returnFeedback } from '../case-feedback.store.ts';
import { tellSearch } from '../case-search.ts';

export async function unmergeCase(
  tx: Tx,
  env: Env,
  input: { caseId: string },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'not_merged' | 'open_case_exists'>> {
  // permit
  if (!may(env.actor, 'case.merge')) return refuse('forbidden');
  // load
  const holderId = await standsFor(tx, input.caseId);
  const rows = await lockCases(tx, [input.caseId, holderId]);
  const row = rows.get(input.caseId);
  const holder = rows.get(holderId);
  const twin = row && isOpen(row.status) ? await openTwin(tx, row, row.theme) : undefined;
  // decide
  if (!row) return refuse('not_found');
  if (!row.merged_into || !holder) return refuse('not_merged');
  if (twin) return refuse('open_case_exists', [{ path: 'id', code: 'open_case_exists', message: twin.id }]);
  // save
  await returnFeedback(tx, holder.id, row.id);
  await saveCase(tx, row.id, { merged_into: null, merged_at: null });
  await tellSearch(tx, await feedbackOf(tx, row.id), row.id);
  const restored = (await lockCase(tx, row.id))!;
  await noteOnClocks(tx, env, [{ row: restored, event: { type: 'unmerged' } }]);
  await recount(tx, env, restored);
  await recount(tx, env, holder);
  // tell
  await tell(tx, env, caseUnmerged, { subject: row.id, data: { fromId: holder.id } });
  await tell(tx, env, caseUnmerged, { subject: holder.id, data: { fromId: holder.id } });
  return ok({ id: row.id });
}
