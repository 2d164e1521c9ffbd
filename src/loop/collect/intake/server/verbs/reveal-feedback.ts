// Shows the original words to somebody who may see them, and writes down that he did and why.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { feedbackRevealed } from '../../core/feedback-events.contract.ts';
import { readSealed } from '../feedback.store.ts';

interface Original {
  text: string;
  title: string | null;
  orderNo: string | null;
}

/** @returns the words as they came; the audit row is saved before they are shown */
export async function revealFeedback(
  env: Env,
  sealer: Sealer,
  input: { feedbackId: string; reason: string },
): Promise<Result<Original, 'forbidden' | 'not_found' | 'nothing_masked' | 'key_missing'>> {
  // permit
  if (!may(env.actor, 'feedback.reveal')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const found = await readSealed(tx, input.feedbackId);
    // decide
    if (!found) return refuse('not_found');
    if (!found.sealed) return refuse('nothing_masked');
    let original: Original;
    try {
      original = JSON.parse(sealer.open(tx.workspaceId, found.sealed)) as Original;
    } catch {
      return refuse('key_missing');
    }
    // save: the event is the record
    // tell
    await tell(tx, env, feedbackRevealed, { subject: input.feedbackId, data: { reason: input.reason } });
    return ok({ text: original.text, title: original.title, orderNo: original.orderNo });
  });
}
