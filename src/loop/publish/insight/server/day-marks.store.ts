// Marks the days whose sums no longer hold, in the transaction that hears of the change.
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';

export const RECOUNT = 'insight.recount';

/** Days come sorted, so that two writers lock them in the same order. */
async function mark(tx: Tx, days: Sql, now: Date): Promise<void> {
  const marked = await tx.run(sql`
    INSERT INTO insight_dirty (workspace_id, day, marked_at)
    SELECT ${tx.workspaceId}, d.day, ${now} FROM (${days}) d ORDER BY d.day
    ON CONFLICT (workspace_id, day) DO UPDATE SET marked_at = excluded.marked_at`);
  if (marked > 0) await enqueueRecount(tx, now);
}

/** Asks for the count; asking twice asks once. */
export async function enqueueRecount(tx: Tx, now: Date): Promise<void> {
  await enqueueJobs(tx, [{ kind: RECOUNT, payload: {}, key: 'recount', runAt: now }], now);
}

/** Days of these feedback. */
export async function markFeedback(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await mark(
    tx,
    sql`SELECT DISTINCT day FROM judgements_facts WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${[...new Set(ids)]}::text[])`,
    now,
  );
}

/** Days of everything these cases hold. */
export async function markCases(tx: Tx, caseIds: readonly string[], now: Date): Promise<void> {
  await mark(
    tx,
    sql`SELECT DISTINCT j.day FROM case_feedback_facts m
        JOIN judgements_facts j ON j.workspace_id = m.workspace_id AND j.feedback_id = m.feedback_id
        WHERE m.workspace_id = ${tx.workspaceId} AND m.case_id = ANY(${[...new Set(caseIds)]}::text[])`,
    now,
  );
}

/** Days of all a person said. */
export async function markPerson(tx: Tx, personId: string, now: Date): Promise<void> {
  await mark(
    tx,
    sql`SELECT DISTINCT j.day FROM feedback_facts f
        JOIN judgements_facts j ON j.workspace_id = f.workspace_id AND j.feedback_id = f.id
        WHERE f.workspace_id = ${tx.workspaceId} AND f.person_id = ${personId}`,
    now,
  );
}

/** Days on which the loop stands at a point, for example `verified`. */
export async function markDaysWith(tx: Tx, measure: string, now: Date): Promise<void> {
  await mark(
    tx,
    sql`SELECT day FROM loop_daily WHERE workspace_id = ${tx.workspaceId} AND measure = ${measure} AND bucket = -1 AND amount > 0`,
    now,
  );
}
