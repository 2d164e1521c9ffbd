// Puts cases, or feedback that is in no case, under a problem.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { isLive } from '../../core/problem.state.ts';
import { problemCasesAdded } from '../../core/problem-events.contract.ts';
import type { UnknownNamed } from '../check-named.ts';
import { gatherCases, isRefused } from '../gather-cases.ts';
import { insertCases, insertVoices, lockProblem } from '../problem.store.ts';

export async function addCases(
  tx: Tx,
  env: Env,
  input: { problemId: string; caseIds: readonly string[]; feedbackIds: readonly string[] },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'problem_settled' | UnknownNamed | 'case_in_problem'>> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const row = await lockProblem(tx, input.problemId);
  const gathered = row && (await gatherCases(tx, row.id, input));
  // decide
  if (!row || !gathered) return refuse('not_found');
  if (isRefused(gathered)) return gathered;
  // What comes after the cure is news of it not having worked: reopen first.
  if (!isLive(row.state)) return refuse('problem_settled');
  // save
  const caseIds = await insertCases(tx, row.id, gathered.caseIds, env.actor.id, env.now);
  const feedbackIds = await insertVoices(tx, row.id, gathered.feedbackIds, env.now);
  // tell
  if (caseIds.length + feedbackIds.length > 0)
    await tell(tx, env, problemCasesAdded, { subject: row.id, data: { problemId: row.id, caseIds, feedbackIds } });
  return ok({ id: row.id });
}
