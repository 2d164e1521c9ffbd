// Which alarms became cases.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export async function caseOfAlert(
  tx: Tx,
  showId: string,
  alertId: string,
): Promise<{ caseId: string | null; feedbackId: string } | undefined> {
  return tx.maybe(sql`
    SELECT case_id AS "caseId", feedback_id AS "feedbackId" FROM live_alert_cases
    WHERE workspace_id = ${tx.workspaceId} AND show_id = ${showId} AND alert_id = ${alertId}`);
}

export async function saveAlertCase(
  tx: Tx,
  row: { showId: string; alertId: string; feedbackId: string; caseId: string | null; raisedAt: Date },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_alert_cases (workspace_id, show_id, alert_id, feedback_id, case_id, raised_at)
    VALUES (${tx.workspaceId}, ${row.showId}, ${row.alertId}, ${row.feedbackId}, ${row.caseId}, ${row.raisedAt})`);
}

/** Which product each of these is about, as the gate of feedback found it. */
export async function productsOf(tx: Tx, feedbackIds: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await tx.rows<{ id: string; productId: string | null }>(sql`
    SELECT id, product_id AS "productId" FROM feedback_facts
    WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...feedbackIds]}::text[])`);
  return new Map(rows.map((row) => [row.id, row.productId]));
}
