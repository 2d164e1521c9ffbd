// Reads what rules may ask about judged feedback, in one statement a batch.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Judged } from '../core/rule-match.ts';

export interface JudgedRow extends Judged {
  judgedAt: Date;
}

/**
 * The class rules go by. An alarm that only the shop's own lessons raise, about a voice nobody corrected, names no danger:
 * it stands on the label, but rules take the voice by its sentiment, so that a wrong correction opens no cases.
 */
const RULED_CLASS = sql`CASE WHEN j.class = 'urgent' AND j.urgency_reason IS NULL AND j.engine LIKE '%+%'
    AND NOT j.corrected && '{class,urgency}'::text[] THEN j.sentiment ELSE j.class END AS class`;

const COLUMNS = sql`j.feedback_id AS "feedbackId", j.channel, j.themes, ${RULED_CLASS}, j.intents, j.rating,
  j.sentiment_score AS "sentimentScore", j.product_id AS "productId", j.person_id AS "personId",
  coalesce(p.tier = 'vip', false) AS vip, j.occurred_at AS "occurredAt", j.judged_at AS "judgedAt"`;

/** The judgements in force of these feedback, in the order of their ids. */
export async function readJudged(tx: Tx, feedbackIds: readonly string[]): Promise<JudgedRow[]> {
  return tx.rows<JudgedRow>(sql`
    SELECT ${COLUMNS} FROM judgements_facts j
    LEFT JOIN people_facts p ON p.workspace_id = j.workspace_id AND p.id = j.person_id
    WHERE j.workspace_id = ${tx.workspaceId} AND j.feedback_id = ANY(${[...feedbackIds]}::text[])
    ORDER BY j.feedback_id`);
}

/** The newest judgements since an instant, newest first, at most `limit`. */
export async function readJudgedSince(tx: Tx, since: Date, limit: number): Promise<JudgedRow[]> {
  return tx.rows<JudgedRow>(sql`
    WITH page AS MATERIALIZED (
      SELECT * FROM judgements_facts WHERE workspace_id = ${tx.workspaceId} AND occurred_at >= ${since}
      ORDER BY occurred_at DESC, feedback_id DESC LIMIT ${limit}
    )
    SELECT ${COLUMNS} FROM page j
    LEFT JOIN people_facts p ON p.workspace_id = j.workspace_id AND p.id = j.person_id
    ORDER BY j.occurred_at DESC, j.feedback_id DESC`);
}

/** Calendar days of cases are those of the workspace. */
export async function timeZoneOf(tx: Tx): Promise<string> {
  const { time_zone } = await tx.one<{ time_zone: string }>(sql`
    SELECT time_zone FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`);
  return time_zone;
}

/** First words of feedback, by id. */
export async function readTexts(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; text: string }>(sql`
    SELECT id, left(text, 200) AS text FROM feedback_facts
    WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])`);
  return new Map(rows.map((row) => [row.id, row.text]));
}
