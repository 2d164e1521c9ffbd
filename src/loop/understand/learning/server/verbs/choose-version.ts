// Puts a version of the shop in force by hand, or the base; it stays until learning may choose again.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type LearningView, learningChosen } from '../../core/learning.contract.ts';
import type { ShopEngines } from '../shop-engines.ts';
import { readLearning } from '../version.reads.ts';
import { lockSettings, putInForce, readVersion, saveSettings } from '../version.store.ts';

type Refusal = 'forbidden' | 'not_found' | 'learning_off' | 'already_active' | 'version_gone';

/** @param input.id null: the base. What was judged meanwhile stays until it is judged again. */
export async function chooseVersion(
  env: Env,
  engines: ShopEngines,
  input: { id: string | null },
): Promise<Result<LearningView, Refusal>> {
  // permit
  if (!may(env.actor, 'judgement.rerun')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const settings = await lockSettings(tx);
    const before = settings.activeId ? await readVersion(tx, settings.activeId) : undefined;
    const wanted = input.id ? await readVersion(tx, input.id) : null;
    // decide
    if (wanted === undefined) return refuse('not_found');
    // Off, the base judges whatever is chosen.
    if (!settings.isOn) return refuse('learning_off');
    if (settings.activeId === input.id) return refuse('already_active');
    if (wanted && (wanted.state === 'refused' || !wanted.hasWeights || wanted.base !== engines.base.version))
      return refuse('version_gone');
    // save
    await putInForce(tx, input.id, 'rolled_back', env.now);
    await saveSettings(tx, { ...settings, activeId: input.id, isHeld: true });
    // tell
    const engine = wanted?.engine ?? engines.base.version;
    await tell(tx, env, learningChosen, {
      subject: input.id,
      data: { from: before?.number ?? 0, number: wanted?.number ?? 0, engine },
    });
    return ok(await readLearning(tx, engines, env.now));
  });
}
