// A person undoes a link: the feedback counts as a voice of its own and is not linked again.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { judgementsOf, markRepeats } from '../../../judgement/server/door.ts';
import { feedbackUnlinked } from '../../core/duplicate.contract.ts';
import { lockLink, putApart } from '../duplicate.store.ts';

export async function unlinkDuplicate(
  env: Env,
  input: { feedbackId: string },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'not_linked'>> {
  // permit
  if (!may(env.actor, 'judgement.correct')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const link = await lockLink(tx, input.feedbackId);
    // decide
    if (!link?.duplicateOfId) {
      const known = await judgementsOf(tx, [input.feedbackId]);
      return refuse(known.size === 0 ? 'not_found' : 'not_linked');
    }
    // save
    await putApart(tx, input.feedbackId, env.now);
    await markRepeats(tx, [input.feedbackId], false, env.now);
    // tell
    await tell(tx, env, feedbackUnlinked, {
      subject: input.feedbackId,
      data: { duplicateOfId: link.duplicateOfId },
    });
    return ok({ id: input.feedbackId });
  });
}
