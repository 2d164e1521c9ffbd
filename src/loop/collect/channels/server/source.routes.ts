// Binds the routes of webhook sources and the address they deliver to.
import { on, onPublic } from '../../../../ground/serve.ts';
import { ok } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Gate } from '../../intake/server/door.ts';
import * as contract from '../core/source.contract.ts';
import { listDeliveries, listSources } from './source.reads.ts';
import { changeSource } from './verbs/change-source.ts';
import { createSource } from './verbs/create-source.ts';
import { receiveMessage } from './verbs/receive-message.ts';
import { rotateSecret } from './verbs/rotate-secret.ts';

/** Routes for staff, and the public one that takes signed messages. */
export function sourceRoutes(deps: { database: Database; gate: Gate }) {
  const { sealer } = deps.gate;
  return [
    on(contract.listSourcesRoute, async ({ env, query }) => ok(await env.db.read((tx) => listSources(tx, query)))),
    on(contract.createSourceRoute, ({ env, body }) => createSource(env, sealer, body)),
    on(contract.changeSourceRoute, ({ env, params, body }) => changeSource(env, { ...body, sourceId: params.id })),
    on(contract.rotateSecretRoute, ({ env, params }) => rotateSecret(env, sealer, { sourceId: params.id })),
    on(contract.listDeliveriesRoute, async ({ env, params, query }) =>
      ok(await env.db.read((tx) => listDeliveries(tx, params.id, query))),
    ),
    onPublic(contract.receiveRoute, ({ params, request, now }) =>
      receiveMessage(deps, now, { sourceId: params.id, headers: request.headers, body: request.body as Buffer }),
    ),
  ];
}
