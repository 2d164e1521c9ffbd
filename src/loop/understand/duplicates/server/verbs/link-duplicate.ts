// A person says that one feedback repeats another: both count as one voice from then on.
import type { z } from 'zod';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { markRepeats } from '../../../judgement/server/door.ts';
import { type duplicateLink, feedbackLinked } from '../../core/duplicate.contract.ts';
import { lockLink, moveLinks, putLink } from '../duplicate.store.ts';

type Refusal = 'forbidden' | 'not_found' | 'invalid_link' | 'already_linked';

export async function linkDuplicate(
  env: Env,
  input: { feedbackId: string; duplicateOfId: string },
): Promise<Result<z.output<typeof duplicateLink>, Refusal>> {
  // permit
  if (!may(env.actor, 'judgement.correct')) return refuse('forbidden');
  if (input.feedbackId === input.duplicateOfId) return refuse('invalid_link');
  return env.db
    .write(async (tx) => {
      // load: always the smaller id first, so that two people linking crosswise wait instead of blocking each other
      const locked = new Map<string, Awaited<ReturnType<typeof lockLink>>>();
      for (const id of [input.feedbackId, input.duplicateOfId].sort()) locked.set(id, await lockLink(tx, id));
      // decide
      const own = locked.get(input.feedbackId);
      if (own?.duplicateOfId) return refuse('already_linked');
      const first = locked.get(input.duplicateOfId)?.duplicateOfId ?? input.duplicateOfId;
      if (first === input.feedbackId) return refuse('invalid_link');
      // save
      const link = { duplicateOfId: first, kind: 'manual', similarity: 1 } as const;
      if ((await markRepeats(tx, [input.feedbackId], true, env.now)).size === 0) return refuse('not_found');
      if ((await markRepeats(tx, [first], false, env.now)).size === 0) throw new LinkLost();
      await putLink(tx, { feedbackId: input.feedbackId, ...link }, env.now);
      await moveLinks(tx, input.feedbackId, first);
      // tell
      await tell(tx, env, feedbackLinked, {
        subject: input.feedbackId,
        data: { duplicateOfId: first, kind: 'manual' },
      });
      return ok(link);
    })
    .catch((error: unknown) => {
      if (error instanceof LinkLost) return refuse('not_found');
      throw error;
    });
}

/** Rolls the transaction back when the feedback to point to does not exist. */
class LinkLost extends Error {}
