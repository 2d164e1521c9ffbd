// Makes an API key; only its hash is kept.
import type { z } from 'zod';
import { newId } from '../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { newToken } from '../../../../platform/secrets/seal.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../core/actor.contract.ts';
import { keyCreated, type keyView } from '../../core/member.contract.ts';
import type { Role } from '../../core/permission.contract.ts';
import { exceeds, isScope, outranks } from '../../core/rank.ts';
import { KEY_PREFIX } from '../identify.ts';
import { keyViewOf } from '../member.reads.ts';
import { type KeyRow, saveKey } from '../member.store.ts';
import { roleOf } from './invite-member.ts';

/** @returns the key and its secret, `hyk_…`, which cannot be read again */
export async function createKey(
  env: Env,
  input: { name: string; role: Role; scopes: string[]; expiresAt?: Date | undefined },
): Promise<
  Result<{ key: z.output<typeof keyView>; secret: string }, 'forbidden' | 'role_above_own' | 'unknown_scope'>
> {
  // permit
  if (!may(env.actor, 'key.edit')) return refuse('forbidden');
  // decide
  if (outranks(input.role, roleOf(env))) return refuse('role_above_own', [{ path: 'role', code: 'role_above_own' }]);
  const unknown = input.scopes.findIndex((scope) => !isScope(scope));
  if (unknown >= 0) return refuse('unknown_scope', [{ path: `scopes.${unknown}`, code: 'unknown_scope' }]);
  if (exceeds(env.actor.permissions, input.role, input.scopes))
    return refuse('role_above_own', [{ path: 'scopes', code: 'role_above_own' }]);
  const { token, hash } = newToken(KEY_PREFIX);
  const key: KeyRow = {
    id: newId('key'),
    name: input.name,
    hint: `${token.slice(0, 8)}…${token.slice(-4)}`,
    role: input.role,
    scopes: input.scopes,
    created_at: env.now,
    expires_at: input.expiresAt ?? null,
    last_used_at: null,
    revoked_at: null,
  };
  return env.db.write(async (tx) => {
    // save
    await saveKey(tx, { ...key, secretHash: hash, createdBy: env.actor.name });
    // tell
    await tell(tx, env, keyCreated, { subject: key.id, data: { name: key.name, role: key.role } });
    return ok({ key: keyViewOf(key), secret: token });
  });
}
