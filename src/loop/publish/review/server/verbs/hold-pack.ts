// The meeting is over: the facts stay as they were read, the decisions go on to the next.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { reviewHeld } from '../../core/review.contract.ts';
import { countDecisions, holdPackRow, lockPack } from '../review.store.ts';

export async function holdPack(
  env: Env,
  id: string,
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'already_held' | 'nobody_attended'>> {
  // permit
  if (!may(env.actor, 'review.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const pack = await lockPack(tx, id);
    // decide
    if (!pack) return refuse('not_found');
    if (pack.state === 'held') return refuse('already_held');
    if (pack.attendance.length === 0) return refuse('nobody_attended');
    // save
    await holdPackRow(tx, id, env.actor.name, env.now);
    // tell
    const decisions = await countDecisions(tx, id);
    const data = { packId: id, weekFrom: pack.weekFrom, decisions, attended: pack.attendance.length };
    await tell(tx, env, reviewHeld, { subject: id, data });
    return ok({ id });
  });
}
