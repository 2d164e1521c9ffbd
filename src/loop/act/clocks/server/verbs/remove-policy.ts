// Removes a clock policy; clocks already running keep their promise.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { policyRemoved } from '../../core/clock-update.contract.ts';
import { lockPolicy, markRemoved } from '../policy.store.ts';
import { lockSettings } from '../seed-clocks.ts';

export async function removePolicy(
  env: Env,
  input: { policyId: string },
): Promise<Result<Record<string, never>, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'clock.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockSettings(tx, env.now);
    const policy = await lockPolicy(tx, input.policyId);
    // decide
    if (!policy) return refuse('not_found');
    // save
    await markRemoved(tx, policy.id, env.now);
    // tell
    await tell(tx, env, policyRemoved, { subject: policy.id, data: { name: policy.name } });
    return ok({});
  });
}
