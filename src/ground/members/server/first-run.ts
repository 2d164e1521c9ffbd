// Makes the first workspace, and the one-time link of its owner as long as there is none.
import sql from 'sql-template-tag';
import { newId } from '../../../kit/ids.ts';
import type { Database } from '../../../platform/database/database.ts';
import { newToken } from '../../../platform/secrets/seal.ts';
import { saveInvitation } from './member.store.ts';

export const DEFAULT_WORKSPACE = 'default';
const FIRST_LINK_MS = 7 * 24 * 3_600_000;

/** @returns the id of the workspace with this slug, made when `create` and missing */
export async function ensureWorkspace(
  database: Database,
  slug: string,
  now: Date,
  create: boolean,
): Promise<string | null> {
  if (create) {
    await database.machine.run(sql`
      INSERT INTO workspaces (id, slug, name, created_at) VALUES (${newId('ws')}, ${slug}, ${slug === DEFAULT_WORKSPACE ? '我的店铺' : slug}, ${now})
      ON CONFLICT (slug) DO NOTHING`);
  }
  const row = await database.machine.maybe<{ id: string }>(sql`SELECT id FROM workspaces WHERE slug = ${slug}`);
  return row?.id ?? null;
}

/**
 * Makes a fresh one-time link while the workspace has no owner; every start gives a new one and ends the one before.
 * @returns the link's token, or null when there is an owner already
 */
export async function ownerLink(database: Database, workspaceId: string, now: Date): Promise<string | null> {
  return database.workspace(workspaceId).write(async (tx) => {
    const owner = await tx.maybe(
      sql`SELECT 1 FROM members WHERE workspace_id = ${tx.workspaceId} AND role = 'owner' AND state <> 'disabled' LIMIT 1`,
    );
    if (owner) return null;
    await tx.run(
      sql`UPDATE invitations SET used_at = ${now} WHERE workspace_id = ${tx.workspaceId} AND kind = 'first_owner' AND used_at IS NULL`,
    );
    const { token, hash } = newToken();
    await saveInvitation(tx, {
      tokenHash: hash,
      memberId: null,
      kind: 'first_owner',
      now,
      expiresAt: new Date(now.getTime() + FIRST_LINK_MS),
    });
    return token;
  });
}
