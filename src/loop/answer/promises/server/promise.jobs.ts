// The promises' own clock: warns before one falls due, alarms when one was missed.
import sql from 'sql-template-tag';
import { systemEnv, tell } from '../../../../ground/env.ts';
import type { Database, WorkspaceDb } from '../../../../platform/database/database.ts';
import type { Recurring } from '../../../../platform/jobs/job-runner.ts';
import { alarmCase } from '../../../act/cases/server/door.ts';
import { promiseDueSoon, promiseMissed } from '../core/promise.contract.ts';
import { lockDue, savePromise } from './promise.store.ts';

const BATCH = 200;
const MOST_BATCHES = 50;

/** @returns how many promises were looked at */
export async function sweepPromises(database: Database, now: Date): Promise<number> {
  const due = await database.machine.rows<{ workspace_id: string }>(sql`
    SELECT DISTINCT workspace_id FROM (SELECT workspace_id FROM promises WHERE next_look_at <= ${now} AND workspace_id IS NOT NULL
      ORDER BY next_look_at LIMIT 20000) AS due`);
  let looked = 0;
  const failures: unknown[] = [];
  for (const { workspace_id } of due) {
    try {
      for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
        const some = await sweepBatch(database.workspace(workspace_id), now);
        looked += some;
        if (some < BATCH) break;
      }
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `Promises of ${failures.length} workspaces were not looked at`);
  return looked;
}

async function sweepBatch(db: WorkspaceDb, now: Date): Promise<number> {
  const env = systemEnv(db, now, 'promises');
  return db.write(async (tx) => {
    const rows = await lockDue(tx, now, BATCH);
    for (const row of rows) {
      const about = { promiseId: row.id, text: row.text, dueAt: row.due_at?.toISOString() ?? null };
      const missed = row.due_at !== null && row.due_at <= now;
      await savePromise(
        tx,
        missed
          ? { ...row, state: 'missed', missed_at: row.missed_at ?? now, next_look_at: null }
          : { ...row, warned_at: now, next_look_at: row.due_at },
      );
      await tell(tx, env, missed ? promiseMissed : promiseDueSoon, { subject: row.case_id, data: about });
      if (row.case_id === null) continue;
      await alarmCase(tx, env, {
        caseId: row.case_id,
        kind: missed ? 'promise_missed' : 'promise_due',
        by: null,
        values: { text: row.text.slice(0, 120), ...(about.dueAt ? { dueAt: about.dueAt } : {}) },
        // A promise moved to another date may be missed again.
        dedupe: `${missed ? 'missed' : 'due'} ${row.id} ${about.dueAt}`,
        nearOnly: !missed,
      });
    }
    return rows.length;
  });
}

export function promiseSweeps(database: Database): Recurring[] {
  return [
    {
      name: 'promises',
      everyMs: 30_000,
      run: async (now) => {
        await sweepPromises(database, now);
      },
    },
  ];
}
