// Learns when asked, and by night from the shop's own words; draws each day's voices to check by lot.

import sql from 'sql-template-tag';
import { workspaceIds } from '../../../../ground/members/server/door.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { JobKind, Recurring } from '../../../../platform/jobs/job-runner.ts';
import { dayReader, timeZoneOf } from '../../overview/server/door.ts';
import { SAMPLE_A_DAY } from '../core/accuracy.contract.ts';
import type { LearningCause } from '../core/learning.contract.ts';
import { type LearnDeps, learn, rest } from './learn.ts';
import { askForLearning, LEARN_JOB } from './learning.reactions.ts';
import { drawSample } from './sample.store.ts';
import { lockSettings } from './version.store.ts';

/** By the shop's own clock: when its desk is empty. */
const NIGHT_HOUR = 3;
/** Somebody who corrects without pause is served by the next job. */
const MOST_ROUNDS = 4;

export function learningJobs(
  deps: LearnDeps & { now?: () => Date },
): JobKind<{ cause: LearningCause; byName: string }>[] {
  const now = deps.now ?? (() => new Date());
  return [
    {
      kind: LEARN_JOB,
      async run({ payload, db, alive, finish }) {
        await learn(deps, db, { ...payload, now: now() });
        // What was decided while this was learned is learned too: its own job may have been taken for this one.
        for (let round = 1; round < MOST_ROUNDS; round += 1) {
          if ((await rest(db, finish)) || !(await alive())) return;
          await learn(deps, db, { ...payload, cause: 'corrections', now: now() });
        }
      },
    },
  ];
}

/** Once a night for every shop: yesterday's sample is drawn, and a learning is asked for. */
export async function sweepNights(database: Database, engine: string, now: Date): Promise<number> {
  let done = 0;
  for (const id of await workspaceIds(database.machine)) {
    done += await database.workspace(id).write(async (tx) => {
      const dayOf = dayReader(await timeZoneOf(tx));
      // Before the night's hour the shop's night has not come yet.
      const today = dayOf(now.getTime() - NIGHT_HOUR * 3_600_000);
      const settings = await lockSettings(tx);
      const turn = await tx.run(sql`
        UPDATE learning_settings SET nightly_on = ${today}::date
        WHERE workspace_id = ${tx.workspaceId} AND nightly_on IS DISTINCT FROM ${today}::date`);
      if (turn === 0) return 0;
      await drawSample(tx, dayOf(now.getTime() - (24 + NIGHT_HOUR) * 3_600_000), SAMPLE_A_DAY);
      const active = settings.activeId
        ? await tx.maybe<{ base: string }>(
            sql`SELECT base FROM shop_engines WHERE workspace_id = ${tx.workspaceId} AND id = ${settings.activeId}`,
          )
        : undefined;
      // After a new base the shop's own version is void until it is learned anew.
      const cause = active && active.base !== engine ? 'new_base' : 'nightly';
      const lessons = await tx.maybe<{ one: number }>(
        sql`SELECT 1 AS one FROM label_checks WHERE workspace_id = ${tx.workspaceId} LIMIT 1`,
      );
      if (lessons) await askForLearning(tx, cause, now);
      return 1;
    });
  }
  return done;
}

export function learningSweeps(database: Database, engine: string): Recurring[] {
  return [
    {
      name: 'learning',
      everyMs: 10 * 60_000,
      run: async (now) => {
        await sweepNights(database, engine, now);
      },
    },
  ];
}
