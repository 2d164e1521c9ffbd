// Ends a status link that has fallen into the wrong hands.
import type { Env } from '../../../../../ground/env.ts';
import { tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { statusLinkRevoked } from '../../core/link.contract.ts';
import { endLink } from '../link.store.ts';

/** Works at once: the page answers like one that never was. */
export async function revokeStatusLink(
  env: Env,
  input: { caseId: string; reporter: string },
): Promise<Result<null, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'reply.send')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load · decide · save: one statement, so that two who press at once end it once
    const ended = await endLink(tx, { subject: input.caseId, reporter: input.reporter, now: env.now });
    if (!ended) return refuse('not_found');
    // tell
    await tell(tx, env, statusLinkRevoked, { subject: input.caseId, data: { reporter: input.reporter } });
    return ok(null);
  });
}
