// Revokes an API key at once.
import type { z } from 'zod';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../core/actor.contract.ts';
import { keyRevoked, type keyView } from '../../core/member.contract.ts';
import { keyViewOf } from '../member.reads.ts';
import { lockKey, markKeyRevoked } from '../member.store.ts';

export async function revokeKey(
  env: Env,
  input: { keyId: string },
): Promise<Result<z.output<typeof keyView>, 'forbidden' | 'not_found' | 'already_revoked'>> {
  // permit
  if (!may(env.actor, 'key.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const key = await lockKey(tx, input.keyId);
    // decide
    if (!key) return refuse('not_found');
    if (key.revoked_at) return refuse('already_revoked');
    // save
    await markKeyRevoked(tx, key.id, env.now);
    // tell
    await tell(tx, env, keyRevoked, { subject: key.id, data: { name: key.name } });
    return ok(keyViewOf({ ...key, revoked_at: env.now }));
  });
}
