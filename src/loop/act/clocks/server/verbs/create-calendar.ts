// Adds a business calendar.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { CalendarDraft, CalendarView } from '../../core/calendar.contract.ts';
import { calendarCreated } from '../../core/clock-update.contract.ts';
import { readCalendar } from '../calendar.reads.ts';
import { addVersion, calendarNameTaken, saveCalendar } from '../calendar.store.ts';
import { lockSettings } from '../seed-clocks.ts';

export async function createCalendar(
  env: Env,
  draft: CalendarDraft,
): Promise<Result<CalendarView, 'forbidden' | 'name_taken'>> {
  // permit
  if (!may(env.actor, 'clock.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockSettings(tx, env.now);
    const taken = await calendarNameTaken(tx, draft.name, null);
    // decide
    if (taken) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
    const id = newId('cal');
    // save
    const versionId = await addVersion(tx, id, draft.hours, env.now);
    await saveCalendar(tx, { id, name: draft.name, is_default: false, version_id: versionId, updated_at: env.now });
    // tell
    await tell(tx, env, calendarCreated, { subject: id, data: { name: draft.name } });
    return ok((await readCalendar(tx, id))!);
  });
}
