// Turns the draft after each month on or off.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { saveSettings } from '../report.store.ts';

export async function setSchedule(env: Env, monthly: boolean): Promise<Result<{ monthly: boolean }, 'forbidden'>> {
  // permit
  if (!may(env.actor, 'report.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load · decide: there is nothing that forbids it
    // save
    await saveSettings(tx, monthly, env.now);
    // tell: nobody else acts on it
    return ok({ monthly });
  });
}
