// Draws voices by lot for people to check: the only ones whose agreement says how often the engine is right at all.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

/** The lot is drawn among so many of a day at most. */
const AMONG = 20_000;

/** Whether the lot fell on this voice. */
export async function isDrawn(tx: Tx, feedbackId: string): Promise<boolean> {
  const row = await tx.maybe<{ one: number }>(
    sql`SELECT 1 AS one FROM label_samples WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId}`,
  );
  return row !== undefined;
}

/** Draws the voices of one day. Drawn again the same come out. @returns how many are new */
export async function drawSample(tx: Tx, day: string, count: number): Promise<number> {
  return tx.run(sql`
    INSERT INTO label_samples (workspace_id, feedback_id, day)
    SELECT ${tx.workspaceId}, d.feedback_id, ${day}::date FROM huiyin.drawn_by_lot(${day}::date, ${AMONG}, ${count}) d
    ON CONFLICT DO NOTHING`);
}
