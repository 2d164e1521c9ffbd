// Starts a session for a member who knows his password.
import sql from 'sql-template-tag';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { newToken } from '../../../../platform/secrets/seal.ts';
import { type Env, systemEnv, tell } from '../../../env.ts';
import { memberSignedIn } from '../../core/member.contract.ts';
import { permissionsOf, type Role } from '../../core/permission.contract.ts';
import { saveSession } from '../member.store.ts';
import { checkPassword } from '../password.ts';

/** A session lasts this long from its start. */
export const SESSION_MS = 14 * 24 * 3_600_000;

interface Candidate {
  id: string;
  workspace_id: string;
  name: string;
  role: Role;
  password_hash: string | null;
}

/** @returns the cookie's token; wrong name and wrong password look and cost the same */
export async function signIn(
  database: Database,
  now: Date,
  input: { email: string; password: string; workspace?: string | undefined; agent: string | null },
): Promise<Result<{ token: string; workspaceId: string; memberId: string }, 'wrong_credentials'>> {
  // load
  const candidates = await database.machine.rows<Candidate>(sql`
    SELECT m.id, m.workspace_id, m.name, m.role, m.password_hash FROM members m JOIN workspaces w ON w.id = m.workspace_id
    WHERE m.email = ${input.email.trim().toLowerCase()} AND m.state = 'active'
      AND (${input.workspace ?? null}::text IS NULL OR w.slug = ${input.workspace ?? ''})
    ORDER BY w.created_at LIMIT 5`);
  // decide
  let member: Candidate | undefined;
  for (const candidate of candidates) {
    if (await checkPassword(candidate.password_hash, input.password)) {
      member = candidate;
      break;
    }
  }
  if (candidates.length === 0) await checkPassword(null, input.password);
  if (!member) return refuse('wrong_credentials');
  const { id, workspace_id, name, role } = member;
  const db = database.workspace(workspace_id);
  const env: Env = {
    ...systemEnv(db, now, name),
    actor: { kind: 'member', id: id as `mem_${string}`, name, role, permissions: permissionsOf(role) },
  };
  const { token, hash } = newToken();
  await db.write(async (tx) => {
    // save
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    await saveSession(tx, { tokenHash: hash, memberId: id, now, expiresAt, agent: input.agent });
    // tell
    await tell(tx, env, memberSignedIn, { subject: id, data: {} });
  });
  return ok({ token, workspaceId: workspace_id, memberId: id });
}
