// Makes a new secret; the former one signs along for a day, so that the receiver can change over without losing a message.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { newWebhookSecret } from '../../../../../platform/secrets/standard-webhook.ts';
import { webhookSecretRotated } from '../../core/webhook.contract.ts';
import type { WebhookDeps } from '../webhook.jobs.ts';
import { lockEndpoint, saveEndpoint } from '../webhook.store.ts';

const BOTH_MS = 24 * 3_600_000;

export async function rotateEndpointSecret(
  env: Env,
  deps: WebhookDeps,
  id: string,
): Promise<Result<{ secret: string; formerUntil: string }, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'webhook.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const endpoint = await lockEndpoint(tx, id);
    // decide
    if (!endpoint) return refuse('not_found');
    const secret = newWebhookSecret();
    const formerUntil = new Date(env.now.getTime() + BOTH_MS);
    // save
    const secretSealed = deps.sealer.seal(tx.workspaceId, secret);
    await saveEndpoint(tx, { ...endpoint, secretSealed, formerSecretSealed: endpoint.secretSealed, formerUntil });
    // tell
    await tell(tx, env, webhookSecretRotated, { subject: id, data: {} });
    return ok({ secret, formerUntil: formerUntil.toISOString() });
  });
}
