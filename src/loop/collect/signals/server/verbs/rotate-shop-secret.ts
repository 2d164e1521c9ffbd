// Gives a connected shop a new signing secret; the old one ends at once.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { shopSourceSecretRotated } from '../../core/signal-events.contract.ts';
import { lockShopSource, saveShopSource } from '../shop-source.store.ts';
import { newShopSecret } from './create-shop-source.ts';

export async function rotateShopSecret(
  env: Env,
  sealer: Sealer,
  input: { sourceId: string; secret?: string | undefined },
): Promise<Result<{ secret: string }, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const source = await lockShopSource(tx, input.sourceId);
    // decide
    if (!source) return refuse('not_found');
    const secret = input.secret ?? newShopSecret();
    // save
    await saveShopSource(tx, { ...source, secret_sealed: sealer.seal(tx.workspaceId, secret) });
    // tell
    await tell(tx, env, shopSourceSecretRotated, { subject: source.id, data: {} });
    return ok({ secret });
  });
}
