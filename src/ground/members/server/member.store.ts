// Writes members, sessions, one-time links and API keys.
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database/database.ts';
import type { Role } from '../core/permission.contract.ts';

export interface MemberRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  locale: 'zh-CN' | 'en';
  state: 'invited' | 'active' | 'disabled';
  available: boolean;
  last_seen_at: Date | null;
  created_at: Date;
  password_hash: string | null;
}

const COLUMNS = sql`id, email, name, role, locale, state, available, last_seen_at, created_at, password_hash`;

export function lockMember(tx: Tx, memberId: string): Promise<MemberRow | undefined> {
  return tx.maybe<MemberRow>(
    sql`SELECT ${COLUMNS} FROM members WHERE workspace_id = ${tx.workspaceId} AND id = ${memberId} FOR UPDATE`,
  );
}

export function findMemberByEmail(tx: Tx, email: string): Promise<MemberRow | undefined> {
  return tx.maybe<MemberRow>(
    sql`SELECT ${COLUMNS} FROM members WHERE workspace_id = ${tx.workspaceId} AND email = ${email}`,
  );
}

/** Owners who can still sign in, locked, so that two changes at once cannot remove the last one. */
export async function lockActiveOwners(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM members WHERE workspace_id = ${tx.workspaceId} AND role = 'owner' AND state = 'active' ORDER BY id FOR UPDATE`);
  return rows.map((row) => row.id);
}

export async function saveMember(tx: Tx, member: Omit<MemberRow, 'last_seen_at'>): Promise<void> {
  await tx.run(sql`
    INSERT INTO members (id, workspace_id, email, name, role, locale, state, available, created_at, password_hash)
    VALUES (${member.id}, ${tx.workspaceId}, ${member.email}, ${member.name}, ${member.role}, ${member.locale},
      ${member.state}, ${member.available}, ${member.created_at}, ${member.password_hash})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, locale = excluded.locale, state = excluded.state,
      available = excluded.available, password_hash = excluded.password_hash`);
}

export async function saveSession(
  tx: Tx,
  session: { tokenHash: string; memberId: string; now: Date; expiresAt: Date; agent: string | null },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO sessions (token_hash, workspace_id, member_id, created_at, expires_at, last_seen_at, agent)
    VALUES (${session.tokenHash}, ${tx.workspaceId}, ${session.memberId}, ${session.now}, ${session.expiresAt}, ${session.now}, ${session.agent})`);
  await tx.run(
    sql`UPDATE members SET last_seen_at = ${session.now} WHERE workspace_id = ${tx.workspaceId} AND id = ${session.memberId}`,
  );
}

/** Ends sessions of a member, all or all but one. */
export async function endSessions(tx: Tx, memberId: string, exceptHash: string | null = null): Promise<void> {
  await tx.run(sql`
    DELETE FROM sessions WHERE workspace_id = ${tx.workspaceId} AND member_id = ${memberId}
      AND (${exceptHash}::text IS NULL OR token_hash <> ${exceptHash})`);
}

export async function endSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.run(sql`DELETE FROM sessions WHERE workspace_id = ${tx.workspaceId} AND token_hash = ${tokenHash}`);
}

export interface InvitationRow {
  token_hash: string;
  workspace_id: string;
  member_id: string | null;
  kind: 'first_owner' | 'invitation' | 'reset';
  expires_at: Date;
  used_at: Date | null;
}

export async function saveInvitation(
  tx: Tx,
  link: { tokenHash: string; memberId: string | null; kind: InvitationRow['kind']; now: Date; expiresAt: Date },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO invitations (token_hash, workspace_id, member_id, kind, created_at, expires_at)
    VALUES (${link.tokenHash}, ${tx.workspaceId}, ${link.memberId}, ${link.kind}, ${link.now}, ${link.expiresAt})`);
}

export function lockInvitation(tx: Tx, tokenHash: string): Promise<InvitationRow | undefined> {
  return tx.maybe<InvitationRow>(sql`
    SELECT token_hash, workspace_id, member_id, kind, expires_at, used_at FROM invitations
    WHERE workspace_id = ${tx.workspaceId} AND token_hash = ${tokenHash} FOR UPDATE`);
}

/** Uses a link up, together with every other link of the same kind for the same member. */
export async function spendInvitation(tx: Tx, link: InvitationRow, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE invitations SET used_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND used_at IS NULL AND kind = ${link.kind} AND member_id IS NOT DISTINCT FROM ${link.member_id}`);
}

export interface KeyRow {
  id: string;
  name: string;
  hint: string;
  role: Role;
  scopes: string[];
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export async function saveKey(tx: Tx, key: KeyRow & { secretHash: string; createdBy: string }): Promise<void> {
  await tx.run(sql`
    INSERT INTO api_keys (id, workspace_id, name, hint, secret_hash, role, scopes, created_by, created_at, expires_at)
    VALUES (${key.id}, ${tx.workspaceId}, ${key.name}, ${key.hint}, ${key.secretHash}, ${key.role}, ${key.scopes}::text[],
      ${key.createdBy}, ${key.created_at}, ${key.expires_at})`);
}

export function lockKey(tx: Tx, keyId: string): Promise<KeyRow | undefined> {
  return tx.maybe<KeyRow>(sql`
    SELECT id, name, hint, role, scopes, created_at, expires_at, last_used_at, revoked_at FROM api_keys
    WHERE workspace_id = ${tx.workspaceId} AND id = ${keyId} FOR UPDATE`);
}

export async function markKeyRevoked(tx: Tx, keyId: string, now: Date): Promise<void> {
  await tx.run(sql`UPDATE api_keys SET revoked_at = ${now} WHERE workspace_id = ${tx.workspaceId} AND id = ${keyId}`);
}
