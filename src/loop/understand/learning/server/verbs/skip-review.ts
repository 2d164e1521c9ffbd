// Leaves a voice of the queue to somebody else.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { hasJudgement, putSkip } from '../skip.store.ts';

type Answer = Result<{ feedbackId: string }, 'forbidden' | 'not_found'>;

/** Leaves a voice to somebody else; the one who skipped it is not asked again. */
export async function skipReview(env: Env, input: { feedbackId: string }): Promise<Answer> {
  // permit
  if (!may(env.actor, 'judgement.correct')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    if (!(await hasJudgement(tx, input.feedbackId))) return refuse('not_found');
    // decide: whoever is unsure need not say why
    // save
    await putSkip(tx, env.actor.id, input.feedbackId, env.now);
    // tell: nobody has to know
    return ok({ feedbackId: input.feedbackId });
  });
}
