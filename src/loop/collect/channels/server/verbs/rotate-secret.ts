// Gives a webhook source a new signing secret; the old one ends at once.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { newWebhookSecret } from '../../../../../platform/secrets/standard-webhook.ts';
import { sourceSecretRotated } from '../../core/source.contract.ts';
import { lockSource, saveSource } from '../source.store.ts';

export async function rotateSecret(
  env: Env,
  sealer: Sealer,
  input: { sourceId: string },
): Promise<Result<{ secret: string }, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'channel.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const source = await lockSource(tx, input.sourceId);
    // decide
    if (!source) return refuse('not_found');
    const secret = newWebhookSecret();
    // save
    await saveSource(tx, { ...source, secret_sealed: sealer.seal(tx.workspaceId, secret) });
    // tell
    await tell(tx, env, sourceSecretRotated, { subject: source.id, data: {} });
    return ok({ secret });
  });
}
