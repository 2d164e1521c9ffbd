// Reads draws for members and for everybody.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Statements, Tx } from '../../../../platform/database/database.ts';
import { faultsOfRules } from '../core/check-rules.ts';
import type { DrawRowView, DrawView } from '../core/draw.contract.ts';
import { winnersWanted } from '../core/outcome.ts';
import { type DrawRow, drawColumns } from './draw.store.ts';

export type { DrawRow } from './draw.store.ts';

export const publicPathOf = (id: string) => `/live/draws/${id}`;

export async function findDraw(tx: Tx, id: string): Promise<DrawRow | undefined> {
  return tx.maybe<DrawRow>(
    sql`SELECT ${drawColumns} FROM live_draws WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
}

/** A draw by its public address: the visitor knows no workspace. Drafts are nobody's business. */
export async function findPublicDraw(machine: Statements, id: string): Promise<DrawRow | undefined> {
  if (!/^draw_[0-9a-z]{26}$/.test(id)) return undefined;
  return machine.maybe<DrawRow>(
    sql`SELECT ${drawColumns} FROM live_draws /* of any workspace */ WHERE id = ${id} AND rules IS NOT NULL`,
  );
}

/** Draws that were opened in a show, oldest first. */
export async function drawsOfShow(tx: Tx, sessionId: string): Promise<DrawRow[]> {
  return tx.rows<DrawRow>(sql`
    SELECT ${drawColumns} FROM live_draws
    WHERE workspace_id = ${tx.workspaceId} AND session_id = ${sessionId} AND rules IS NOT NULL ORDER BY id`);
}

export async function listDraws(
  tx: Tx,
  query: { cursor?: string | undefined; limit: number; roomId?: string | undefined; state?: string | undefined },
): Promise<Page<DrawRowView>> {
  const after = decodeCursor(query.cursor, 1)?.[0];
  const rows = await tx.rows<DrawRow>(sql`
    SELECT ${drawColumns} FROM live_draws
    WHERE workspace_id = ${tx.workspaceId} ${query.roomId ? sql`AND room_id = ${query.roomId}` : empty}
      ${query.state ? sql`AND state = ${query.state}` : empty} ${after ? sql`AND id < ${after}` : empty}
    ORDER BY id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  return { ...page, items: page.items.map(rowView) };
}

/** How many draws were void or drawn, ever. */
export async function drawCounts(tx: Tx): Promise<{ voided: number; drawn: number }> {
  return tx.one(sql`
    SELECT count(*) FILTER (WHERE state = 'void') AS voided, count(*) FILTER (WHERE state = 'final') AS drawn
    FROM live_draws WHERE workspace_id = ${tx.workspaceId}`);
}

/** The key a shop's draws are signed with; null before the first. */
export async function readPublicKey(tx: Tx): Promise<string | null> {
  const row = await tx.maybe<{ key: string }>(
    sql`SELECT public_key AS key FROM live_draw_keys WHERE workspace_id = ${tx.workspaceId}`,
  );
  return row?.key ?? null;
}

/** What everybody may see of a shop's draws, newest first. */
export async function publicDraws(tx: Tx, limit: number): Promise<DrawRow[]> {
  return tx.rows<DrawRow>(sql`
    SELECT ${drawColumns} FROM live_draws WHERE workspace_id = ${tx.workspaceId} AND rules IS NOT NULL ORDER BY id DESC LIMIT ${limit}`);
}

function rowView(row: DrawRow): DrawRowView {
  return {
    id: row.id,
    roomId: row.roomId,
    title: row.title,
    state: row.state,
    entries: row.records?.closed?.count ?? null,
    prizes: winnersWanted(row.rules ?? row.draft),
    winners: row.records?.outcome?.winners.length ?? 0,
    closesAt: row.closesAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    chance: row.rules?.chance.kind ?? null,
    revealBy: row.state === 'closed' ? (row.revealBy?.toISOString() ?? null) : null,
    waitsForSeed: row.state === 'closed' && row.rules?.chance.kind === 'host',
    endReason: row.records?.ended?.reason ?? null,
  };
}

/** What a member sees. */
export function drawViewOf(row: DrawRow): DrawView {
  const { rules, records } = row;
  return {
    ...rowView(row),
    draft: row.draft,
    faults: row.state === 'draft' ? faultsOfRules(row.draft) : [],
    rules,
    rulesHash: records?.opened.rulesHash ?? null,
    commitment: records?.opened.commitment ?? null,
    root: records?.closed?.root ?? null,
    winnersList: (records?.outcome?.winners ?? []).map(({ receipt: _receipt, pid: _pid, ...winner }) => winner),
    claims: records?.outcome?.claims ?? [],
    publicPath: rules ? publicPathOf(row.id) : null,
  };
}
