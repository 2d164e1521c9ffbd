// Binds the routes of promises.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { readCase } from '../../desk/server/door.ts';
import * as contract from '../core/promise.contract.ts';
import { listPromises, promisesOfCase } from './promise.reads.ts';
import { confirmPromise } from './verbs/confirm-promise.ts';
import { keepPromise } from './verbs/keep-promise.ts';
import { makePromise } from './verbs/make-promise.ts';
import { movePromise } from './verbs/move-promise.ts';
import { withdrawPromise } from './verbs/withdraw-promise.ts';

export function promiseMountedRoutes() {
  return [
    on(contract.listPromisesRoute, async ({ env, query }) =>
      ok(
        await env.db.read((tx) => listPromises(tx, query, env.actor.kind === 'member' ? env.actor.id : null, env.now)),
      ),
    ),
    on(contract.casePromisesRoute, ({ env, params }) =>
      env.db.read(async (tx) => {
        const found = await readCase(tx, params.id);
        return found ? ok({ items: await promisesOfCase(tx, found.id, env.now) }) : refuse('not_found');
      }),
    ),
    on(contract.makePromiseRoute, ({ env, params, body }) => makePromise(env, { ...body, caseId: params.id })),
    on(contract.confirmPromiseRoute, ({ env, params, body }) => confirmPromise(env, { ...body, promiseId: params.id })),
    on(contract.keepPromiseRoute, ({ env, params, body }) => keepPromise(env, { ...body, promiseId: params.id })),
    on(contract.withdrawPromiseRoute, ({ env, params, body }) =>
      withdrawPromise(env, { ...body, promiseId: params.id }),
    ),
    on(contract.movePromiseRoute, ({ env, params, body }) => movePromise(env, { ...body, promiseId: params.id })),
  ];
}
