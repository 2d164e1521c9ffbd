// Binds the routes of webhooks out.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import * as contract from '../core/webhook.contract.ts';
import { changeEndpoint } from './verbs/change-endpoint.ts';
import { createEndpoint } from './verbs/create-endpoint.ts';
import { removeEndpoint } from './verbs/remove-endpoint.ts';
import { replayMessages } from './verbs/replay-messages.ts';
import { rotateEndpointSecret } from './verbs/rotate-endpoint-secret.ts';
import { testEndpoint } from './verbs/test-endpoint.ts';
import type { WebhookDeps } from './webhook.jobs.ts';
import { listEndpoints, listMessages, readEndpoint } from './webhook.reads.ts';

/** Routes of webhooks out. */
export function webhookMountedRoutes(deps: WebhookDeps) {
  return [
    on(contract.listEndpointsRoute, async ({ env, query }) => ok(await env.db.read((tx) => listEndpoints(tx, query)))),
    on(contract.createEndpointRoute, ({ env, body }) => createEndpoint(env, deps, body)),
    on(contract.changeEndpointRoute, ({ env, params, body }) =>
      changeEndpoint(env, deps, { id: params.id, change: body }),
    ),
    on(contract.removeEndpointRoute, ({ env, params }) => removeEndpoint(env, params.id)),
    on(contract.rotateEndpointSecretRoute, ({ env, params }) => rotateEndpointSecret(env, deps, params.id)),
    on(contract.testEndpointRoute, ({ env, params }) => testEndpoint(env, params.id)),
    on(contract.listMessagesRoute, async ({ env, params, query }) => {
      const page = await env.db.read(async (tx) =>
        (await readEndpoint(tx, params.id)) ? listMessages(tx, params.id, query) : null,
      );
      return page ? ok(page) : refuse('not_found');
    }),
    on(contract.replayMessagesRoute, ({ env, params, body }) =>
      replayMessages(env, { id: params.id, messageId: body.messageId ?? null }),
    ),
  ];
}
