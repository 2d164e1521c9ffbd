// Makes a new secret with which the shop signs its visitors' identities; the old one ends at once.
import { randomBytes } from 'node:crypto';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { identitySecretRenewed } from '../../core/viewer.contract.ts';
import { saveIdentitySecret } from '../embed.store.ts';

/** @param input.roomId a room of this workspace: the caller has made sure of it */
export async function renewIdentitySecret(
  env: Env,
  input: { roomId: string; sealer: Sealer },
): Promise<Result<{ secret: string }, 'forbidden'>> {
  // permit
  if (!may(env.actor, 'live.edit')) return refuse('forbidden');
  const secret = `hyi_${randomBytes(24).toString('base64url')}`;
  return env.db.write(async (tx) => {
    // save
    await saveIdentitySecret(tx, input.roomId, input.sealer.seal(tx.workspaceId, secret), env.now);
    // tell
    await tell(tx, env, identitySecretRenewed, { subject: input.roomId, data: {} });
    return ok({ secret });
  });
}
