// Ends the session a member came with.
import sql from 'sql-template-tag';
import { ok, type Result } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { hashToken } from '../../../../platform/secrets/seal.ts';
import type { Env } from '../../../env.ts';
import { endSession } from '../member.store.ts';

/** @param token the cookie's token; a caller with a key has no session to end */
export async function signOut(env: Env, token: string | undefined): Promise<Result<null>> {
  if (token) await env.db.write((tx) => endSession(tx, hashToken(token)));
  return ok(null);
}

/** Ends the session that waits in the same browser while its member is in the demo shop: who signs out is out of both. The token is the permission. */
export async function endWaiting(database: Database, token: string): Promise<void> {
  await database.machine.run(
    sql`DELETE FROM sessions WHERE token_hash = ${hashToken(token)} AND workspace_id IS NOT NULL`,
  );
}
