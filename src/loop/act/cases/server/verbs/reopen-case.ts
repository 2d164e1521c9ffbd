// Opens a settled case again: the matter is not over, whoever says so.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { nextStatus, refuseMerged, type StatusRefusal } from '../../core/case.status.ts';
import { caseReopened } from '../../core/case-events.contract.ts';
import { lockCase, openTwin, saveCase } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';

export interface ReopenInput {
  caseId: string;
  reason: string | null;
  /** Who says it is not over. Only a `member` needs the permission to work on cases. */
  by: 'member' | 'person' | 'rating' | 'system';
}

export async function reopenCase(
  tx: Tx,
  env: Env,
  input: ReopenInput,
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'case_merged' | 'open_case_exists' | StatusRefusal>> {
  // permit
  if (input.by === 'member' && !may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  const twin = row ? await openTwin(tx, row, row.theme) : undefined;
  // decide
  if (!row) return refuse('not_found');
  const next = refuseMerged(row.merged_into) ?? nextStatus(row.status, 'reopen');
  if (!next.ok) return next;
  if (twin) return refuse('open_case_exists', [{ path: 'theme', code: 'open_case_exists', message: twin.id }]);
  // save
  await saveCase(tx, row.id, {
    status: next.value,
    stage: 'handle',
    resolved_at: null,
    resolution: null,
    resolution_note: null,
    verified_at: null,
    closed_at: null,
    reopened_count: row.reopened_count + 1,
  });
  await noteOnClocks(tx, env, [
    { row, event: { type: 'reopened' } },
    { row, event: { type: 'stage_entered', stage: 'handle' } },
  ]);
  // tell
  await tell(tx, env, caseReopened, { subject: row.id, data: { by: input.by, reason: input.reason } });
  return ok({ id: row.id });
}
