// Takes back what the caller himself did last to a voice of the queue: it waits for him again.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { takeBackCorrection } from '../../../judgement/server/door.ts';
import { dropCheck } from '../check.store.ts';
import { dropSkip } from '../skip.store.ts';

type Answer = Result<{ feedbackId: string }, 'forbidden' | 'not_found' | 'set_by_another'>;

/** A skip is taken back alone: whatever others decided about the voice since is theirs. So is a decision of another. */
export async function undoReview(env: Env, input: { feedbackId: string }): Promise<Answer> {
  // permit
  if (!may(env.actor, 'judgement.correct')) return refuse('forbidden');
  // load
  const { feedbackId } = input;
  const skipped = await env.db.write((tx) => dropSkip(tx, env.actor.id, feedbackId));
  // decide
  if (skipped) return ok({ feedbackId });
  const back = await takeBackCorrection(env, { feedbackId, label: 'sentiment', onlyOwn: true });
  if (!back.ok) return back.reason === 'not_corrected' ? refuse('not_found') : { ...back, reason: back.reason };
  // save
  await env.db.write((tx) => dropCheck(tx, feedbackId, 'sentiment'));
  // tell: the correction taken back has told
  return ok({ feedbackId });
}
