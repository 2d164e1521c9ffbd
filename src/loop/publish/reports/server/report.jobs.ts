// Makes the draft of the month that is over; publishing it stays with people.

import sql from 'sql-template-tag';
import { systemEnv } from '../../../../ground/env.ts';
import { workspaceIds } from '../../../../ground/members/server/door.ts';
import type { Database, WorkspaceDb } from '../../../../platform/database/database.ts';
import type { Recurring } from '../../../../platform/jobs/job-runner.ts';
import { dayReader, timeZoneOf } from '../../../understand/overview/server/door.ts';
import { monthBefore } from '../core/report-period.ts';
import { readSettings } from './report.reads.ts';
import { draftReport } from './verbs/draft-report.ts';

/** After this day of a month its draft is no longer made by itself: somebody has done without it. */
const LAST_DAY = 10;

/** Looks once an hour whether a month has ended. */
export function reportSweeps(database: Database): Recurring[] {
  return [
    {
      name: 'monthly-reports',
      everyMs: 3_600_000,
      run: async (now) => {
        for (const id of await workspaceIds(database.machine)) await draftMonth(database.workspace(id), now);
      },
    },
  ];
}

/** Drafts last month's report when the workspace wants it, heard anything in it, and has none yet. */
export async function draftMonth(db: WorkspaceDb, now: Date): Promise<boolean> {
  const month = await db.read(async (tx) => {
    const today = dayReader(await timeZoneOf(tx))(now.getTime());
    const days = monthBefore(today);
    if (Number(today.slice(8)) > LAST_DAY || !(await readSettings(tx)).monthly) return null;
    const known = await tx.maybe(sql`
      SELECT 1 FROM reports WHERE workspace_id = ${tx.workspaceId} AND from_on = ${days.from}::date AND to_on = ${days.to}::date`);
    const heard = await tx.maybe(sql`
      SELECT 1 FROM feedback_daily_facts
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${days.from}::date AND ${days.to}::date AND voices > 0 LIMIT 1`);
    return known || !heard ? null : days;
  });
  if (!month) return false;
  return (await draftReport(systemEnv(db, now, 'reports'), month, 'schedule')).ok;
}
