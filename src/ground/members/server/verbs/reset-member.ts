// Makes a one-time link with which a member sets a new password.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { newToken } from '../../../../platform/secrets/seal.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../core/actor.contract.ts';
import { memberChanged } from '../../core/member.contract.ts';
import { lockMember, saveInvitation } from '../member.store.ts';
import { isAbove } from './invite-member.ts';

const RESET_MS = 24 * 3_600_000;

/** @returns the link; it lives for a day */
export async function resetMember(
  env: Env,
  input: { memberId: string; origin: string },
): Promise<Result<{ link: string }, 'forbidden' | 'not_found' | 'role_above_own'>> {
  // permit
  if (!may(env.actor, 'member.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const member = await lockMember(tx, input.memberId);
    // decide
    if (!member || member.state === 'disabled') return refuse('not_found');
    if (isAbove(env, member.role)) return refuse('role_above_own');
    const { token, hash } = newToken();
    // save
    const expiresAt = new Date(env.now.getTime() + RESET_MS);
    await saveInvitation(tx, { tokenHash: hash, memberId: member.id, kind: 'reset', now: env.now, expiresAt });
    // tell
    await tell(tx, env, memberChanged, { subject: member.id, data: { from: {}, to: { reset: true } } });
    return ok({ link: `${input.origin}/setup/${token}` });
  });
}
