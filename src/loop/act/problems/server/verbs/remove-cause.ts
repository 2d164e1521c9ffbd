// Removes a cause and everything under it.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { problemCauseChanged } from '../../core/problem-events.contract.ts';
import { causesOf, deleteCause } from '../cause.store.ts';
import { lockProblem, saveProblem } from '../problem.store.ts';

export async function removeCause(
  tx: Tx,
  env: Env,
  input: { problemId: string; causeId: string },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const row = await lockProblem(tx, input.problemId);
  const cause = row && (await causesOf(tx, row.id)).find((one) => one.id === input.causeId);
  // decide
  if (!row || !cause) return refuse('not_found');
  // save
  await deleteCause(tx, cause.id);
  await saveProblem(tx, row.id, {}, env.now);
  // tell
  await tell(tx, env, problemCauseChanged, {
    subject: row.id,
    data: { problemId: row.id, causeId: cause.id, what: 'removed', text: cause.text, standing: cause.standing },
  });
  return ok({ id: row.id });
}
