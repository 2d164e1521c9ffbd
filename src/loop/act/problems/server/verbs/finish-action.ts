// Says that a corrective action went live: from then on its effect is measured, and its review day is kept.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { type ActionStateRefusal, nextActionState, nextProblemState } from '../../core/problem.state.ts';
import { actionDone, problemStateChanged } from '../../core/problem-events.contract.ts';
import { actionsOf, lockAction, saveAction } from '../action.store.ts';
import { lockProblem, saveProblem } from '../problem.store.ts';
import { dayOf, planReview } from '../review.jobs.ts';

const LONGEST_AGO_MS = 366 * 86_400_000;

export async function finishAction(
  tx: Tx,
  env: Env,
  input: { problemId: string; actionId: string; effectiveAt: Date; reviewOn?: string | undefined },
): Promise<
  Result<{ id: string }, 'forbidden' | 'not_found' | 'invalid_instant' | 'invalid_review_day' | ActionStateRefusal>
> {
  // permit
  if (!may(env.actor, 'problem.edit')) return refuse('forbidden');
  // load
  const problem = await lockProblem(tx, input.problemId);
  const row = problem && (await lockAction(tx, input.actionId));
  const others = problem ? await actionsOf(tx, problem.id) : [];
  const effectiveOn = await dayOf(tx, input.effectiveAt);
  // decide
  if (!problem || !row || row.problem_id !== problem.id) return refuse('not_found');
  const next = nextActionState(row.state, 'finish');
  if (!next.ok) return next;
  const agoMs = env.now.getTime() - input.effectiveAt.getTime();
  if (agoMs < 0 || agoMs > LONGEST_AGO_MS)
    return refuse('invalid_instant', [{ path: 'effectiveAt', code: 'invalid_instant' }]);
  const reviewOn = input.reviewOn ?? row.review_on;
  if (reviewOn <= effectiveOn) return refuse('invalid_review_day', [{ path: 'reviewOn', code: 'invalid_review_day' }]);
  // Once nothing is left to be done, all that remains is to watch.
  const open = others.some((one) => one.id !== row.id && one.state === 'planned');
  const watch = open ? undefined : nextProblemState(problem.state, 'watch');
  // save
  await saveAction(
    tx,
    row.id,
    { state: next.value, effective_at: input.effectiveAt, review_on: reviewOn, review_told_at: null },
    env.now,
  );
  await planReview(tx, { id: row.id, review_on: reviewOn }, env.now);
  await saveProblem(tx, problem.id, watch?.ok ? { state: watch.value, state_at: env.now } : {}, env.now);
  // tell
  const effectiveAt = input.effectiveAt.toISOString();
  const said = { problemId: problem.id, actionId: row.id, title: row.title, effectiveAt };
  await tell(tx, env, actionDone, { subject: problem.id, data: said });
  if (watch?.ok)
    await tell(tx, env, problemStateChanged, {
      subject: problem.id,
      data: { problemId: problem.id, from: problem.state, to: watch.value, reason: null },
    });
  return ok({ id: problem.id });
}
