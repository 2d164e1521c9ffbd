// Adds an address that hears what happens here, with a signing secret of its own.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { newWebhookSecret } from '../../../../../platform/secrets/standard-webhook.ts';
import { type EndpointDraft, type EndpointView, webhookCreated } from '../../core/webhook.contract.ts';
import { refuseUrl } from '../check-url.ts';
import type { WebhookDeps } from '../webhook.jobs.ts';
import { readEndpoint } from '../webhook.reads.ts';
import { saveEndpoint } from '../webhook.store.ts';

export async function createEndpoint(
  env: Env,
  deps: WebhookDeps,
  draft: EndpointDraft,
): Promise<Result<{ endpoint: EndpointView; secret: string }, 'forbidden' | 'invalid_url'>> {
  // permit
  if (!may(env.actor, 'webhook.edit')) return refuse('forbidden');
  // load
  const refused = await refuseUrl(draft.url, deps.privateHosts);
  // decide
  if (refused) return refused;
  const secret = newWebhookSecret();
  return env.db.write(async (tx) => {
    // save
    const id = newId('whe');
    await saveEndpoint(tx, {
      ...draft,
      id,
      secretSealed: deps.sealer.seal(tx.workspaceId, secret),
      formerSecretSealed: null,
      formerUntil: null,
      state: 'active',
      failingSince: null,
      createdAt: env.now,
      createdBy: env.actor.name,
    });
    // tell
    await tell(tx, env, webhookCreated, { subject: id, data: { host: new URL(draft.url).host } });
    return ok({ endpoint: (await readEndpoint(tx, id))!, secret });
  });
}
