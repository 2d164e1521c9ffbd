// The lines of lists: one query finds the page by an index, then the names of at most 200 rows are looked up.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CaseRow } from '../core/case.contract.ts';
import { publicStageOf } from '../core/case.status.ts';
import type { CaseSort } from '../core/case-filter.contract.ts';
import type { StoredCase } from './case.store.ts';

export type ShownCase = StoredCase & {
  product_name: string | null;
  person_name: string | null;
  person_tier: 'standard' | 'vip' | null;
  owner_name: string | null;
  team_name: string | null;
  due_key: string;
  priority_rank: number;
};

const NAMES = sql`
  SELECT c.*, c.due_rank::text AS due_key, pr.name AS product_name, pe.name AS person_name, pe.tier AS person_tier,
    m.name AS owner_name, t.name AS team_name
  FROM page c
  LEFT JOIN products_facts pr ON pr.workspace_id = c.workspace_id AND pr.id = c.product_id
  LEFT JOIN people_facts pe ON pe.workspace_id = c.workspace_id AND pe.id = c.person_id
  LEFT JOIN members_facts m ON m.workspace_id = c.workspace_id AND m.id = c.owner_id
  LEFT JOIN teams_facts t ON t.workspace_id = c.workspace_id AND t.id = c.team_id`;

interface Order {
  by: Sql;
  /** Condition for the rows after a cursor's keys. */
  after: (keys: (string | number | null)[]) => Sql;
  keys: (row: ShownCase) => (string | number | null)[];
  length: number;
}

const ORDERS: Record<CaseSort, Order> = {
  due: {
    by: sql`ORDER BY c.due_rank, c.id`,
    after: ([due, id]) => sql`AND (c.due_rank, c.id) > (${due}::timestamptz, ${id}::text)`,
    keys: (row) => [row.due_key, row.id],
    length: 2,
  },
  priority: {
    by: sql`ORDER BY c.priority_rank, c.due_rank, c.id`,
    after: ([rank, due, id]) =>
      sql`AND (c.priority_rank, c.due_rank, c.id) > (${rank}::smallint, ${due}::timestamptz, ${id}::text)`,
    keys: (row) => [row.priority_rank, row.due_key, row.id],
    length: 3,
  },
  newest: {
    by: sql`ORDER BY c.id DESC`,
    after: ([id]) => sql`AND c.id < ${id}::text`,
    keys: (row) => [row.id],
    length: 1,
  },
  oldest: {
    by: sql`ORDER BY c.id`,
    after: ([id]) => sql`AND c.id > ${id}::text`,
    keys: (row) => [row.id],
    length: 1,
  },
};

/** @param where conditions on `c`, from `conditionsOf` */
export async function listCases(
  tx: Tx,
  input: { where: Sql; sort: CaseSort; cursor: string | undefined; limit: number; now: Date },
): Promise<Page<CaseRow>> {
  const order = ORDERS[input.sort];
  const keys = decodeCursor(input.cursor, order.length);
  const rows = await tx.rows<ShownCase>(sql`
    WITH page AS MATERIALIZED (
      SELECT c.* FROM cases c
      WHERE c.workspace_id = ${tx.workspaceId} AND ${input.where} ${keys ? order.after(keys) : empty}
      ${order.by} LIMIT ${input.limit + 1}
    )
    ${NAMES} ${order.by}`);
  const page = cutPage(rows, input.limit, order.keys);
  return { items: page.items.map((row) => caseLine(row, input.now)), nextCursor: page.nextCursor };
}

/** One case with its names, or `undefined`. */
export async function readShown(tx: Tx, id: string): Promise<ShownCase | undefined> {
  return tx.maybe<ShownCase>(sql`
    WITH page AS MATERIALIZED (SELECT * FROM cases WHERE workspace_id = ${tx.workspaceId} AND id = ${id}) ${NAMES}`);
}

/** How many cases match, counted up to `most`. */
export async function countCases(tx: Tx, where: Sql, most: number): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count
    FROM (SELECT FROM cases c WHERE c.workspace_id = ${tx.workspaceId} AND ${where} LIMIT ${most}) AS found`);
  return count;
}

/** A stored case as the line of a list. */
export function caseLine(row: ShownCase, now: Date): CaseRow {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status,
    publicStage: publicStageOf(row.status, row.verified_at !== null),
    stage: row.stage,
    priority: row.priority,
    score: row.score,
    priorityByHand: row.priority_by_hand,
    theme: row.theme,
    channel: row.channel,
    product: row.product_id && row.product_name !== null ? { id: row.product_id, name: row.product_name } : null,
    person: row.person_id ? { id: row.person_id, name: row.person_name, tier: row.person_tier ?? 'standard' } : null,
    owner: row.owner_id && row.owner_name !== null ? { id: row.owner_id, name: row.owner_name } : null,
    team: row.team_id && row.team_name !== null ? { id: row.team_id, name: row.team_name } : null,
    voices: row.voices,
    people: row.people,
    openedBy: row.opened_by,
    openedAt: row.opened_at.toISOString(),
    lastVoiceAt: row.last_voice_at.toISOString(),
    firstReplyAt: row.first_reply_at?.toISOString() ?? null,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    snoozedUntil: row.snoozed_until?.toISOString() ?? null,
    nextDue: row.next_due_at
      ? { at: row.next_due_at.toISOString(), kind: row.next_due_kind, state: dueState(row, now) }
      : null,
    mergedIntoId: row.merged_into,
  };
}

function dueState(row: StoredCase, now: Date): 'on_time' | 'soon' | 'late' {
  if (row.next_due_at && row.next_due_at < now) return 'late';
  return row.next_warn_at && row.next_warn_at <= now ? 'soon' : 'on_time';
}
