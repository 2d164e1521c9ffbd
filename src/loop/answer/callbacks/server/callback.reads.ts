// Reads call-backs for screens.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor } from '../../../../kit/cursor.ts';
import type { AnswerOf, QueryOf } from '../../../../kit/route.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CallbackView } from '../core/callback.contract.ts';
import type { listCallbacksRoute } from '../core/callback-routes.contract.ts';
import type { CallbackRow } from './callback.store.ts';

interface Row extends CallbackRow {
  number: number;
  title: string;
  status: string;
  person_name: string | null;
  tier: 'standard' | 'vip' | null;
  assignee_name: string | null;
}

const select = (tx: Tx, where: Sql) => sql`
  SELECT b.*, c.number, c.title, c.status, p.name AS person_name, p.tier, m.name AS assignee_name
  FROM callbacks b
  JOIN cases_facts c ON c.workspace_id = b.workspace_id AND c.id = b.case_id
  LEFT JOIN people_facts p ON p.workspace_id = b.workspace_id AND p.id = b.person_id
  LEFT JOIN members_facts m ON m.workspace_id = b.workspace_id AND m.id = b.assignee_id
  WHERE b.workspace_id = ${tx.workspaceId} AND ${where}`;

/** A page: open ones by when to try next, settled ones newest first. */
export async function listCallbacks(
  tx: Tx,
  query: QueryOf<typeof listCallbacksRoute>,
  memberId: string | null,
  now: Date,
  hintOf: (tx: Tx, personIds: readonly string[]) => Promise<Map<string, string>>,
): Promise<AnswerOf<typeof listCallbacksRoute>> {
  const open = query.state === 'open';
  const after = decodeCursor(query.cursor, 2);
  const assignee = query.assignee === 'me' ? (memberId ?? 'nobody') : query.assignee;
  const narrow = sql`
    ${assignee === 'nobody' ? sql`AND b.assignee_id IS NULL` : assignee ? sql`AND b.assignee_id = ${assignee}` : empty}
    ${query.reason ? sql`AND b.reason = ${query.reason}` : empty} ${query.outcome ? sql`AND b.outcome = ${query.outcome}` : empty}`;
  const at = after ? new Date(Number(after[0])) : null;
  const rows = await tx.rows<Row>(
    open
      ? sql`${select(tx, sql`b.state = 'open' ${narrow}`)} ${at ? sql`AND (b.next_at, b.id) > (${at}, ${String(after![1])})` : empty}
          ORDER BY b.next_at, b.id LIMIT ${query.limit + 1}`
      : sql`${select(tx, sql`b.state = ${query.state} ${narrow}`)} ${at ? sql`AND (b.done_at, b.id) < (${at}, ${String(after![1])})` : empty}
          ORDER BY b.done_at DESC, b.id DESC LIMIT ${query.limit + 1}`,
  );
  const page = cutPage(rows, query.limit, (row) => [
    (open ? row.next_at : (row.done_at ?? row.created_at)).getTime(),
    row.id,
  ]);
  const counts = await tx.one<{ now: number; open: number; late: number }>(sql`
    SELECT count(*) FILTER (WHERE next_at <= ${now})::int AS now, count(*)::int AS open, count(*) FILTER (WHERE due_at <= ${now})::int AS late
    FROM (SELECT next_at, due_at FROM callbacks WHERE workspace_id = ${tx.workspaceId} AND state = 'open' ORDER BY next_at LIMIT 1000) AS few`);
  return { items: await viewsOf(tx, page.items, now, hintOf), nextCursor: page.nextCursor, counts };
}

export async function callbacksOfCase(
  tx: Tx,
  caseId: string,
  now: Date,
  hintOf: (tx: Tx, personIds: readonly string[]) => Promise<Map<string, string>>,
): Promise<CallbackView[]> {
  const rows = await tx.rows<Row>(sql`${select(tx, sql`b.case_id = ${caseId}`)} ORDER BY b.id DESC LIMIT 50`);
  return viewsOf(tx, rows, now, hintOf);
}

export async function readCallback(
  tx: Tx,
  id: string,
  now: Date,
  hintOf: (tx: Tx, personIds: readonly string[]) => Promise<Map<string, string>>,
): Promise<CallbackView | undefined> {
  const rows = await tx.rows<Row>(select(tx, sql`b.id = ${id}`));
  return (await viewsOf(tx, rows, now, hintOf))[0];
}

async function viewsOf(
  tx: Tx,
  rows: readonly Row[],
  now: Date,
  hintOf: (tx: Tx, personIds: readonly string[]) => Promise<Map<string, string>>,
): Promise<CallbackView[]> {
  const attempts = await tx.rows<{
    callback_id: string;
    at: Date;
    by_name: string;
    outcome: string;
    note: string | null;
  }>(sql`
    SELECT callback_id, at, by_name, outcome, note FROM callback_attempts
    WHERE workspace_id = ${tx.workspaceId} AND callback_id = ANY(${rows.map((row) => row.id)}::text[]) ORDER BY callback_id, number`);
  const hints = await hintOf(
    tx,
    rows.flatMap((row) => row.person_id ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    reason: row.reason,
    case: { id: row.case_id, number: row.number, title: row.title, status: row.status },
    person: row.person_id ? { id: row.person_id, name: row.person_name, tier: row.tier ?? 'standard' } : null,
    phoneHint: row.person_id ? (hints.get(row.person_id) ?? null) : null,
    assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee_name ?? '' } : null,
    dueAt: row.due_at.toISOString(),
    nextAt: row.next_at.toISOString(),
    late: row.state === 'open' && row.due_at <= now,
    attempts: attempts
      .filter((one) => one.callback_id === row.id)
      .map((one) => ({
        at: one.at.toISOString(),
        by: one.by_name,
        outcome: one.outcome as CallbackView['attempts'][number]['outcome'],
        note: one.note,
      })),
    maxAttempts: row.max_attempts,
    outcome: row.outcome,
    note: row.note ?? row.plan_note,
    doneAt: row.done_at?.toISOString() ?? null,
    doneBy: row.done_by,
    createdAt: row.created_at.toISOString(),
  }));
}
