// Reads who was told about a case, how, and what came back.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { deliveriesOf } from '../../deliveries/server/door.ts';
import type { NoticeView } from '../core/notice.contract.ts';

interface NoticeRow {
  id: string;
  resolution: number;
  person_id: string | null;
  person_name: string | null;
  feedback_id: string | null;
  message_id: string;
  created_at: Date;
  solved: boolean | null;
  verdict_at: Date | null;
}

/** Newest first, with the number of all and the states of the latest resolution. */
export async function listNotices(
  tx: Tx,
  caseId: string,
  query: { cursor?: string; limit: number },
): Promise<Page<NoticeView> & { total: number; states: Record<string, number> }> {
  const after = decodeCursor(query.cursor, 1)?.[0] ?? null;
  const rows = await tx.rows<NoticeRow>(sql`
    SELECT n.id, n.resolution, n.person_id, p.name AS person_name, n.feedback_id, n.message_id, n.created_at, v.solved,
      v.at AS verdict_at
    FROM notices n
    LEFT JOIN people_facts p ON p.workspace_id = n.workspace_id AND p.id = n.person_id
    LEFT JOIN verdicts_facts v ON v.workspace_id = n.workspace_id AND v.case_id = n.case_id
      AND v.resolution = n.resolution AND v.reporter = n.reporter
    WHERE n.workspace_id = ${tx.workspaceId} AND n.case_id = ${caseId} ${after === null ? empty : sql`AND n.id < ${String(after)}`}
    ORDER BY n.id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  const deliveries = await deliveriesOf(
    tx,
    page.items.map((row) => row.message_id),
  );
  const counted = await tx.rows<{ state: string; count: number }>(sql`
    SELECT d.state, count(*)::int AS count FROM notices n
    JOIN deliveries_facts d ON d.workspace_id = n.workspace_id AND d.message_id = n.message_id
    WHERE n.workspace_id = ${tx.workspaceId} AND n.case_id = ${caseId}
      AND n.resolution = (SELECT max(resolution) FROM notices WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId})
    GROUP BY d.state`);
  const { total } = await tx.one<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM notices WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId}`,
  );
  return {
    items: page.items.flatMap((row) => {
      const delivery = deliveries.get(row.message_id);
      return delivery ? [{ ...viewOf(row), delivery }] : [];
    }),
    nextCursor: page.nextCursor,
    total,
    states: Object.fromEntries(counted.map((row) => [row.state, row.count])),
  };
}

function viewOf(row: NoticeRow): Omit<NoticeView, 'delivery'> {
  return {
    id: row.id,
    resolution: row.resolution,
    person: row.person_id ? { id: row.person_id, name: row.person_name } : null,
    feedbackId: row.feedback_id,
    messageId: row.message_id,
    at: row.created_at.toISOString(),
    verdict: row.solved === null ? null : row.solved ? 'solved' : 'not_solved',
    verdictAt: row.verdict_at?.toISOString() ?? null,
  };
}
