// Invites a colleague with a one-time link that lives for seven days.
import type { z } from 'zod';
import { newId } from '../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import { queueMail } from '../../../../platform/mail/mail.store.ts';
import { newToken, type Sealer } from '../../../../platform/secrets/seal.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../core/actor.contract.ts';
import { memberInvited, type memberView } from '../../core/member.contract.ts';
import type { Role } from '../../core/permission.contract.ts';
import { exceeds, outranks } from '../../core/rank.ts';
import { memberViewOf } from '../member.reads.ts';
import { findMemberByEmail, type MemberRow, saveInvitation, saveMember } from '../member.store.ts';

export const INVITATION_MS = 7 * 24 * 3_600_000;

/** The role an actor may hand out at most; the product itself stands for the owner. */
export function roleOf(env: Env): Role {
  return env.actor.kind === 'member' || env.actor.kind === 'key' ? env.actor.role : 'owner';
}

/** Whether a role may be given, or the member who holds it be changed, by this actor. */
export function isAbove(env: Env, role: Role): boolean {
  return outranks(role, roleOf(env)) || exceeds(env.actor.permissions, role);
}

/** @returns the member and the link's token, which is not kept anywhere in clear */
export async function inviteMember(
  env: Env,
  deps: { sealer: Sealer; keepMail: boolean; origin: string },
  input: { email: string; name: string; role: Role; locale: 'zh-CN' | 'en' },
): Promise<
  Result<{ member: z.output<typeof memberView>; link: string }, 'forbidden' | 'email_taken' | 'role_above_own'>
> {
  // permit
  if (!may(env.actor, 'member.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const taken = await findMemberByEmail(tx, input.email);
    // decide
    if (taken) return refuse('email_taken', [{ path: 'email', code: 'email_taken' }]);
    if (isAbove(env, input.role)) return refuse('role_above_own', [{ path: 'role', code: 'role_above_own' }]);
    const member: MemberRow = {
      id: newId('mem'),
      email: input.email,
      name: input.name,
      role: input.role,
      locale: input.locale,
      state: 'invited',
      available: true,
      last_seen_at: null,
      created_at: env.now,
      password_hash: null,
    };
    const { token, hash } = newToken();
    const link = `${deps.origin}/setup/${token}`;
    // save
    await saveMember(tx, member);
    const expiresAt = new Date(env.now.getTime() + INVITATION_MS);
    await saveInvitation(tx, { tokenHash: hash, memberId: member.id, kind: 'invitation', now: env.now, expiresAt });
    const t = translator(input.locale);
    const letter = {
      to: input.email,
      subject: t('members:mail.subject', { by: env.actor.name }),
      text: t('members:mail.text', { name: input.name, by: env.actor.name, link }),
    };
    await queueMail(
      tx,
      deps.sealer,
      { ...letter, dedupeKey: `invitation:${member.id}`, subjectId: member.id },
      env.now,
      deps.keepMail,
    );
    // tell
    await tell(tx, env, memberInvited, { subject: member.id, data: { email: input.email, role: input.role } });
    return ok({ member: memberViewOf(member), link });
  });
}
