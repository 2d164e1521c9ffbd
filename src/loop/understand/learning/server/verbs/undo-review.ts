// Takes back a decision or a skip of the queue: the voice waits for a person again.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { takeBackCorrection } from '../../../judgement/server/door.ts';
import { dropCheck } from '../check.store.ts';
import { dropSkip } from '../skip.store.ts';

type Answer = Result<{ feedbackId: string }, 'forbidden' | 'not_found'>;

export async function undoReview(env: Env, input: { feedbackId: string }): Promise<Answer> {
  // permit
  if (!may(env.actor, 'judgement.correct')) return refuse('forbidden');
  // load
  const { feedbackId } = input;
  const skipped = await env.db.write((tx) => dropSkip(tx, env.actor.id, feedbackId));
  // decide
  const back = await takeBackCorrection(env, { feedbackId, label: 'sentiment' });
  if (!back.ok && !skipped) return refuse(back.reason === 'forbidden' ? 'forbidden' : 'not_found');
  // save
  if (back.ok) await env.db.write((tx) => dropCheck(tx, feedbackId, 'sentiment'));
  // tell: the correction taken back has told
  return ok({ feedbackId });
}
