// Changes a member's role or state; the last owner stays.
import type { z } from 'zod';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../core/actor.contract.ts';
import { memberChanged, type memberView } from '../../core/member.contract.ts';
import type { Role } from '../../core/permission.contract.ts';
import { memberViewOf } from '../member.reads.ts';
import { endSessions, lockActiveOwners, lockMember, type MemberRow, saveMember } from '../member.store.ts';
import { isAbove } from './invite-member.ts';

export interface MemberChange {
  memberId: string;
  role?: Role | undefined;
  state?: 'active' | 'disabled' | undefined;
  name?: string | undefined;
}

/** @returns the member as he is now */
export async function changeMember(
  env: Env,
  input: MemberChange,
): Promise<Result<z.output<typeof memberView>, 'forbidden' | 'not_found' | 'last_owner' | 'role_above_own'>> {
  // permit
  if (!may(env.actor, 'member.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const owners = await lockActiveOwners(tx);
    const member = await lockMember(tx, input.memberId);
    // decide
    if (!member) return refuse('not_found');
    const next: MemberRow = {
      ...member,
      name: input.name ?? member.name,
      role: input.role ?? member.role,
      state: input.state === 'active' && member.password_hash === null ? 'invited' : (input.state ?? member.state),
    };
    if (isAbove(env, member.role) || isAbove(env, next.role)) return refuse('role_above_own');
    const leaves = next.role !== 'owner' || next.state !== 'active';
    if (leaves && owners.includes(member.id) && owners.length === 1) return refuse('last_owner');
    // save
    await saveMember(tx, next);
    if (next.state === 'disabled' || next.role !== member.role) await endSessions(tx, member.id);
    // tell
    const pick = (row: MemberRow) => ({ role: row.role, state: row.state, name: row.name });
    await tell(tx, env, memberChanged, { subject: member.id, data: { from: pick(member), to: pick(next) } });
    return ok(memberViewOf(next));
  });
}
