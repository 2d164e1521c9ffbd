// Counts how long a voice took to arrive and to be understood, once, when it is first judged: judging again changes no waiting time.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

/** @param judgedAt when these were judged for the first time */
export async function countFirstTimes(tx: Tx, feedbackIds: readonly string[], judgedAt: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO loop_daily AS d (workspace_id, day, measure, bucket, amount)
    SELECT ${tx.workspaceId}, t.day, t.measure, floor(8 * ln(greatest(t.ms, 1)) / ln(2))::smallint AS bucket, count(*)
    FROM (
      SELECT j.day, m.measure, m.ms
      FROM judgements_facts j
      JOIN feedback_facts f ON f.workspace_id = j.workspace_id AND f.id = j.feedback_id
      CROSS JOIN LATERAL (VALUES
        ('time.collect', extract(epoch FROM f.received_at - f.occurred_at) * 1000),
        ('time.understand', extract(epoch FROM ${judgedAt}::timestamptz - f.received_at) * 1000)) AS m(measure, ms)
      WHERE j.workspace_id = ${tx.workspaceId} AND j.feedback_id = ANY(${[...feedbackIds]}::text[])) t
    GROUP BY t.day, t.measure, bucket ORDER BY t.day, t.measure, bucket
    ON CONFLICT (workspace_id, day, measure, bucket) DO UPDATE SET amount = d.amount + excluded.amount`);
}
