// Forgets delivered messages after 30 days.
import sql from 'sql-template-tag';
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
        const workspaces = await database.machine.rows<{ id: string }>(
          sql`SELECT workspace_id AS id FROM workspaces_facts ORDER BY workspace_id`,
        );
        for (const { id } of workspaces) {
          while ((await database.workspace(id).write((tx) => forgetDelivered(tx, before))) > 0);
        }
      },
    },
  ];
}
