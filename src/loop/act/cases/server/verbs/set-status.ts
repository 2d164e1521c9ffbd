// Lets a member wait for the customer, wait for somebody else, or go on working.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { actionTowards, nextStatus, refuseMerged, type StatusRefusal } from '../../core/case.status.ts';
import { caseStatusChanged } from '../../core/case-events.contract.ts';
import { lockCase, saveCase } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';

export async function setStatus(
  tx: Tx,
  env: Env,
  input: { caseId: string; status: 'open' | 'pending' | 'on_hold' },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'case_merged' | StatusRefusal>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  // decide
  if (!row) return refuse('not_found');
  const next = refuseMerged(row.merged_into) ?? nextStatus(row.status, actionTowards(input.status));
  if (!next.ok) return next;
  // save
  await saveCase(tx, row.id, { status: next.value });
  await noteOnClocks(tx, env, [{ row, event: { type: 'status', to: input.status } }]);
  // tell
  await tell(tx, env, caseStatusChanged, { subject: row.id, data: { from: row.status, to: next.value } });
  return ok({ id: row.id });
}
