// The rows behind a number: voices or cases under the same conditions as the number itself, newest first.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { InsightRow, Leak } from '../core/insight.contract.ts';
import { type Question, rowsOf } from './compile-question.ts';

interface Row {
  id: string;
  text: string;
  at: Date;
  channel: string | null;
  sentiment: string | null;
  class: string | null;
  rating: number | null;
  caseId: string | null;
  caseNumber: number | null;
  status: string | null;
}

interface Asked {
  limit: number;
  cursor?: string | undefined;
}

/** Voices or cases of a question; ratings and answers lead to the case and voice they speak of. */
export async function listRows(tx: Tx, question: Question, asked: Asked): Promise<Page<InsightRow>> {
  const isVoice = question.grain === 'voice' || question.grain === 'answer';
  const at = { voice: sql`j.occurred_at`, case: sql`c.opened_at`, rating: sql`r.asked_at`, answer: sql`a.started_at` }[
    question.grain
  ];
  const id = { voice: sql`j.feedback_id`, case: sql`c.id`, rating: sql`r.case_id`, answer: sql`a.feedback_id` }[
    question.grain
  ];
  const position = positionOf(asked.cursor);
  const past = position ? sql`AND (${at}, ${id}) < (${position.at}::timestamptz, ${position.id}::text)` : empty;
  const found = sql`SELECT DISTINCT ${id} AS id, ${at} AS at ${rowsOf(tx, question, [])} AND ${id} IS NOT NULL ${past}
    ORDER BY at DESC, id DESC LIMIT ${asked.limit + 1}`;
  return page(await tx.rows<Row>(isVoice ? voices(tx, found) : cases(tx, found)), isVoice ? 'voice' : 'case', asked);
}

const HOLDS: Record<Exclude<Leak, 'waiting'>, Sql> = {
  urgent_uncased: sql`j.class = 'urgent' AND c.id IS NULL`,
  complaint_uncased: sql`'complain' = ANY(j.intents) AND c.id IS NULL`,
  unanswered: sql`c.is_open AND c.first_reply_at IS NULL`,
  untold: sql`c.resolved_at IS NOT NULL AND c.status IN ('resolved', 'verified', 'closed') AND NOT EXISTS (
    SELECT FROM deliveries_facts d WHERE d.workspace_id = c.workspace_id AND d.case_id = c.id AND d.kind = 'notice'
      AND (d.person_id = j.person_id OR d.feedback_id = j.feedback_id)
      AND d.state IN ('sent', 'unconfirmed', 'task_done', 'waiting', 'seen'))`,
  unverified: sql`c.status IN ('resolved', 'closed') AND c.verified_at IS NULL`,
  disputed: sql`c.reopened_count > 0 AND c.verified_at IS NULL`,
  unpublished: sql`c.verified_at IS NOT NULL AND NOT EXISTS (
    SELECT FROM published_cases_facts g WHERE g.workspace_id = c.workspace_id AND g.case_id = c.id)`,
};

/** The voices of a period that are stuck at one place of the loop. */
export async function listLeak(
  tx: Tx,
  leak: Exclude<Leak, 'waiting'>,
  period: { from: string; to: string },
  asked: Asked,
): Promise<Page<InsightRow>> {
  const position = positionOf(asked.cursor);
  const found = sql`SELECT j.feedback_id AS id, j.occurred_at AS at
    FROM judgements_facts j
    LEFT JOIN case_feedback_facts m ON m.workspace_id = j.workspace_id AND m.feedback_id = j.feedback_id
    LEFT JOIN cases_facts c ON c.workspace_id = m.workspace_id AND c.id = m.case_id
    WHERE j.workspace_id = ${tx.workspaceId} AND NOT j.repeats AND j.day BETWEEN ${period.from}::date AND ${period.to}::date
      AND j.occurred_at >= ${period.from}::date - interval '1 day' AND j.occurred_at < ${period.to}::date + interval '2 days'
      AND ${HOLDS[leak]}
      ${position ? sql`AND (j.occurred_at, j.feedback_id) < (${position.at}::timestamptz, ${position.id}::text)` : empty}
    ORDER BY j.occurred_at DESC, j.feedback_id DESC LIMIT ${asked.limit + 1}`;
  return page(await tx.rows<Row>(voices(tx, found)), 'voice', asked);
}

function voices(tx: Tx, found: Sql): Sql {
  return sql`
    SELECT f.id, f.text, h.at, f.channel, g.sentiment, g.class, f.rating, c.id AS "caseId", c.number AS "caseNumber", c.status
    FROM (${found}) h
    JOIN feedback_facts f ON f.workspace_id = ${tx.workspaceId} AND f.id = h.id
    LEFT JOIN judgements_facts g ON g.workspace_id = f.workspace_id AND g.feedback_id = f.id
    LEFT JOIN case_feedback_facts m ON m.workspace_id = f.workspace_id AND m.feedback_id = f.id
    LEFT JOIN cases_facts c ON c.workspace_id = m.workspace_id AND c.id = m.case_id
    ORDER BY h.at DESC, f.id DESC`;
}

function cases(tx: Tx, found: Sql): Sql {
  return sql`
    SELECT c.id, c.title AS text, h.at, c.channel, NULL AS sentiment, NULL AS class, NULL::real AS rating, c.id AS "caseId",
      c.number AS "caseNumber", c.status
    FROM (${found}) h JOIN cases_facts c ON c.workspace_id = ${tx.workspaceId} AND c.id = h.id
    ORDER BY h.at DESC, c.id DESC`;
}

function positionOf(cursor: string | undefined): { at: string; id: string } | null {
  const keys = decodeCursor(cursor, 2);
  return keys ? { at: String(keys[0]), id: String(keys[1]) } : null;
}

function page(rows: Row[], kind: InsightRow['kind'], asked: Asked): Page<InsightRow> {
  const cut = cutPage(rows, asked.limit, (row) => [row.at.toISOString(), row.id]);
  return { ...cut, items: cut.items.map((row) => ({ kind, ...row, at: row.at.toISOString() })) };
}
