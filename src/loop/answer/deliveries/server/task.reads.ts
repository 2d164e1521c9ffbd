// Reads the answers somebody has to carry by hand.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { TaskState, TaskView, WayReason } from '../core/delivery.contract.ts';

interface TaskRow {
  id: string;
  message_id: string;
  case_id: string;
  case_number: number | null;
  kind: 'reply' | 'notice';
  channel: string;
  reason: WayReason | null;
  person_id: string | null;
  person_name: string | null;
  words_sealed: string;
  feedback_id: string | null;
  external_id: string | null;
  excerpt: string | null;
  occurred_at: Date | null;
  state: TaskState;
  note: string | null;
  created_at: Date;
  settled_at: Date | null;
  settled_by: string | null;
}

const columns = sql`
  d.id, d.message_id, d.case_id, c.number AS case_number, d.kind, d.channel, d.reason, d.person_id, p.name AS person_name,
  d.words_sealed, d.feedback_id, f.external_id, left(f.text, 200) AS excerpt, f.occurred_at, d.state, d.note, d.created_at,
  d.settled_at, d.settled_by
  FROM deliveries d
  LEFT JOIN cases_facts c ON c.workspace_id = d.workspace_id AND c.id = d.case_id
  LEFT JOIN people_facts p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
  LEFT JOIN feedback_facts f ON f.workspace_id = d.workspace_id AND f.id = d.feedback_id`;

/** Open tasks oldest first (the longest wait on top), settled ones newest first. */
export async function listTasks(
  tx: Tx,
  sealer: Sealer,
  query: { state: TaskState; caseId?: string; channel?: string; cursor?: string; limit: number },
): Promise<Page<TaskView> & { open: number }> {
  const after = decodeCursor(query.cursor, 1)?.[0] ?? null;
  const upward = query.state === 'open';
  const rows = await tx.rows<TaskRow>(sql`
    SELECT ${columns}
    WHERE d.workspace_id = ${tx.workspaceId} AND d.way = 'task' AND d.state = ${query.state}
      ${query.caseId ? sql`AND d.case_id = ${query.caseId}` : empty}
      ${query.channel ? sql`AND d.channel = ${query.channel}` : empty}
      ${after === null ? empty : upward ? sql`AND d.id > ${String(after)}` : sql`AND d.id < ${String(after)}`}
    ORDER BY d.id ${upward ? sql`ASC` : sql`DESC`} LIMIT ${query.limit + 1}`);
  const { open } = await tx.one<{ open: number }>(sql`
    SELECT count(*)::int AS open FROM (SELECT FROM deliveries
      WHERE workspace_id = ${tx.workspaceId} AND way = 'task' AND state = 'open' LIMIT 10000) AS waiting`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  return { items: page.items.map((row) => viewOf(tx, sealer, row)), nextCursor: page.nextCursor, open };
}

/** One task, or nothing. */
export async function readTask(tx: Tx, sealer: Sealer, taskId: string): Promise<TaskView | undefined> {
  const row = await tx.maybe<TaskRow>(sql`
    SELECT ${columns} WHERE d.workspace_id = ${tx.workspaceId} AND d.id = ${taskId} AND d.way = 'task'`);
  return row && viewOf(tx, sealer, row);
}

function viewOf(tx: Tx, sealer: Sealer, row: TaskRow): TaskView {
  return {
    id: row.id,
    messageId: row.message_id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    kind: row.kind,
    channel: row.channel,
    reason: row.reason,
    person: row.person_id ? { id: row.person_id, name: row.person_name } : null,
    text: sealer.open(tx.workspaceId, row.words_sealed),
    feedback:
      row.feedback_id && row.external_id !== null
        ? {
            id: row.feedback_id,
            externalId: row.external_id,
            excerpt: row.excerpt ?? '',
            occurredAt: row.occurred_at!.toISOString(),
          }
        : null,
    state: row.state,
    note: row.note || null,
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
    settledBy: row.settled_by,
  };
}
