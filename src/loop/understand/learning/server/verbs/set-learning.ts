// Switches learning on or off. Off, the base judges; what people decided is kept and learned when it is on again.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type LearningView, learningSwitched } from '../../core/learning.contract.ts';
import { askForLearning } from '../learning.reactions.ts';
import type { ShopEngines } from '../shop-engines.ts';
import { readLearning } from '../version.reads.ts';
import { lockSettings, saveSettings } from '../version.store.ts';

export async function setLearning(
  env: Env,
  engines: ShopEngines,
  input: { isOn: boolean; selfTraining: boolean; isHeld?: false | undefined },
): Promise<Result<LearningView, 'forbidden'>> {
  // permit
  if (!may(env.actor, 'judgement.rerun')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const before = await lockSettings(tx);
    // decide
    const { isOn, selfTraining } = input;
    const isHeld = before.isHeld && input.isHeld !== false;
    const isLet = before.isHeld && !isHeld;
    const after = { ...before, isOn, selfTraining, isHeld, askedAt: isOn ? before.askedAt : null };
    // save
    await saveSettings(tx, after);
    if (isOn && isLet) await askForLearning(tx, 'by_hand', env.now, 0, env.actor.name);
    else if (isOn && !before.isOn) await askForLearning(tx, 'corrections', env.now);
    // tell
    await tell(tx, env, learningSwitched, { subject: null, data: { isOn, selfTraining } });
    return ok(await readLearning(tx, engines, env.now));
  });
}
