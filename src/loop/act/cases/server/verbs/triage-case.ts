// Accepts a new case: somebody has looked, and it leaves the first stage.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { CaseStage } from '../../core/case.contract.ts';
import { nextStatus, refuseMerged, type StatusRefusal } from '../../core/case.status.ts';
import { caseTriaged } from '../../core/case-events.contract.ts';
import { lockCase, openTwin, saveCase } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';

/** @param input.stage where it goes next; `classify` when left out */
export async function triageCase(
  tx: Tx,
  env: Env,
  input: { caseId: string; stage?: CaseStage | undefined; theme?: string | undefined },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'case_merged' | 'open_case_exists' | StatusRefusal>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  const twin = row && input.theme !== undefined ? await openTwin(tx, row, input.theme) : undefined;
  // decide
  if (!row) return refuse('not_found');
  const next = refuseMerged(row.merged_into) ?? nextStatus(row.status, 'triage');
  if (!next.ok) return next;
  if (twin) return refuse('open_case_exists', [{ path: 'theme', code: 'open_case_exists', message: twin.id }]);
  const stage = input.stage ?? (row.stage === 'collect' ? 'classify' : row.stage);
  // save
  await saveCase(tx, row.id, { status: next.value, stage, theme: input.theme ?? row.theme });
  await noteOnClocks(tx, env, [
    { row, event: { type: 'status', to: 'open' } },
    ...(stage === row.stage ? [] : [{ row, event: { type: 'stage_entered' as const, stage } }]),
  ]);
  // tell
  await tell(tx, env, caseTriaged, { subject: row.id, data: {} });
  return ok({ id: row.id });
}
