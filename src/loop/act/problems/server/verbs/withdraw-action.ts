// Withdraws a corrective action that will not be done, or was undone; its measurement stops.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { type ActionStateRefusal, nextActionState } from '../../core/problem.state.ts';
import { actionWithdrawn } from '../../core/problem-events.contract.ts';
import { lockAction, saveAction } from '../action.store.ts';
import { lockProblem, saveProblem } from '../problem.store.ts';

export async function withdrawAction(
  tx: Tx,
  env: Env,
  input: { problemId: string; actionId: string; reason: string },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | ActionStateRefusal>> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const problem = await lockProblem(tx, input.problemId);
  const row = problem && (await lockAction(tx, input.actionId));
  // decide
  if (!row || row.problem_id !== input.problemId) return refuse('not_found');
  const next = nextActionState(row.state, 'withdraw');
  if (!next.ok) return next;
  // save
  await saveAction(tx, row.id, { state: next.value, reason: input.reason }, env.now);
  await saveProblem(tx, row.problem_id, {}, env.now);
  // tell
  await tell(tx, env, actionWithdrawn, {
    subject: row.problem_id,
    data: { problemId: row.problem_id, actionId: row.id, title: row.title, reason: input.reason },
  });
  return ok({ id: row.problem_id });
}
