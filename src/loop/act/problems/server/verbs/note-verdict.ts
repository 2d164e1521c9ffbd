// Takes in what the measurement found: at the review an improved action counts as effective, and a problem whose actions all are is solved.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { allWorked, nextActionState } from '../../core/problem.state.ts';
import { actionEffective, actionJudged } from '../../core/problem-events.contract.ts';
import type { ActionVerdict } from '../../core/problem-words.contract.ts';
import { actionsOf, lockAction, saveAction } from '../action.store.ts';
import { lockProblem } from '../problem.store.ts';
import { moveProblem } from './move-problem.ts';

export interface JudgedAction {
  actionId: string;
  problemId: string;
  verdict: ActionVerdict;
  ratio: number | null;
  low: number | null;
  high: number | null;
  /** Only the look at the review day decides; the looks before it are shown and no more. */
  decides: boolean;
}

export async function noteVerdict(
  tx: Tx,
  env: Env,
  input: JudgedAction,
): Promise<Result<{ solved: boolean }, 'forbidden' | 'not_found' | 'action_withdrawn'>> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const problem = await lockProblem(tx, input.problemId);
  const row = problem && (await lockAction(tx, input.actionId));
  // decide
  if (!problem || !row || row.problem_id !== problem.id) return refuse('not_found');
  if (row.state === 'withdrawn') return refuse('action_withdrawn');
  const { verdict, ratio, low, high } = input;
  const worked = input.decides && verdict === 'improved' ? nextActionState(row.state, 'confirm') : undefined;
  // save
  await saveAction(
    tx,
    row.id,
    {
      verdict,
      ratio,
      ratio_low: low,
      ratio_high: high,
      judged_at: env.now,
      ...(worked?.ok ? { state: worked.value, effective_how: 'measured' as const } : {}),
    },
    env.now,
  );
  // tell
  const said = { problemId: problem.id, actionId: row.id, title: row.title };
  if (!input.decides) return ok({ solved: false });
  await tell(tx, env, actionJudged, { subject: problem.id, data: { ...said, verdict, ratio, low, high } });
  if (!worked?.ok) return ok({ solved: false });
  await tell(tx, env, actionEffective, { subject: problem.id, data: { ...said, how: 'measured', reason: null } });
  if (!allWorked(await actionsOf(tx, problem.id))) return ok({ solved: false });
  // A problem that was settled by hand in the meantime stays as it is.
  const moved = await moveProblem(tx, env, { problemId: problem.id, deed: 'judged_improved', reason: null });
  return ok({ solved: moved.ok });
}
