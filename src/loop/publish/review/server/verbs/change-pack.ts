// Notes who is in the meeting and what is said, while it goes on and after.
import type { Env } from '../../../../../ground/env.ts';
import { tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { reviewChanged } from '../../core/review.contract.ts';
import { areMembers } from '../review.reads.ts';
import { lockPack, savePack } from '../review.store.ts';

export async function changePack(
  env: Env,
  input: { id: string; attendance?: string[] | undefined; notes?: string | undefined },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'unknown_member'>> {
  // permit
  if (!may(env.actor, 'review.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const pack = await lockPack(tx, input.id);
    if (!pack) return refuse('not_found');
    // decide
    const attendance = input.attendance && [...new Set(input.attendance)];
    if (attendance && !(await areMembers(tx, attendance))) return refuse('unknown_member');
    // save
    await savePack(tx, pack.id, { attendance, notes: input.notes });
    // tell
    await tell(tx, env, reviewChanged, { subject: pack.id, data: { packId: pack.id } });
    return ok({ id: pack.id });
  });
}
