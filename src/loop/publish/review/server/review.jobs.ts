// Makes the draft of the past week on the shop's weekday; it is never sent to anybody by itself.

import sql from 'sql-template-tag';
import { systemEnv } from '../../../../ground/env.ts';
import { workspaceIds } from '../../../../ground/members/server/door.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Recurring } from '../../../../platform/jobs/job-runner.ts';
import { dayReader, timeZoneOf } from '../../../understand/overview/server/door.ts';
import { lastWeek, weekdayOf } from '../core/review-week.ts';
import { listPacks } from './review.reads.ts';
import { readSettings } from './review-settings.reads.ts';
import { makePack } from './verbs/make-pack.ts';

/** Looks every quarter of an hour; a draft that stands already is left as it is. */
export function reviewSweeps(database: Database): Recurring[] {
  return [
    {
      name: 'review.drafts',
      everyMs: 900_000,
      run: async (now) => {
        for (const id of await workspaceIds(database.machine)) await draftWhenDue(database, id, now);
      },
    },
  ];
}

/** @returns whether a draft was made */
export async function draftWhenDue(database: Database, workspaceId: string, now: Date): Promise<boolean> {
  const env = systemEnv(database.workspace(workspaceId), now, 'review');
  const isDue = await env.db.read(async (tx) => {
    const { weekday, hour } = await readSettings(tx);
    const timeZone = await timeZoneOf(tx);
    const today = dayReader(timeZone)(now.getTime());
    const hourNow = Number(
      new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now),
    );
    if (weekday === null || weekdayOf(today) !== weekday || hourNow < hour) return false;
    const week = lastWeek(today);
    // A week in which nobody said anything needs no meeting.
    const said = await tx.maybe(sql`
      SELECT 1 AS one FROM feedback_daily_facts WHERE workspace_id = ${tx.workspaceId} AND kind = 'all'
        AND day BETWEEN ${week.from}::date AND ${week.to}::date AND voices > 0 LIMIT 1`);
    const { items } = await listPacks(tx, { limit: 8 });
    return said !== undefined && !items.some((pack) => pack.weekFrom === week.from);
  });
  if (!isDue) return false;
  const made = await makePack(env, {});
  return made.ok;
}
