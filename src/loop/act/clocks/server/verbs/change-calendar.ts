// Changes a business calendar; the clocks that run on it count by the new hours from now on.
import { isDeepStrictEqual } from 'node:util';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { CalendarDraft, CalendarView } from '../../core/calendar.contract.ts';
import { calendarChanged } from '../../core/clock-update.contract.ts';
import { readCalendar } from '../calendar.reads.ts';
import { addVersion, calendarNameTaken, hoursOf, lockCalendar, saveCalendar } from '../calendar.store.ts';
import { lockSettings } from '../seed-clocks.ts';
import { askToBring } from './bring-promises.ts';

export async function changeCalendar(
  env: Env,
  input: CalendarDraft & { calendarId: string },
): Promise<Result<CalendarView, 'forbidden' | 'not_found' | 'name_taken'>> {
  // permit
  if (!may(env.actor, 'clock.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockSettings(tx, env.now);
    const calendar = await lockCalendar(tx, input.calendarId);
    if (!calendar) return refuse('not_found');
    const taken = await calendarNameTaken(tx, input.name, calendar.id);
    const before = (await hoursOf(tx, [calendar.version_id]))(calendar.version_id);
    // decide
    if (taken) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
    const hoursChanged = !isDeepStrictEqual(before, input.hours);
    // save
    const versionId = hoursChanged ? await addVersion(tx, calendar.id, input.hours, env.now) : calendar.version_id;
    await saveCalendar(tx, { ...calendar, name: input.name, version_id: versionId, updated_at: env.now });
    if (hoursChanged) await askToBring(tx, env, { cause: 'calendar', calendarId: calendar.id });
    // tell
    const data = { name: input.name, from: { name: calendar.name }, hoursChanged };
    await tell(tx, env, calendarChanged, { subject: calendar.id, data });
    return ok((await readCalendar(tx, calendar.id))!);
  });
}
