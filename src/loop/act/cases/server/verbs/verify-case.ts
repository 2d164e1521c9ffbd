// Says that a resolution has been seen to help.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { nextStatus, refuseMerged, type StatusRefusal } from '../../core/case.status.ts';
import { caseVerified } from '../../core/case-events.contract.ts';
import { lockCase, saveCase } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';

/**
 * Called by the gate of the verifying room, which decides; it is no route of its own.
 * @param input.how what decided: `member`, `person`, `rating`, `callback`, `window`
 */
export async function verifyCase(
  tx: Tx,
  env: Env,
  input: { caseId: string; how: string; note: string | null },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'case_merged' | StatusRefusal>> {
  // permit
  if (!may(env.actor, 'case.close')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  // decide
  if (!row) return refuse('not_found');
  const next = refuseMerged(row.merged_into) ?? nextStatus(row.status, 'verify');
  if (!next.ok) return next;
  // save
  await saveCase(tx, row.id, { status: next.value, verified_at: env.now });
  await noteOnClocks(tx, env, [{ row, event: { type: 'verified' } }]);
  // tell
  await tell(tx, env, caseVerified, { subject: row.id, data: { how: input.how, note: input.note } });
  return ok({ id: row.id });
}
