// Reads the sums quotas are checked against.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { QuotaCounts } from '../core/quota.ts';

/** Under this day and version 0 everything is summed over all time. */
export const ALL_TIME = '0001-01-01';

/** Completed answers so far, of all and by the values of one question. */
export async function readQuotaCounts(tx: Tx, formId: string, question: string | null): Promise<QuotaCounts> {
  const rows = await tx.rows<{ question: string; item: string; count: number }>(sql`
    SELECT question, item, count FROM form_sums
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} AND day = ${ALL_TIME} AND version = 0
      AND ((question = '' AND item = 'completed') OR (question = ${question} AND item LIKE 'c:%'))`);
  return {
    completed: rows.find((row) => row.question === '')?.count ?? 0,
    byValue: Object.fromEntries(rows.filter((row) => row.question !== '').map((row) => [row.item.slice(2), row.count])),
  };
}
