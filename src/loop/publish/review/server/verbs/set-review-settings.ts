// Chooses on which weekday and hour the draft of the past week is made.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type ReviewSettings, reviewSettingsChanged } from '../../core/review.contract.ts';
import { saveSettings } from '../review.store.ts';

export async function setReviewSettings(
  env: Env,
  settings: ReviewSettings,
): Promise<Result<ReviewSettings, 'forbidden'>> {
  // permit
  if (!may(env.actor, 'review.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // save
    await saveSettings(tx, settings);
    // tell
    await tell(tx, env, reviewSettingsChanged, { subject: null, data: settings });
    return ok(settings);
  });
}
