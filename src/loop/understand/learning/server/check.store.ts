// Keeps what people decided about labels: ids and labels, never words.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CorrectableLabel } from '../../judgement/core/judgement.contract.ts';
import type { ReviewSource } from '../core/label-review.contract.ts';

export interface NewCheck {
  feedbackId: string;
  label: string;
  /** What the engine had said before anybody looked. */
  machine: unknown;
  decided: unknown;
  agrees: boolean;
  byId: string;
  byName: string;
  day: string;
  at: Date;
}

/** Notes a decision; where it came from is kept when it was noted before. A changed decision is to be learned again. */
export async function putCheck(tx: Tx, check: NewCheck): Promise<void> {
  await tx.run(sql`
    INSERT INTO label_checks (workspace_id, feedback_id, label, machine_value, decided, agrees, engine, confidence, was_doubtful, source,
      channel, product_id, by_id, by_name, day, at)
    SELECT ${tx.workspaceId}, j.feedback_id, ${check.label}, ${JSON.stringify(check.machine ?? null)}::jsonb,
      ${JSON.stringify(check.decided ?? null)}::jsonb, ${check.agrees}, j.engine, j.confidence, j.is_doubtful, 'desk', j.channel,
      j.product_id, ${check.byId}, ${check.byName}, ${check.day}::date, ${check.at}
    FROM judgements_facts j WHERE j.workspace_id = ${tx.workspaceId} AND j.feedback_id = ${check.feedbackId}
    ON CONFLICT (workspace_id, feedback_id, label) DO UPDATE SET decided = excluded.decided, agrees = excluded.agrees,
      by_id = excluded.by_id, by_name = excluded.by_name, day = excluded.day, at = excluded.at,
      learned_in = CASE WHEN label_checks.decided = excluded.decided THEN label_checks.learned_in END`);
}

/** Says that somebody was asked about it, and why. */
export async function markSource(
  tx: Tx,
  input: { feedbackId: string; label: CorrectableLabel; source: ReviewSource },
): Promise<void> {
  await tx.run(sql`
    UPDATE label_checks SET source = ${input.source}
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${input.feedbackId} AND label = ${input.label}`);
}

export async function dropCheck(tx: Tx, feedbackId: string, label: string): Promise<void> {
  await tx.run(sql`
    DELETE FROM label_checks WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId} AND label = ${label}`);
}

/** Lessons of so many voices at most, the newest ones. */
const MOST_LESSONS = 2000;

export interface CheckedVoice {
  feedbackId: string;
  decisions: { label: CorrectableLabel; decided: unknown }[];
  isFresh: boolean;
}

/** Voices somebody decided about, oldest decision first. */
export async function readCheckedVoices(tx: Tx): Promise<CheckedVoice[]> {
  const rows = await tx.rows<CheckedVoice>(sql`
    SELECT c.feedback_id AS "feedbackId", jsonb_agg(jsonb_build_object('label', c.label, 'decided', c.decided)) AS decisions,
      bool_or(c.learned_in IS NULL) AS "isFresh"
    FROM (SELECT * FROM label_checks WHERE workspace_id = ${tx.workspaceId} AND label <> 'themes' ORDER BY at DESC LIMIT ${MOST_LESSONS * 3}) c
    GROUP BY c.feedback_id ORDER BY max(c.at) DESC LIMIT ${MOST_LESSONS}`);
  return rows.reverse();
}

/** Notes which version knows these lessons. */
export async function markLearned(tx: Tx, feedbackIds: readonly string[], versionId: string): Promise<void> {
  await tx.run(sql`
    UPDATE label_checks SET learned_in = ${versionId}
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${[...feedbackIds]}::text[]) AND learned_in IS NULL`);
}

/** Decisions that can be learned from, and those no version knows yet; both in voices. */
export async function countLessons(tx: Tx): Promise<{ lessons: number; fresh: number }> {
  return tx.one(sql`
    SELECT count(DISTINCT feedback_id)::int AS lessons, count(DISTINCT feedback_id) FILTER (WHERE learned_in IS NULL)::int AS fresh
    FROM label_checks WHERE workspace_id = ${tx.workspaceId} AND label <> 'themes'`);
}
