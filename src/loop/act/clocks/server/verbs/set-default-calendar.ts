// Chooses the calendar of policies that name none.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { CalendarView } from '../../core/calendar.contract.ts';
import { calendarMadeDefault } from '../../core/clock-update.contract.ts';
import { readCalendar } from '../calendar.reads.ts';
import { lockCalendar, markDefault } from '../calendar.store.ts';
import { lockSettings } from '../seed-clocks.ts';
import { askToBring } from './bring-promises.ts';

export async function setDefaultCalendar(
  env: Env,
  input: { calendarId: string },
): Promise<Result<CalendarView, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'clock.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    await lockSettings(tx, env.now);
    const calendar = await lockCalendar(tx, input.calendarId);
    // decide
    if (!calendar) return refuse('not_found');
    if (calendar.is_default) return ok((await readCalendar(tx, calendar.id))!);
    // save
    await markDefault(tx, calendar.id);
    await askToBring(tx, env, { cause: 'policies' });
    // tell
    await tell(tx, env, calendarMadeDefault, { subject: calendar.id, data: { name: calendar.name } });
    return ok((await readCalendar(tx, calendar.id))!);
  });
}
