// Reads promises for screens and for the customer's own page.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor } from '../../../../kit/cursor.ts';
import type { AnswerOf, QueryOf } from '../../../../kit/route.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { listPromisesRoute, PromiseView } from '../core/promise.contract.ts';
import type { PromiseRow } from './promise.store.ts';

interface Row extends PromiseRow {
  case_number: number | null;
  case_title: string | null;
  owner_id: string | null;
  owner_name: string | null;
  person_name: string | null;
}

const select = (tx: Tx, where: Sql) => sql`
  SELECT r.*, c.number AS case_number, c.title AS case_title, c.owner_id, m.name AS owner_name, p.name AS person_name
  FROM promises r
  LEFT JOIN cases_facts c ON c.workspace_id = r.workspace_id AND c.id = r.case_id
  LEFT JOIN members_facts m ON m.workspace_id = r.workspace_id AND m.id = c.owner_id
  LEFT JOIN people_facts p ON p.workspace_id = r.workspace_id AND p.id = r.person_id
  WHERE r.workspace_id = ${tx.workspaceId} AND ${where}`;

/** A page: open ones by due date, the others newest first. */
export async function listPromises(
  tx: Tx,
  query: QueryOf<typeof listPromisesRoute>,
  memberId: string | null,
  now: Date,
): Promise<AnswerOf<typeof listPromisesRoute>> {
  const open = query.state === 'open';
  const after = decodeCursor(query.cursor, 2);
  const owner = query.owner === 'me' ? (memberId ?? 'nobody') : query.owner;
  const narrow = sql`${owner ? sql`AND c.owner_id = ${owner}` : empty} ${query.person ? sql`AND r.person_id = ${query.person}` : empty}`;
  const rows = await tx.rows<Row>(
    open
      ? sql`${select(tx, sql`r.state IN ('made', 'missed') ${narrow}`)}
          ${after ? sql`AND (r.due_at, r.id) > (${new Date(Number(after[0]))}, ${String(after[1])})` : empty}
          ORDER BY r.due_at, r.id LIMIT ${query.limit + 1}`
      : sql`${select(tx, sql`r.state = ${query.state} ${narrow}`)}
          ${after ? sql`AND r.id < ${String(after[1])}` : empty} ORDER BY r.id DESC LIMIT ${query.limit + 1}`,
  );
  const page = cutPage(rows, query.limit, (row) => [row.due_at?.getTime() ?? 0, row.id]);
  return {
    items: page.items.map((row) => viewOf(row, now)),
    nextCursor: page.nextCursor,
    counts: await countsOf(tx, now),
  };
}

async function countsOf(tx: Tx, now: Date) {
  const soon = new Date(now.getTime() + 86_400_000);
  return tx.one<{ late: number; soon: number; open: number; proposed: number }>(sql`
    SELECT count(*) FILTER (WHERE state IN ('made', 'missed') AND due_at <= ${now})::int AS late,
      count(*) FILTER (WHERE state = 'made' AND due_at > ${now} AND due_at <= ${soon})::int AS soon,
      count(*) FILTER (WHERE state IN ('made', 'missed'))::int AS open, count(*) FILTER (WHERE state = 'proposed')::int AS proposed
    FROM ((SELECT state, due_at FROM promises WHERE workspace_id = ${tx.workspaceId} AND state IN ('made', 'missed')
        ORDER BY due_at, id LIMIT 1000)
      UNION ALL (SELECT state, due_at FROM promises WHERE workspace_id = ${tx.workspaceId} AND state = 'proposed' LIMIT 1000)) AS few`);
}

/** Of one case: proposals and open ones first, by due date, then the settled ones. */
export async function promisesOfCase(tx: Tx, caseId: string, now: Date): Promise<PromiseView[]> {
  const rows = await tx.rows<Row>(sql`
    ${select(tx, sql`r.case_id = ${caseId}`)}
    ORDER BY CASE r.state WHEN 'missed' THEN 0 WHEN 'made' THEN 1 WHEN 'proposed' THEN 2 ELSE 3 END, r.due_at NULLS LAST, r.id DESC LIMIT 100`);
  return rows.map((row) => viewOf(row, now));
}

export async function readPromise(tx: Tx, id: string, now: Date): Promise<PromiseView | undefined> {
  const row = await tx.maybe<Row>(select(tx, sql`r.id = ${id}`));
  return row && viewOf(row, now);
}

function viewOf(row: Row, now: Date): PromiseView {
  const open = row.state === 'made' || row.state === 'missed';
  const late = open && row.due_at !== null && row.due_at <= now;
  return {
    id: row.id,
    text: row.text,
    state: row.state,
    source: row.source,
    case:
      row.case_id && row.case_number !== null
        ? {
            id: row.case_id,
            number: row.case_number,
            title: row.case_title ?? '',
            owner: row.owner_id ? { id: row.owner_id, name: row.owner_name ?? '' } : null,
          }
        : null,
    person: row.person_id ? { id: row.person_id, name: row.person_name } : null,
    dueAt: row.due_at?.toISOString() ?? null,
    pressure: late ? 'late' : open && row.warn_at !== null && row.warn_at <= now ? 'soon' : 'none',
    madeBy: row.made_by,
    madeAt: row.made_at?.toISOString() ?? null,
    settledBy: row.settled_by,
    settledAt: row.settled_at?.toISOString() ?? null,
    keptLate: row.state === 'kept' && row.missed_at !== null,
    note: row.note,
    quote: row.quote,
    createdAt: row.created_at.toISOString(),
  };
}

export interface PagePromise {
  text: string;
  state: 'made' | 'kept' | 'missed';
  dueAt: Date;
  settledAt: Date | null;
}

/** What was promised to a reporter, in the words it was promised in; nothing that is only proposed or was taken back. */
export function promisesTo(tx: Tx, personId: string | null, caseIds: readonly string[]): Promise<PagePromise[]> {
  return tx.rows<PagePromise>(sql`
    SELECT text, state, due_at AS "dueAt", settled_at AS "settledAt" FROM promises
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ANY(${[...caseIds]}::text[]) AND state IN ('made', 'kept', 'missed')
      AND (person_id IS NULL OR person_id = ${personId})
    ORDER BY due_at, id LIMIT 20`);
}
