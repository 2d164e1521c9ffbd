// Changes who is asked for a rating, and how often.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type RatingSettings, ratingSettingsChanged } from '../../core/rating.contract.ts';
import { saveRatingSettings } from '../rating.store.ts';

/** Questions already asked keep the time they were given. */
export async function setRatingSettings(
  env: Env,
  settings: RatingSettings,
): Promise<Result<RatingSettings, 'forbidden'>> {
  // permit
  if (!may(env.actor, 'verify.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load · decide: the shape of the settings is their only rule
    // save
    await saveRatingSettings(tx, settings, env.now);
    // tell
    await tell(tx, env, ratingSettingsChanged, { subject: null, data: {} });
    return ok(settings);
  });
}
