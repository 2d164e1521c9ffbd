// Makes a secret address for the overlay or the prompter of a room.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { newToken } from '../../../../../platform/secrets/seal.ts';
import { type LinkKind, type LiveLinkView, linkCreated } from '../../core/link.contract.ts';
import { type LinkRow, linkViewOf } from '../link.reads.ts';
import { countLinks, saveLink } from '../link.store.ts';

/** Open links of one room at most: more are a leak nobody looks after. */
const MOST = 20;

/** @param input.roomId a room of this workspace: the caller has made sure of it */
export async function createLink(
  env: Env,
  input: { roomId: string; kind: LinkKind; name: string },
): Promise<Result<{ link: LiveLinkView; token: string }, 'forbidden' | 'too_many_links'>> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const open = await countLinks(tx, input.roomId);
    // decide
    if (open >= MOST) return refuse('too_many_links');
    const { token, hash } = newToken('hyl_');
    const link: LinkRow = { id: newId('link'), ...input, createdAt: env.now, revokedAt: null };
    // save
    await saveLink(tx, link, hash);
    // tell
    const { roomId, kind, name } = input;
    await tell(tx, env, linkCreated, { subject: roomId, data: { roomId, kind, name } });
    return ok({ link: linkViewOf(link), token });
  });
}
