// Forgets delivered messages after 30 days.
import { workspaceIds } from '../../../../ground/members/server/door.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Recurring } from '../../../../platform/jobs/job-runner.ts';
import { forgetDelivered } from './webhook.store.ts';

const DAY = 86_400_000;
const KEPT_DAYS = 30;

export function webhookSweeps(database: Database): Recurring[] {
  return [
    {
      name: 'webhooks.forget',
      everyMs: 3_600_000,
      async run(now) {
        const before = new Date(now.getTime() - KEPT_DAYS * DAY);
        for (const id of await workspaceIds(database.machine)) {
          while ((await database.workspace(id).write((tx) => forgetDelivered(tx, before))) > 0);
        }
      },
    },
  ];
}
