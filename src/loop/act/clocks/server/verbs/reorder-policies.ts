// Puts all clock policies into a new order; the first that matches a case wins.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { PolicyId } from '../../core/clock.contract.ts';
import { policiesReordered } from '../../core/clock-update.contract.ts';
import { policyIds, saveOrder } from '../policy.store.ts';
import { lockSettings } from '../seed-clocks.ts';
import { askToBring } from './bring-promises.ts';

export async function reorderPolicies(
  env: Env,
  input: { ids: PolicyId[] },
): Promise<Result<{ ids: PolicyId[] }, 'forbidden' | 'incomplete_order'>> {
  // permit
  if (!may(env.actor, 'clock.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockSettings(tx, env.now);
    const known = new Set(await policyIds(tx));
    // decide
    const given = new Set<string>(input.ids);
    const complete = given.size === input.ids.length && given.size === known.size;
    if (!complete || input.ids.some((id) => !known.has(id))) return refuse('incomplete_order');
    // save
    await saveOrder(tx, input.ids);
    await askToBring(tx, env, { cause: 'policies' });
    // tell
    await tell(tx, env, policiesReordered, { subject: null, data: { ids: input.ids } });
    return ok({ ids: input.ids });
  });
}
