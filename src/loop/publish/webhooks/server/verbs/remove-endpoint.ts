// Removes an address together with its messages.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { webhookRemoved } from '../../core/webhook.contract.ts';
import { deleteEndpoint, lockEndpoint } from '../webhook.store.ts';

export async function removeEndpoint(env: Env, id: string): Promise<Result<null, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'webhook.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const endpoint = await lockEndpoint(tx, id);
    // decide
    if (!endpoint) return refuse('not_found');
    // save
    await deleteEndpoint(tx, id);
    // tell
    await tell(tx, env, webhookRemoved, { subject: id, data: { host: new URL(endpoint.url).host } });
    return ok(null);
  });
}
