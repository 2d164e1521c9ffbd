// Lets a member change his own name, language, availability and password.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { type Env, tell } from '../../../env.ts';
import { memberChanged } from '../../core/member.contract.ts';
import { endSessions, lockMember, saveMember } from '../member.store.ts';
import { checkPassword, hashPassword } from '../password.ts';

export interface OwnChange {
  name?: string | undefined;
  locale?: 'zh-CN' | 'en' | undefined;
  available?: boolean | undefined;
  password?: { current: string; next: string } | undefined;
  /** Hash of the session that asks: it stays when a new password ends the others. */
  sessionHash: string | null;
}

export async function changeOwn(
  env: Env,
  input: OwnChange,
): Promise<Result<null, 'not_a_member' | 'wrong_credentials'>> {
  // permit
  if (env.actor.kind !== 'member') return refuse('not_a_member');
  const memberId = env.actor.id;
  const nextHash = input.password ? await hashPassword(input.password.next) : null;
  return env.db.write(async (tx) => {
    // load
    const member = await lockMember(tx, memberId);
    // decide
    if (!member) return refuse('not_a_member');
    if (input.password && !(await checkPassword(member.password_hash, input.password.current))) {
      return refuse('wrong_credentials', [{ path: 'password.current', code: 'wrong_password' }]);
    }
    // save
    await saveMember(tx, {
      ...member,
      name: input.name ?? member.name,
      locale: input.locale ?? member.locale,
      available: input.available ?? member.available,
      password_hash: nextHash ?? member.password_hash,
    });
    if (nextHash) await endSessions(tx, memberId, input.sessionHash);
    // tell
    const changed = Object.keys(input).filter(
      (key) => key !== 'sessionHash' && input[key as keyof OwnChange] !== undefined,
    );
    await tell(tx, env, memberChanged, { subject: memberId, data: { from: {}, to: { own: changed } } });
    return ok(null);
  });
}
