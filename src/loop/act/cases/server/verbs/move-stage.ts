// Hands a case to the next department, whose stage clock starts.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { CaseStage } from '../../core/case.contract.ts';
import { isOpen } from '../../core/case.status.ts';
import { caseStageEntered } from '../../core/case-events.contract.ts';
import { lockCase, saveCase } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';

export async function moveStage(
  tx: Tx,
  env: Env,
  input: { caseId: string; stage: CaseStage },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'case_merged' | 'case_settled' | 'already_there'>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  // decide
  if (!row) return refuse('not_found');
  if (row.merged_into) return refuse('case_merged');
  if (!isOpen(row.status)) return refuse('case_settled');
  if (row.stage === input.stage) return refuse('already_there');
  // save
  await saveCase(tx, row.id, { stage: input.stage });
  await noteOnClocks(tx, env, [{ row, event: { type: 'stage_entered', stage: input.stage } }]);
  // tell
  await tell(tx, env, caseStageEntered, { subject: row.id, data: { stage: input.stage } });
  return ok({ id: row.id });
}
