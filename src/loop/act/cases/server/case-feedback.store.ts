// Writes which feedback is in which case, and reads from it what a case amounts to.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export interface Joining {
  caseId: string;
  feedbackId: string;
  how: 'opened' | 'rule' | 'manual' | 'message';
}

/**
 * Puts feedback into cases; one that is in a case already stays there, and one taken out by hand comes back by hand only.
 * @returns the feedback that joined
 */
export async function joinCases(
  tx: Tx,
  joinings: readonly Joining[],
  now: Date,
  byHand: boolean,
): Promise<Set<string>> {
  if (joinings.length === 0) return new Set();
  const rows = await tx.rows<{ feedback_id: string }>(sql`
    INSERT INTO case_feedback (workspace_id, feedback_id, case_id, how, joined_at)
    SELECT ${tx.workspaceId}, j.feedback_id, j.case_id, j.how, ${now}
    FROM unnest(${joinings.map((one) => one.feedbackId)}::text[], ${joinings.map((one) => one.caseId)}::text[],
      ${joinings.map((one) => one.how)}::text[]) AS j(feedback_id, case_id, how)
    ON CONFLICT (workspace_id, feedback_id) DO UPDATE SET case_id = EXCLUDED.case_id, how = EXCLUDED.how, joined_at = EXCLUDED.joined_at
      WHERE case_feedback.case_id IS NULL AND ${byHand}
    RETURNING feedback_id`);
  return new Set(rows.map((row) => row.feedback_id));
}

/** Which of these feedback are in a case, and in which; null for one that was taken out by hand. */
export async function casesOfFeedback(tx: Tx, feedbackIds: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await tx.rows<{ feedback_id: string; case_id: string | null }>(sql`
    SELECT feedback_id, case_id FROM case_feedback
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${[...feedbackIds]}::text[])`);
  return new Map(rows.map((row) => [row.feedback_id, row.case_id]));
}

/** Takes one feedback out. @returns whether it was in */
export async function leaveCase(tx: Tx, caseId: string, feedbackId: string): Promise<boolean> {
  const gone = await tx.run(sql`
    UPDATE case_feedback SET case_id = NULL, came_from = '{}'
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId} AND case_id = ${caseId}`);
  return gone > 0;
}

/** Moves all feedback of a merged case, leaving on each the way back. */
export async function moveFeedback(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.run(sql`
    UPDATE case_feedback SET case_id = ${intoId}, came_from = array_append(came_from, ${fromId}::text)
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ${fromId}`);
}

/** Takes back what a merged case brought along, from wherever later merges carried it. */
export async function returnFeedback(tx: Tx, holderId: string, caseId: string): Promise<void> {
  await tx.run(sql`
    UPDATE case_feedback
    SET case_id = ${caseId}, came_from = came_from[:array_position(came_from, ${caseId}::text) - 1]
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ${holderId} AND ${caseId}::text = ANY(came_from)`);
}

/** What the feedback of a case add up to. */
export interface Tally {
  voices: number;
  unknown_voices: number;
  people: number;
  urgent: boolean;
  min_rating: number | null;
  worst_sentiment: number | null;
  vip: boolean;
  last_voice_at: Date | null;
}

/** Counts a case again from its feedback; for changes by hand, which are rare. */
export async function tallyOf(tx: Tx, caseId: string): Promise<Tally> {
  return tx.one<Tally>(sql`
    SELECT count(*)::int AS voices, count(*) FILTER (WHERE f.person_id IS NULL)::int AS unknown_voices,
      count(DISTINCT f.person_id)::int AS people, coalesce(bool_or(j.class = 'urgent'), false) AS urgent,
      min(f.rating) AS min_rating, min(j.sentiment_score) AS worst_sentiment,
      coalesce(bool_or(p.tier = 'vip'), false) AS vip, max(f.occurred_at) AS last_voice_at
    FROM case_feedback m
    JOIN feedback_facts f ON f.workspace_id = m.workspace_id AND f.id = m.feedback_id
    LEFT JOIN judgements_facts j ON j.workspace_id = m.workspace_id AND j.feedback_id = m.feedback_id
    LEFT JOIN people_facts p ON p.workspace_id = m.workspace_id AND p.id = f.person_id
    WHERE m.workspace_id = ${tx.workspaceId} AND m.case_id = ${caseId}`);
}

/** What opening a case needs to know of a feedback. */
export interface FeedbackLook {
  id: string;
  title: string | null;
  text: string;
  channel: string;
  rating: number | null;
  occurred_at: Date;
  product_id: string | null;
  person_id: string | null;
  theme: string | null;
  class: string | null;
  sentiment_score: number | null;
  vip: boolean;
}

/** Reads accepted feedback with what was judged of it; unknown ids are left out. Texts are cut at 300 characters. */
export async function lookAtFeedback(tx: Tx, ids: readonly string[]): Promise<FeedbackLook[]> {
  return tx.rows<FeedbackLook>(sql`
    SELECT f.id, f.title, left(f.text, 300) AS text, f.channel, f.rating, f.occurred_at, f.product_id, f.person_id,
      j.themes[1] AS theme, j.class, j.sentiment_score, coalesce(p.tier = 'vip', false) AS vip
    FROM feedback_facts f
    LEFT JOIN judgements_facts j ON j.workspace_id = f.workspace_id AND j.feedback_id = f.id
    LEFT JOIN people_facts p ON p.workspace_id = f.workspace_id AND p.id = f.person_id
    WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ANY(${[...ids]}::text[])
    ORDER BY f.id`);
}

/** Ids of all feedback in a case. */
export async function feedbackOf(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.rows<{ feedback_id: string }>(sql`
    SELECT feedback_id FROM case_feedback WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId}`);
  return rows.map((row) => row.feedback_id);
}
