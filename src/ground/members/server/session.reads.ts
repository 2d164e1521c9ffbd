// Reads who somebody is for the console, and what a one-time link is for.
import sql from 'sql-template-tag';
import type { z } from 'zod';
import { ok, type Result, refuse } from '../../../kit/result.ts';
import type { Database, WorkspaceDb } from '../../../platform/database/database.ts';
import type { Actor } from '../core/actor.contract.ts';
import type { readInvitationRoute, sessionView } from '../core/member.contract.ts';
import { permissionsOf, type Role } from '../core/permission.contract.ts';
import { findInvitation } from './verbs/use-invitation.ts';
import { readWorkspace } from './workspace.reads.ts';

/** @param who a member's id, or an actor (an API key reads as a member without an address) */
export async function readSessionView(
  db: WorkspaceDb,
  who: string | Actor,
  mail: 'sent' | 'kept',
): Promise<z.input<typeof sessionView>> {
  return db.read(async (tx) => {
    const workspace = await readWorkspace(tx);
    const memberId = typeof who === 'string' ? who : who.id;
    const row = await tx.maybe<{ id: string; name: string; email: string; role: Role; locale: 'zh-CN' | 'en' }>(
      sql`SELECT id, name, email, role, locale FROM members WHERE workspace_id = ${tx.workspaceId} AND id = ${memberId}`,
    );
    if (row) return { member: row, workspace, permissions: permissionsOf(row.role), mail };
    const actor = who as Extract<Actor, { kind: 'key' }>;
    const member = { id: actor.id, name: actor.name, email: null, role: actor.role, locale: workspace.locale };
    return { member, workspace, permissions: [...actor.permissions], mail };
  });
}

/** What the set-up page shows before a link is used. */
export async function readInvitationView(
  database: Database,
  token: string,
  now: Date,
): Promise<Result<z.input<(typeof readInvitationRoute)['ok']>, 'not_found' | 'expired'>> {
  const link = await findInvitation(database, token);
  if (!link) return refuse('not_found');
  if (link.used_at || link.expires_at <= now) return refuse('expired');
  return database.workspace(link.workspace_id).read(async (tx) => {
    const workspace = await readWorkspace(tx);
    const member = link.member_id
      ? await tx.maybe<{ email: string; name: string }>(
          sql`SELECT email, name FROM members WHERE workspace_id = ${tx.workspaceId} AND id = ${link.member_id}`,
        )
      : undefined;
    return ok({
      kind: link.kind,
      workspaceName: workspace.name,
      email: member?.email ?? null,
      name: member?.name ?? null,
    });
  });
}
