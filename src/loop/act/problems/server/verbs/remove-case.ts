// Takes a case out of a problem it does not belong to.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { problemCasesRemoved } from '../../core/problem-events.contract.ts';
import { deleteCase, lockProblem } from '../problem.store.ts';

export async function removeCase(
  tx: Tx,
  env: Env,
  input: { problemId: string; caseId: string },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const row = await lockProblem(tx, input.problemId);
  // decide
  if (!row) return refuse('not_found');
  // save
  if (!(await deleteCase(tx, row.id, input.caseId))) return refuse('not_found');
  // tell
  await tell(tx, env, problemCasesRemoved, { subject: row.id, data: { problemId: row.id, caseIds: [input.caseId] } });
  return ok({ id: row.id });
}
