// Reads secret addresses; one is found by the hash of its secret before its workspace is known.
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

export const linkColumns = sql`id, room_id AS "roomId", kind, name, created_at AS "createdAt", revoked_at AS "revokedAt"`;

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
    SELECT ${linkColumns} FROM live_links WHERE workspace_id = ${tx.workspaceId} AND room_id = ${roomId} ORDER BY id DESC LIMIT 200`);
}
