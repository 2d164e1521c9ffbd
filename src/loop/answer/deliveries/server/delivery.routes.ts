// Binds the routes of delivery tasks.
import { on } from '../../../../ground/serve.ts';
import { ok } from '../../../../kit/result.ts';
import type { AnswerDesk } from '../../desk/server/door.ts';
import { listTasksRoute, revealTaskContactRoute, settleTaskRoute } from '../core/delivery.contract.ts';
import { listTasks } from './task.reads.ts';
import { revealTaskContact } from './verbs/reveal-task-contact.ts';
import { settleTask } from './verbs/settle-task.ts';

/** Routes of the answers that are carried by hand. */
export function deliveryMountedRoutes(desk: AnswerDesk) {
  return [
    on(listTasksRoute, async ({ env, query }) => ok(await env.db.read((tx) => listTasks(tx, desk.sealer, query)))),
    on(settleTaskRoute, ({ env, params, body }) => settleTask(env, desk.sealer, { taskId: params.id, ...body })),
    on(revealTaskContactRoute, ({ env, params, body }) =>
      revealTaskContact(env, desk.sealer, { taskId: params.id, reason: body.reason }),
    ),
  ];
}
