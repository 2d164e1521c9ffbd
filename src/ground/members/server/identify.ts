// Finds out who calls: a session cookie or an API key, by its hash, before any workspace is known.
import type { FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import type { Database } from '../../../platform/database/database.ts';
import { hashToken } from '../../../platform/secrets/seal.ts';
import { callerOf, type GroundCaller } from '../../serve.ts';
import { permissionsOf, type Role } from '../core/permission.contract.ts';

export const SESSION_COOKIE = 'huiyin_session';
/** Where a member's own session waits while he looks around in the demo shop. */
export const HOME_COOKIE = 'huiyin_home';
export const KEY_PREFIX = 'hyk_';

interface Found {
  workspaceId: string;
  caller: Pick<GroundCaller, 'name' | 'viaCookie' | 'actor' | 'locale'>;
  /** When the session or key ends by itself; null for one that does not. */
  endsAt: Date | null;
  until: number;
}

export interface Identifier {
  (request: FastifyRequest): Promise<GroundCaller | null>;
  /** Forgets what was remembered, after a sign-out, a revoked key or a changed role. */
  forget(): void;
}

/** Remembered for this long, so that a busy caller costs no look-up a request; another process notices a revocation this late. */
const REMEMBER_MS = 3000;

export function createIdentifier(database: Database, now: () => Date): Identifier {
  const remembered = new Map<string, Found>();

  async function bySession(tokenHash: string): Promise<Omit<Found, 'until'> | null> {
    const row = await database.machine.maybe<{
      workspace_id: string;
      id: string;
      name: string;
      role: Role;
      locale: string;
      expires_at: Date;
    }>(sql`
      SELECT s.workspace_id, s.expires_at, m.id, m.name, m.role, m.locale
      FROM sessions s JOIN members m ON m.id = s.member_id AND m.workspace_id = s.workspace_id
      WHERE s.token_hash = ${tokenHash} AND s.expires_at > ${now()} AND m.state = 'active'`);
    if (!row) return null;
    await database.machine.run(sql`
      UPDATE sessions SET last_seen_at = ${now()} WHERE token_hash = ${tokenHash} AND last_seen_at < ${now()}::timestamptz - interval '1 minute'`);
    const actor = {
      kind: 'member' as const,
      id: row.id as `mem_${string}`,
      name: row.name,
      role: row.role,
      permissions: permissionsOf(row.role),
    };
    return {
      workspaceId: row.workspace_id,
      endsAt: row.expires_at,
      caller: { name: `member:${row.id}`, viaCookie: true, actor, locale: row.locale },
    };
  }

  async function byKey(secretHash: string): Promise<Omit<Found, 'until'> | null> {
    const row = await database.machine.maybe<{
      workspace_id: string;
      id: string;
      name: string;
      role: Role;
      scopes: string[];
      expires_at: Date | null;
    }>(sql`
      SELECT workspace_id, expires_at, id, name, role, scopes FROM api_keys
      WHERE secret_hash = ${secretHash} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${now()})`);
    if (!row) return null;
    await database.machine.run(sql`
      UPDATE api_keys SET last_used_at = ${now()}
      WHERE id = ${row.id} AND (last_used_at IS NULL OR last_used_at < ${now()}::timestamptz - interval '1 minute')`);
    const actor = {
      kind: 'key' as const,
      id: row.id as `key_${string}`,
      name: row.name,
      role: row.role,
      permissions: permissionsOf(row.role, row.scopes),
    };
    const caller = { name: `key:${row.id}`, viaCookie: false, actor, locale: null };
    return { workspaceId: row.workspace_id, endsAt: row.expires_at, caller };
  }

  const identify = async (request: FastifyRequest): Promise<GroundCaller | null> => {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? request.cookies[SESSION_COOKIE];
    if (!token || token.length > 200) return null;
    const hash = hashToken(token);
    let found = remembered.get(hash);
    if (!found || found.until <= now().getTime()) {
      const fresh = bearer ? (bearer.startsWith(KEY_PREFIX) ? await byKey(hash) : null) : await bySession(hash);
      remembered.delete(hash);
      if (!fresh) return null;
      if (remembered.size > 5000) remembered.clear();
      const until = Math.min(now().getTime() + REMEMBER_MS, fresh.endsAt?.getTime() ?? Number.POSITIVE_INFINITY);
      found = { ...fresh, until };
      remembered.set(hash, found);
    }
    return callerOf({ ...found.caller, db: database.workspace(found.workspaceId) });
  };
  return Object.assign(identify, { forget: () => remembered.clear() });
}
