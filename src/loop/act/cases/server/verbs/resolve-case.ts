// Says that a case is settled; the answer room then tells everybody who reported it.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { Resolution } from '../../core/case.contract.ts';
import { nextStatus, refuseMerged, type StatusRefusal } from '../../core/case.status.ts';
import { caseResolved } from '../../core/case-events.contract.ts';
import { lockCase, saveCase } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';

export interface ResolveInput {
  caseId: string;
  resolution: Resolution;
  /** For members. */
  note: string | null;
  /** For the reporters; the workspace's template when null. */
  message: string | null;
  tell: boolean;
}

export async function resolveCase(
  tx: Tx,
  env: Env,
  input: ResolveInput,
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'case_merged' | StatusRefusal>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  // decide
  if (!row) return refuse('not_found');
  const next = refuseMerged(row.merged_into) ?? nextStatus(row.status, 'resolve');
  if (!next.ok) return next;
  // save
  await saveCase(tx, row.id, {
    status: next.value,
    stage: 'confirm',
    resolved_at: env.now,
    resolution: input.resolution,
    resolution_note: input.note,
    snoozed_until: null,
  });
  await noteOnClocks(tx, env, [{ row, event: { type: 'resolved' } }]);
  // tell
  const { resolution, note, message } = input;
  await tell(tx, env, caseResolved, { subject: row.id, data: { resolution, note, message, tell: input.tell } });
  return ok({ id: row.id });
}
