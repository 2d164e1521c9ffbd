// Removes a calendar no policy uses.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { calendarRemoved } from '../../core/clock-update.contract.ts';
import { countPoliciesOn, deleteCalendar, lockCalendar } from '../calendar.store.ts';
import { lockSettings } from '../seed-clocks.ts';

export async function removeCalendar(
  env: Env,
  input: { calendarId: string },
): Promise<Result<Record<string, never>, 'forbidden' | 'not_found' | 'calendar_in_use' | 'calendar_is_default'>> {
  // permit
  if (!may(env.actor, 'clock.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockSettings(tx, env.now);
    const calendar = await lockCalendar(tx, input.calendarId);
    // decide
    if (!calendar) return refuse('not_found');
    if (calendar.is_default) return refuse('calendar_is_default');
    if ((await countPoliciesOn(tx, calendar.id)) > 0) return refuse('calendar_in_use');
    // save
    await deleteCalendar(tx, calendar.id);
    // tell
    await tell(tx, env, calendarRemoved, { subject: calendar.id, data: { name: calendar.name } });
    return ok({});
  });
}
