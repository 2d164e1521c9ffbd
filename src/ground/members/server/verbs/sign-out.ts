// Ends the session a member came with.
import { ok, type Result } from '../../../../kit/result.ts';
import { hashToken } from '../../../../platform/secrets/seal.ts';
import type { Env } from '../../../env.ts';
import { endSession } from '../member.store.ts';

/** @param token the cookie's token; a caller with a key has no session to end */
export async function signOut(env: Env, token: string | undefined): Promise<Result<null>> {
  if (token) await env.db.write((tx) => endSession(tx, hashToken(token)));
  return ok(null);
}
