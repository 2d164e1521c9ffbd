// Writes and reads secret addresses; one is found by the hash of its secret before its workspace is known.
import sql from 'sql-template-tag';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { hashToken } from '../../../../platform/secrets/seal.ts';
import type { FoundLink, LinkKind, LiveLinkView } from '../core/link.contract.ts';

export interface LinkRow {
  id: string;
  roomId: string;
  kind: LinkKind;
  name: string;
  createdAt: Date;
  revokedAt: Date | null;
}

const COLUMNS = sql`id, room_id AS "roomId", kind, name, created_at AS "createdAt", revoked_at AS "revokedAt"`;

export function linkViewOf(row: LinkRow): LiveLinkView {
  return { ...row, createdAt: row.createdAt.toISOString(), revokedAt: row.revokedAt?.toISOString() ?? null };
}

/** The running link of this kind behind a secret; undefined for a wrong, revoked or other kind of one. */
export async function findLink(database: Database, kind: LinkKind, token: string): Promise<FoundLink | undefined> {
  if (!/^hyl_[\w-]{43}$/.test(token)) return undefined;
  return database.machine.maybe<FoundLink>(sql`
    SELECT id, workspace_id AS "workspaceId", room_id AS "roomId", kind FROM live_links
    WHERE token_hash = ${hashToken(token)} AND kind = ${kind} AND revoked_at IS NULL`);
}

export function listLinks(tx: Tx, roomId: string): Promise<LinkRow[]> {
  return tx.rows<LinkRow>(sql`
    SELECT ${COLUMNS} FROM live_links WHERE workspace_id = ${tx.workspaceId} AND room_id = ${roomId} ORDER BY id DESC LIMIT 200`);
}

export async function countLinks(tx: Tx, roomId: string): Promise<number> {
  const row = await tx.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM live_links
    WHERE workspace_id = ${tx.workspaceId} AND room_id = ${roomId} AND revoked_at IS NULL`);
  return row.n;
}

export function lockLink(tx: Tx, id: string): Promise<LinkRow | undefined> {
  return tx.maybe<LinkRow>(
    sql`SELECT ${COLUMNS} FROM live_links WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
  );
}

export async function saveLink(tx: Tx, link: LinkRow, tokenHash: string): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_links (id, workspace_id, room_id, kind, name, token_hash, created_at)
    VALUES (${link.id}, ${tx.workspaceId}, ${link.roomId}, ${link.kind}, ${link.name}, ${tokenHash}, ${link.createdAt})`);
}

export async function closeLink(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.run(
    sql`UPDATE live_links SET revoked_at = ${at} WHERE workspace_id = ${tx.workspaceId} AND id = ${id} AND revoked_at IS NULL`,
  );
}
