// Binds the routes of saved views, bulk changes and the bell.
import { type GroundCaller, on } from '../../../../ground/serve.ts';
import { ok } from '../../../../kit/result.ts';
import type { MountedRoute } from '../../../../platform/http/mounted-route.ts';
import * as routes from '../core/case-views.contract.ts';
import { bulkChange } from './verbs/bulk-change.ts';
import { changeView } from './verbs/change-view.ts';
import { createView } from './verbs/create-view.ts';
import { readNotifications } from './verbs/read-notifications.ts';
import { removeView } from './verbs/remove-view.ts';
import { listNotifications, listViews, readerOf } from './view.reads.ts';

export function caseViewRoutes(): MountedRoute<GroundCaller | null>[] {
  return [
    on(routes.listViewsRoute, async ({ env }) => ok({ items: await env.db.read((tx) => listViews(tx, env)) })),
    on(routes.createViewRoute, async ({ env, body }) => env.db.write((tx) => createView(tx, env, body))),
    on(routes.changeViewRoute, async ({ env, params, body }) =>
      env.db.write((tx) => changeView(tx, env, { id: params.id, draft: body })),
    ),
    on(routes.removeViewRoute, async ({ env, params }) => env.db.write((tx) => removeView(tx, env, { id: params.id }))),
    on(routes.bulkCasesRoute, async ({ env, body }) => {
      const results = await env.db.write((tx) => bulkChange(tx, env, body.ids, body.change));
      const done = results.filter((result) => result.ok).length;
      return ok({ done, refused: results.length - done, results });
    }),
    on(routes.listNotificationsRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listNotifications(tx, readerOf(env), query))),
    ),
    on(routes.readNotificationsRoute, async ({ env, body }) => env.db.write((tx) => readNotifications(tx, env, body))),
  ];
}
