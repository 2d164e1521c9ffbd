// Tells of call-backs nobody has reached the customer with in time.
import sql from 'sql-template-tag';
import { systemEnv, tell } from '../../../../ground/env.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Recurring } from '../../../../platform/jobs/job-runner.ts';
import { alarmCase } from '../../../act/cases/server/door.ts';
import { callbackDue } from '../core/callback.contract.ts';

const BATCH = 200;

/** @returns how many were told of */
export async function sweepCallbacks(database: Database, now: Date): Promise<number> {
  const due = await database.machine.rows<{ workspace_id: string }>(sql`
    SELECT DISTINCT workspace_id FROM (SELECT workspace_id FROM callbacks
      WHERE state = 'open' AND due_told_at IS NULL AND due_at <= ${now} AND workspace_id IS NOT NULL ORDER BY due_at LIMIT 10000) AS due`);
  let told = 0;
  for (const { workspace_id } of due) {
    const db = database.workspace(workspace_id);
    const env = systemEnv(db, now, 'callbacks');
    told += await db.write(async (tx) => {
      const rows = await tx.rows<{ id: string; case_id: string; due_at: Date }>(sql`
        UPDATE callbacks SET due_told_at = ${now} WHERE workspace_id = ${tx.workspaceId} AND id IN (
          SELECT id FROM callbacks WHERE workspace_id = ${tx.workspaceId} AND state = 'open' AND due_told_at IS NULL AND due_at <= ${now}
          ORDER BY due_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) RETURNING id, case_id, due_at`);
      for (const row of rows) {
        await tell(tx, env, callbackDue, {
          subject: row.case_id,
          data: { callbackId: row.id, dueAt: row.due_at.toISOString() },
        });
        const news = {
          kind: 'callback_due' as const,
          by: null,
          values: {},
          dedupe: `callback ${row.id}`,
          nearOnly: true,
        };
        await alarmCase(tx, env, { caseId: row.case_id, ...news });
      }
      return rows.length;
    });
  }
  return told;
}

export function callbackSweeps(database: Database): Recurring[] {
  return [
    {
      name: 'callbacks',
      everyMs: 60_000,
      run: async (now) => {
        await sweepCallbacks(database, now);
      },
    },
  ];
}
