// Estimates the work a case takes; its priority is computed again.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { Effort } from '../../core/case.contract.ts';
import { caseEffortSet } from '../../core/case-events.contract.ts';
import { lockCase, saveCase } from '../case.store.ts';
import { noteNewFacts } from '../case-clocks.ts';
import { weigh } from '../case-priority.ts';

export async function setEffort(
  tx: Tx,
  env: Env,
  input: { caseId: string; effort: Effort | null },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'case_merged' | 'case_closed'>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  // decide
  if (!row) return refuse('not_found');
  if (row.merged_into) return refuse('case_merged');
  if (row.status === 'closed') return refuse('case_closed');
  const weighed = weigh({ ...row, effort: input.effort });
  // save
  await saveCase(tx, row.id, { effort: input.effort, ...weighed });
  if (weighed.priority !== row.priority) await noteNewFacts(tx, env, [{ ...row, ...weighed }]);
  // tell
  await tell(tx, env, caseEffortSet, { subject: row.id, data: { effort: input.effort } });
  return ok({ id: row.id });
}
