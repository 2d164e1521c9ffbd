// Closes a secret address; who has it open is cut off at his next look.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type LiveLinkView, linkRevoked } from '../../core/link.contract.ts';
import { linkViewOf } from '../link.reads.ts';
import { closeLink, lockLink } from '../link.store.ts';

export async function revokeLink(
  env: Env,
  input: { linkId: string },
): Promise<Result<LiveLinkView, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const link = await lockLink(tx, input.linkId);
    // decide
    if (!link) return refuse('not_found');
    if (link.revokedAt) return ok(linkViewOf(link));
    // save
    await closeLink(tx, link.id, env.now);
    // tell
    const { roomId, kind, name } = link;
    await tell(tx, env, linkRevoked, { subject: roomId, data: { roomId, kind, name } });
    return ok(linkViewOf({ ...link, revokedAt: env.now }));
  });
}
