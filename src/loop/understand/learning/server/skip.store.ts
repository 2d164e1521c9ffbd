// Keeps which voices a member has left to somebody else.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export async function hasJudgement(tx: Tx, feedbackId: string): Promise<boolean> {
  const row = await tx.maybe(
    sql`SELECT 1 AS one FROM judgements_facts WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId}`,
  );
  return row !== undefined;
}

export async function putSkip(tx: Tx, memberId: string, feedbackId: string, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO label_skips (workspace_id, member_id, feedback_id, at)
    VALUES (${tx.workspaceId}, ${memberId}, ${feedbackId}, ${now}) ON CONFLICT DO NOTHING`);
}

/** @returns whether there was one */
export async function dropSkip(tx: Tx, memberId: string, feedbackId: string): Promise<boolean> {
  const gone = await tx.run(sql`
    DELETE FROM label_skips
    WHERE workspace_id = ${tx.workspaceId} AND member_id = ${memberId} AND feedback_id = ${feedbackId}`);
  return gone > 0;
}
