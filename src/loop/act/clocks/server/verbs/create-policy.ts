// Adds a clock policy at the end of the list.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { PolicyDraft, PolicyView } from '../../core/clock.contract.ts';
import { policyCreated } from '../../core/clock-update.contract.ts';
import { checkPolicy, type PolicyRefusal } from '../check-policy.ts';
import { policyViewOf } from '../policy.reads.ts';
import { lastPosition, type PolicyRow, savePolicy } from '../policy.store.ts';
import { lockSettings } from '../seed-clocks.ts';
import { askToBring } from './bring-promises.ts';

export async function createPolicy(
  env: Env,
  draft: PolicyDraft,
): Promise<Result<PolicyView, 'forbidden' | PolicyRefusal>> {
  // permit
  if (!may(env.actor, 'clock.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockSettings(tx, env.now);
    const refused = await checkPolicy(tx, draft, null);
    // decide
    if (refused) return refused;
    const position = (await lastPosition(tx)) + 1;
    const policy: PolicyRow = { ...draft, id: newId('pol'), position, updatedAt: env.now };
    // save
    await savePolicy(tx, policy);
    await askToBring(tx, env, { cause: 'policies' });
    // tell
    await tell(tx, env, policyCreated, { subject: policy.id, data: { name: policy.name } });
    return ok(policyViewOf(policy));
  });
}
