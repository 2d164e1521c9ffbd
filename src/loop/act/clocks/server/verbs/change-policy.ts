// Changes a clock policy; running clocks keep the time used and go by the new promise.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type PolicyDraft, type PolicyView, policyDraft } from '../../core/clock.contract.ts';
import { policyChanged } from '../../core/clock-update.contract.ts';
import { checkPolicy, type PolicyRefusal } from '../check-policy.ts';
import { policyViewOf } from '../policy.reads.ts';
import { lockPolicy, type PolicyRow, savePolicy } from '../policy.store.ts';
import { lockSettings } from '../seed-clocks.ts';
import { askToBring } from './bring-promises.ts';

export async function changePolicy(
  env: Env,
  input: { policyId: string; draft: PolicyDraft },
): Promise<Result<PolicyView, 'forbidden' | 'not_found' | PolicyRefusal>> {
  // permit
  if (!may(env.actor, 'clock.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockSettings(tx, env.now);
    const before = await lockPolicy(tx, input.policyId);
    if (!before) return refuse('not_found');
    const refused = await checkPolicy(tx, input.draft, before.id);
    // decide
    if (refused) return refused;
    const next: PolicyRow = { ...input.draft, id: before.id, position: before.position, updatedAt: env.now };
    // save
    await savePolicy(tx, next);
    await askToBring(tx, env, { cause: 'policies' });
    // tell
    const data = { name: next.name, from: policyDraft.parse(before), to: input.draft };
    await tell(tx, env, policyChanged, { subject: next.id, data });
    return ok(policyViewOf(next));
  });
}
