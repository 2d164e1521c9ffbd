// Reads members and keys for screens; secrets and password hashes never leave this folder.
import sql from 'sql-template-tag';
import type { z } from 'zod';
import { cutPage, decodeCursor, type Page } from '../../../kit/cursor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { keyView, memberView } from '../core/member.contract.ts';
import type { KeyRow, MemberRow } from './member.store.ts';

type MemberView = z.output<typeof memberView>;
type KeyView = z.output<typeof keyView>;

export function memberViewOf(row: Omit<MemberRow, 'password_hash'>): MemberView {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    state: row.state,
    available: row.available,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}

export function keyViewOf(row: KeyRow): KeyView {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    role: row.role,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

export async function listMembers(
  tx: Tx,
  input: { cursor?: string | undefined; limit: number },
): Promise<Page<MemberView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<MemberRow>(sql`
    SELECT id, email, name, role, locale, state, available, last_seen_at, created_at FROM members
    WHERE workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR id > ${after?.[0] ?? ''})
    ORDER BY id LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { items: page.items.map(memberViewOf), nextCursor: page.nextCursor };
}

export async function listKeys(tx: Tx, input: { cursor?: string | undefined; limit: number }): Promise<Page<KeyView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<KeyRow>(sql`
    SELECT id, name, hint, role, scopes, created_at, expires_at, last_used_at, revoked_at FROM api_keys
    WHERE workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { items: page.items.map(keyViewOf), nextCursor: page.nextCursor };
}
