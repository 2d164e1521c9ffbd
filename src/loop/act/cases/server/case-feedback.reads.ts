// The voices of a case with what was judged of each, page by page in the order of their arrival.
import sql from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { JudgementView } from '../../../understand/judgement/core/judgement.contract.ts';
import { judgementsOf } from '../../../understand/judgement/server/door.ts';
import type { CaseFeedback } from '../core/case.contract.ts';

interface Row {
  feedback_id: string;
  how: CaseFeedback['how'];
  joined_at: Date;
  from_case_id: string | null;
  channel: string;
  title: string | null;
  text: string;
  rating: number | null;
  occurred_at: Date;
  masked: boolean;
  person_id: string | null;
  product_id: string | null;
  product_name: string | null;
}

export async function readCaseFeedback(
  tx: Tx,
  caseId: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CaseFeedback>> {
  const [after] = decodeCursor(cursor, 1) ?? [''];
  const rows = await tx.rows<Row>(sql`
    WITH page AS MATERIALIZED (
      SELECT workspace_id, feedback_id, how, joined_at, came_from[cardinality(came_from)] AS from_case_id FROM case_feedback
      WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId} AND feedback_id > ${String(after)}
      ORDER BY feedback_id LIMIT ${limit + 1}
    )
    SELECT m.feedback_id, m.how, m.joined_at, m.from_case_id, f.channel, f.title, f.text, f.rating, f.occurred_at, f.masked,
      f.person_id, f.product_id, pr.name AS product_name
    FROM page m
    JOIN feedback_facts f ON f.workspace_id = m.workspace_id AND f.id = m.feedback_id
    LEFT JOIN products_facts pr ON pr.workspace_id = m.workspace_id AND pr.id = f.product_id
    ORDER BY m.feedback_id`);
  const page = cutPage(rows, limit, (row) => [row.feedback_id]);
  const judgements = await judgementsOf(
    tx,
    page.items.map((row) => row.feedback_id),
  );
  return { items: page.items.map((row) => shown(row, judgements.get(row.feedback_id))), nextCursor: page.nextCursor };
}

function shown(row: Row, judgement: JudgementView | undefined): CaseFeedback {
  return {
    feedbackId: row.feedback_id,
    how: row.how,
    joinedAt: row.joined_at.toISOString(),
    fromCaseId: row.from_case_id,
    channel: row.channel,
    title: row.title,
    text: row.text,
    rating: row.rating,
    occurredAt: row.occurred_at.toISOString(),
    masked: row.masked,
    personId: row.person_id,
    product: row.product_id && row.product_name !== null ? { id: row.product_id, name: row.product_name } : null,
    judgement: judgement ?? null,
  };
}
