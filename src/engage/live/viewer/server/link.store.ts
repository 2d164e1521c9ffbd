// Writes secret addresses.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { type LinkRow, linkColumns } from './link.reads.ts';

export async function countLinks(tx: Tx, roomId: string): Promise<number> {
  const row = await tx.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM live_links
    WHERE workspace_id = ${tx.workspaceId} AND room_id = ${roomId} AND revoked_at IS NULL`);
  return row.n;
}

export function lockLink(tx: Tx, id: string): Promise<LinkRow | undefined> {
  return tx.maybe<LinkRow>(
    sql`SELECT ${linkColumns} FROM live_links WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
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
