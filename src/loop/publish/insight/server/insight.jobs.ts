// Counts marked days in the background, and looks now and then for days whose letters were still on their way.

import sql from 'sql-template-tag';
import { systemEnv } from '../../../../ground/env.ts';
import { workspaceIds } from '../../../../ground/members/server/door.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { JobKind, Recurring } from '../../../../platform/jobs/job-runner.ts';
import { timeZoneOf } from '../../../understand/overview/server/door.ts';
import { enqueueRecount, markDaysWith, RECOUNT } from './day-marks.store.ts';
import { recountSome } from './recount-days.store.ts';

/** Voices counted without a rest; then the machine is left to others for a second for every so many. */
const BREATH = 20_000;

export function insightJobs(): JobKind<never>[] {
  const recount: JobKind = {
    kind: RECOUNT,
    async run(job) {
      const { rest, timeZone } = await job.db.read(async (tx) => ({
        rest: await tx.maybe<{ until: Date }>(
          sql`SELECT until FROM insight_rests WHERE workspace_id = ${tx.workspaceId}`,
        ),
        timeZone: await timeZoneOf(tx),
      }));
      if (rest && rest.until > job.now) {
        job.again(rest.until);
        return;
      }
      let counted = 0;
      while (await job.alive()) {
        const done = await job.db.write((tx) => recountSome(tx, timeZone));
        if (done.days === 0) break;
        counted += done.voices;
      }
      if (counted <= BREATH) return;
      const until = new Date(job.now.getTime() + Math.min(60, counted / BREATH) * 1000);
      await job.db.write((tx) =>
        tx.run(sql`
          INSERT INTO insight_rests (workspace_id, until) VALUES (${tx.workspaceId}, ${until})
          ON CONFLICT (workspace_id) DO UPDATE SET until = excluded.until`),
      );
    },
  };
  return [recount as JobKind<never>];
}

/** Days marked while nobody counted (a restart, a migration), and untold reporters whose letters may have left meanwhile. */
export function insightSweeps(database: Database): Recurring[] {
  const each = async (ids: readonly string[], now: Date, what: 'untold' | 'marked') => {
    for (const id of ids) {
      const env = systemEnv(database.workspace(id), now, 'insight');
      await env.db.write((tx) => (what === 'untold' ? markDaysWith(tx, 'untold', now) : enqueueRecount(tx, now)));
    }
  };
  return [
    {
      name: 'insight.marked',
      everyMs: 30_000,
      run: async (now) => {
        const marked = await database.machine.rows<{ id: string }>(
          sql`SELECT DISTINCT workspace_id AS id FROM insight_dirty`,
        );
        await each(
          marked.map(({ id }) => id),
          now,
          'marked',
        );
      },
    },
    {
      name: 'insight.untold',
      everyMs: 600_000,
      run: async (now) => each(await workspaceIds(database.machine), now, 'untold'),
    },
  ];
}
