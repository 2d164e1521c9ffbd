// Lets a held-back feedback through the gate: a person judged better than the filter.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { feedbackReceived, feedbackReleased } from '../../core/feedback-events.contract.ts';
import { lockState, saveAccepted } from '../feedback.store.ts';

export async function releaseFeedback(
  env: Env,
  input: { feedbackId: string },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'not_quarantined'>> {
  // permit
  if (!may(env.actor, 'feedback.release')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const feedback = await lockState(tx, input.feedbackId);
    // decide
    if (!feedback) return refuse('not_found');
    if (feedback.state !== 'quarantined') return refuse('not_quarantined');
    // save
    await saveAccepted(tx, input.feedbackId);
    // tell
    await tell(tx, env, feedbackReleased, { subject: input.feedbackId, data: {} });
    await tell(tx, env, feedbackReceived, { subject: input.feedbackId, data: { feedbackIds: [input.feedbackId] } });
    return ok({ id: input.feedbackId });
  });
}
