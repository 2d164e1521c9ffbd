// Asks for a learning from everything people decided and the shop's own recent words.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { LearningView } from '../../core/learning.contract.ts';
import { countLessons } from '../check.store.ts';
import { askForLearning } from '../learning.reactions.ts';
import type { ShopEngines } from '../shop-engines.ts';
import { readLearning } from '../version.reads.ts';
import { lockSettings } from '../version.store.ts';

export async function learnNow(
  env: Env,
  engines: ShopEngines,
): Promise<Result<LearningView, 'forbidden' | 'learning_off' | 'nothing_to_learn'>> {
  // permit
  if (!may(env.actor, 'judgement.rerun')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const settings = await lockSettings(tx);
    const { lessons } = await countLessons(tx);
    // decide
    if (!settings.isOn) return refuse('learning_off');
    if (lessons === 0) return refuse('nothing_to_learn');
    // save
    await askForLearning(tx, 'by_hand', env.now, 0, env.actor.name);
    // tell: the job is the news
    return ok(await readLearning(tx, engines, env.now));
  });
}
