// Uses a one-time link: makes the first owner, lets an invited member in, or sets a new password.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { hashToken, newToken } from '../../../../platform/secrets/seal.ts';
import { systemEnv, tell } from '../../../env.ts';
import { memberJoined } from '../../core/member.contract.ts';
import {
  endSessions,
  findMemberByEmail,
  type InvitationRow,
  lockInvitation,
  lockMember,
  type MemberRow,
  saveMember,
  saveSession,
  spendInvitation,
} from '../member.store.ts';
import { hashPassword } from '../password.ts';
import { SESSION_MS } from './sign-in.ts';

export interface UseInvitation {
  token: string;
  password: string;
  name?: string | undefined;
  email?: string | undefined;
  locale: 'zh-CN' | 'en';
  workspaceName?: string | undefined;
  agent: string | null;
}

type Refusal = 'not_found' | 'expired' | 'missing_email' | 'email_taken';

/** Finds which workspace a link belongs to; the link itself is the permission. */
export async function findInvitation(database: Database, token: string): Promise<InvitationRow | undefined> {
  return database.machine.maybe<InvitationRow>(sql`
    SELECT token_hash, workspace_id, member_id, kind, expires_at, used_at FROM invitations WHERE token_hash = ${hashToken(token)}`);
}

/** @returns a session's token; the member is signed in at once */
export async function useInvitation(
  database: Database,
  now: Date,
  input: UseInvitation,
): Promise<Result<{ token: string; workspaceId: string; memberId: string }, Refusal>> {
  const found = await findInvitation(database, input.token);
  if (!found) return refuse('not_found');
  const passwordHash = await hashPassword(input.password);
  const db = database.workspace(found.workspace_id);
  return db.write(async (tx) => {
    // load
    const link = await lockInvitation(tx, found.token_hash);
    const member = link?.member_id ? await lockMember(tx, link.member_id) : undefined;
    // decide
    if (!link) return refuse('not_found');
    if (link.used_at || link.expires_at <= now || member?.state === 'disabled') return refuse('expired');
    let row: MemberRow;
    if (link.kind === 'first_owner') {
      if (!input.email) return refuse('missing_email');
      if (await findMemberByEmail(tx, input.email)) return refuse('email_taken');
      row = newOwner(input.email, input.name ?? input.email, input.locale, now);
    } else {
      if (!member) return refuse('not_found');
      row = { ...member, state: 'active', name: input.name ?? member.name };
    }
    const { token, hash } = newToken();
    // save
    await saveMember(tx, { ...row, password_hash: passwordHash });
    await endSessions(tx, row.id);
    await spendInvitation(tx, link, now);
    if (link.kind === 'first_owner') {
      await tx.run(sql`
        UPDATE workspaces SET name = coalesce(${input.workspaceName ?? null}, name), locale = ${input.locale} WHERE id = ${tx.workspaceId}`);
    }
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    await saveSession(tx, { tokenHash: hash, memberId: row.id, now, expiresAt, agent: input.agent });
    // tell
    await tell(tx, systemEnv(db, now, row.name), memberJoined, { subject: row.id, data: { kind: link.kind } });
    return ok({ token, workspaceId: tx.workspaceId, memberId: row.id });
  });
}

function newOwner(email: string, name: string, locale: 'zh-CN' | 'en', now: Date): MemberRow {
  return {
    id: newId('mem'),
    email,
    name,
    role: 'owner',
    locale,
    state: 'active',
    available: true,
    last_seen_at: null,
    created_at: now,
    password_hash: null,
  };
}
