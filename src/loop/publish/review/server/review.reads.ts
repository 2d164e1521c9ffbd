// Reads packs with what was decided in them and what was brought over from earlier meetings.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { timeZoneOf } from '../../../understand/overview/server/door.ts';
import type { DecisionView, PackFacts, PackListed, PackView } from '../core/review.contract.ts';

interface HeadRow extends Omit<PackListed, 'madeAt' | 'heldAt'> {
  madeAt: Date;
  heldAt: Date | null;
}

const head = sql`p.id, p.week_from AS "weekFrom", p.week_to AS "weekTo", p.state, p.made_by AS "madeBy", p.made_at AS "madeAt",
  p.held_at AS "heldAt", cardinality(p.attendance) AS attended,
  (SELECT count(*)::int FROM review_decisions d WHERE d.workspace_id = p.workspace_id AND d.pack_id = p.id) AS decisions,
  (SELECT count(*)::int FROM review_decisions d WHERE d.workspace_id = p.workspace_id AND d.pack_id = p.id AND d.state = 'open') AS "openDecisions"`;

function headOf(row: HeadRow): PackListed {
  return { ...row, madeAt: row.madeAt.toISOString(), heldAt: row.heldAt?.toISOString() ?? null };
}

export async function listPacks(
  tx: Tx,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<PackListed>> {
  const before = decodeCursor(asked.cursor, 1);
  const rows = await tx.rows<HeadRow>(sql`
    SELECT ${head} FROM review_packs p
    WHERE p.workspace_id = ${tx.workspaceId} ${before ? sql`AND p.week_from < ${String(before[0])}::date` : empty}
    ORDER BY p.week_from DESC LIMIT ${asked.limit + 1}`);
  const page = cutPage(rows, asked.limit, (row) => [row.weekFrom]);
  return { ...page, items: page.items.map(headOf) };
}

export async function readPack(tx: Tx, id: string, now: Date): Promise<PackView | undefined> {
  const row = await tx.maybe<HeadRow & { facts: PackFacts; memberIds: string[]; notes: string }>(sql`
    SELECT ${head}, p.facts, p.attendance AS "memberIds", p.notes FROM review_packs p
    WHERE p.workspace_id = ${tx.workspaceId} AND p.id = ${id}`);
  if (!row) return undefined;
  const { facts, memberIds, notes, ...rest } = row;
  const timeZone = await timeZoneOf(tx);
  const decided = await readDecisions(tx, sql`d.pack_id = ${id}`, timeZone, now);
  // Those settled before this meeting's predecessor were told of there already.
  const carried = await readDecisions(
    tx,
    sql`d.week_from < ${row.weekFrom}::date AND (d.settled_at IS NULL OR d.settled_at > coalesce(
      (SELECT max(o.held_at) FROM review_packs o WHERE o.workspace_id = ${tx.workspaceId} AND o.week_from < ${row.weekFrom}::date),
      ${row.weekFrom}::date))`,
    timeZone,
    now,
  );
  const attendance = await tx.rows<{ memberId: string; name: string }>(sql`
    SELECT id AS "memberId", name FROM members_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${memberIds}::text[]) ORDER BY name, id`);
  return { ...headOf(rest), timeZone, facts, attendance, notes, decided, carried };
}

interface DecisionRow extends Omit<DecisionView, 'link' | 'createdAt' | 'settledAt'> {
  linkKind: 'problem' | 'case' | null;
  linkId: string | null;
  createdAt: Date;
  settledAt: Date | null;
}

export async function readDecisions(tx: Tx, which: Sql, timeZone: string, now: Date): Promise<DecisionView[]> {
  const rows = await tx.rows<DecisionRow>(sql`
    SELECT d.id, d.text, d.owner_id AS "ownerId", m.name AS owner, d.due_on AS "dueOn", d.state, d.note, d.pack_id AS "packId",
      d.week_from AS "weekFrom", d.state = 'open' AND coalesce(d.due_on < (${now}::timestamptz AT TIME ZONE ${timeZone})::date, false) AS late,
      d.link_kind AS "linkKind", d.link_id AS "linkId", d.created_at AS "createdAt", d.settled_at AS "settledAt"
    FROM review_decisions d LEFT JOIN members_facts m ON m.workspace_id = d.workspace_id AND m.id = d.owner_id
    WHERE d.workspace_id = ${tx.workspaceId} AND ${which}
    ORDER BY d.state <> 'open', d.due_on NULLS LAST, d.id LIMIT 200`);
  return rows.map(({ linkKind, linkId, createdAt, settledAt, ...row }) => ({
    ...row,
    link: linkKind && linkId ? { kind: linkKind, id: linkId } : null,
    createdAt: createdAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }));
}

/** Which of these are members who may be named. */
export async function areMembers(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  const { known } = await tx.one<{ known: number }>(sql`
    SELECT count(*)::int AS known FROM members_facts WHERE workspace_id = ${tx.workspaceId} AND state <> 'disabled' AND id = ANY(${wanted}::text[])`);
  return known === wanted.length;
}

/** Is there such a problem or case? */
export async function isThere(tx: Tx, kind: 'problem' | 'case', id: string): Promise<boolean> {
  const found = await tx.maybe(
    kind === 'problem'
      ? sql`SELECT 1 AS one FROM problems_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`
      : sql`SELECT 1 AS one FROM cases_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
  return found !== undefined;
}
