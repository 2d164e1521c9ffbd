// Changes an address, what it hears, or whether it is sent to at all; what waits is kept and goes out when it is active again.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type EndpointDraft, type EndpointView, webhookChanged } from '../../core/webhook.contract.ts';
import { refuseUrl } from '../check-url.ts';
import { askToSend } from '../plan-messages.ts';
import type { WebhookDeps } from '../webhook.jobs.ts';
import { readEndpoint } from '../webhook.reads.ts';
import { lockEndpoint, saveEndpoint } from '../webhook.store.ts';

export async function changeEndpoint(
  env: Env,
  deps: WebhookDeps,
  input: { id: string; change: Partial<EndpointDraft> & { state?: 'active' | 'paused' } },
): Promise<Result<EndpointView, 'forbidden' | 'not_found' | 'invalid_url'>> {
  // permit
  if (!may(env.actor, 'webhook.edit')) return refuse('forbidden');
  const { id, change } = input;
  const refused = change.url === undefined ? null : await refuseUrl(change.url, deps.privateHosts);
  return env.db.write(async (tx) => {
    // load
    const endpoint = await lockEndpoint(tx, id);
    // decide
    if (!endpoint) return refuse('not_found');
    if (refused) return refused;
    const wakes = change.state === 'active' && endpoint.state === 'paused';
    // save
    const failingSince = wakes ? null : endpoint.failingSince;
    await saveEndpoint(tx, { ...endpoint, ...change, failingSince });
    if (wakes) await askToSend(tx, [id], env.now, env.now);
    // tell
    await tell(tx, env, webhookChanged, { subject: id, data: { fields: Object.keys(change) } });
    return ok((await readEndpoint(tx, id))!);
  });
}
