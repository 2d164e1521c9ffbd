// Small look-ups of the public pages.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

/** Who said this, if anybody is known. */
export async function personOf(tx: Tx, feedbackId: string): Promise<string | null> {
  const row = await tx.maybe<{ personId: string | null }>(sql`
    SELECT person_id AS "personId" FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${feedbackId}`);
  return row?.personId ?? null;
}
