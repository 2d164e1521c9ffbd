// Closes questions whose time is over, so that the answered and the unanswered add up to the asked.
import sql from 'sql-template-tag';
import type { Database } from '../../../../platform/database/database.ts';
import type { Recurring } from '../../../../platform/jobs/job-runner.ts';
import { BATCH, closeBatch } from './rating-close.store.ts';

const MOST_BATCHES = 40;

/** Looks every 5 minutes. */
export function ratingSweeps(database: Database): Recurring[] {
  return [{ name: 'ratings', everyMs: 300_000, run: async (now) => void (await closeQuestions(database, now)) }];
}

/** @returns how many questions were closed */
export async function closeQuestions(database: Database, now: Date): Promise<number> {
  const due = await database.machine.rows<{ workspace_id: string }>(sql`
    SELECT DISTINCT workspace_id FROM (
      SELECT workspace_id FROM ratings WHERE state = 'asked' AND expires_at <= ${now} ORDER BY expires_at LIMIT 20000) AS due`);
  let closed = 0;
  for (const { workspace_id } of due) {
    const db = database.workspace(workspace_id);
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const count = await db.write((tx) => closeBatch(tx, now));
      closed += count;
      if (count < BATCH) break;
    }
  }
  return closed;
}
