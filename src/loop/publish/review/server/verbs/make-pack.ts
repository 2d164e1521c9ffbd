// Makes the pack of a week, or its draft anew; never tells anybody outside the shop.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { dayReader, timeZoneOf } from '../../../../understand/overview/server/door.ts';
import { reviewDrafted } from '../../core/review.contract.ts';
import { lastWeek, weekOf } from '../../core/review-week.ts';
import { gatherFacts } from '../pack-facts.reads.ts';
import { lockPackOfWeek, putPack } from '../review.store.ts';

/** @param input.day any day of the week wanted; the week that ended last when left out. @returns the pack's id */
export async function makePack(
  env: Env,
  input: { day?: string | undefined },
): Promise<Result<{ id: string }, 'forbidden' | 'invalid_period' | 'already_held'>> {
  // permit
  if (!may(env.actor, 'review.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const timeZone = await timeZoneOf(tx);
    const today = dayReader(timeZone)(env.now.getTime());
    const week = input.day ? weekOf(input.day) : lastWeek(today);
    const held = await lockPackOfWeek(tx, week.from);
    // decide
    if (week.from > today) return refuse('invalid_period');
    if (held?.state === 'held') return refuse('already_held');
    // save
    const facts = await gatherFacts(tx, week, timeZone, env.now);
    const by = env.actor.name;
    const id = await putPack(tx, { id: newId('pack'), weekFrom: week.from, weekTo: week.to, facts, by, now: env.now });
    if (!id) return refuse('already_held');
    // tell
    await tell(tx, env, reviewDrafted, { subject: id, data: { packId: id, weekFrom: week.from } });
    return ok({ id });
  });
}
