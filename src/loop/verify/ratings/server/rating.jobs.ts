// Closes questions whose time is over, so that the answered and the unanswered add up to the asked.
import sql from 'sql-template-tag';
import type { Database, WorkspaceDb } from '../../../../platform/database/database.ts';
import type { Recurring } from '../../../../platform/jobs/job-runner.ts';
import { saveRatingCounts } from './rating-daily.store.ts';

const BATCH = 500;
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
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const count = await closeBatch(database.workspace(workspace_id), now);
      closed += count;
      if (count < BATCH) break;
    }
  }
  return closed;
}

interface ClosedRow {
  asked_on: string;
  channel: string;
  theme: string | null;
  product_id: string | null;
  team_id: string | null;
  owner_id: string | null;
}

async function closeBatch(db: WorkspaceDb, now: Date): Promise<number> {
  return db.write(async (tx) => {
    const rows = await tx.rows<ClosedRow>(sql`
      UPDATE ratings SET state = 'unanswered'
      WHERE workspace_id = ${tx.workspaceId} AND id IN (
        SELECT id FROM ratings WHERE workspace_id = ${tx.workspaceId} AND state = 'asked' AND expires_at <= ${now}
        ORDER BY expires_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING asked_on, channel, theme, product_id, team_id, owner_id`);
    await saveRatingCounts(
      tx,
      rows.map((row) => ({
        items: {
          askedOn: row.asked_on,
          channel: row.channel,
          theme: row.theme,
          product: row.product_id,
          team: row.team_id,
          member: row.owner_id,
        },
        asked: 0,
        unanswered: 1,
        score: null,
        sign: 1,
      })),
    );
    return rows.length;
  });
}
