// Binds the routes of rises.
import { on } from '../../../../ground/serve.ts';
import { ok } from '../../../../kit/result.ts';
import * as contract from '../core/emerging.contract.ts';
import { listEmerging } from './emerging.reads.ts';
import { dismissEmerging } from './verbs/dismiss-emerging.ts';
import { reviveEmerging } from './verbs/revive-emerging.ts';

export function emergingMountedRoutes() {
  return [
    on(contract.listEmergingRoute, async ({ env, query }) => ok(await env.db.read((tx) => listEmerging(tx, query)))),
    on(contract.dismissEmergingRoute, ({ env, params, body }) =>
      dismissEmerging(env, { id: params.id, reason: body.reason ?? null }),
    ),
    on(contract.reviveEmergingRoute, ({ env, params }) => reviveEmerging(env, { id: params.id })),
  ];
}
