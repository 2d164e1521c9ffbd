// Changes how long the journals of shows are kept.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { liveRetentionChanged } from '../../core/room-events.contract.ts';
import { readKeepDays } from '../settings.reads.ts';
import { saveKeepDays } from '../settings.store.ts';

export async function saveRetention(
  env: Env,
  input: { keepDays: number },
): Promise<Result<{ keepDays: number }, 'forbidden'>> {
  // permit
  if (!may(env.actor, 'live.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const before = await readKeepDays(tx);
    // decide
    if (before === input.keepDays) return ok({ keepDays: before });
    // save
    await saveKeepDays(tx, input.keepDays);
    // tell
    await tell(tx, env, liveRetentionChanged, { subject: null, data: { keepDays: input.keepDays } });
    return ok({ keepDays: input.keepDays });
  });
}
