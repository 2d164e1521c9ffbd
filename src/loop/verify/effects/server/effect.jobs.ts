// Reckons effects in the background: when asked, and every night while an action is being watched.
import type { Tx } from '../../../../platform/database/database.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import { envInside } from '../../../act/cases/server/door.ts';
import { dayOf } from '../../../act/problems/server/door.ts';
import { MEASURE_JOB } from './verbs/ask-measure.ts';
import { measureEffect } from './verbs/measure-effect.ts';

/** The day's last voices are judged by then. */
const NIGHT_MS = 3 * 3_600_000;
const DAY_MS = 86_400_000;

export function effectJobs(): JobKind<never>[] {
  const measure: JobKind<{ actionId: string }> = {
    kind: MEASURE_JOB,
    async run({ payload, db, now, finish }) {
      await db.write(async (tx) => {
        const result = await measureEffect(tx, envInside(tx, now, 'effects'), payload);
        await finish(tx);
        if (result.ok && result.value.watching) await planNextNight(tx, payload.actionId, now);
      });
    },
  };
  return [measure as unknown as JobKind<never>];
}

/** One job a day and action, however often it is reckoned by hand in between. */
async function planNextNight(tx: Tx, actionId: string, now: Date): Promise<void> {
  const today = await dayOf(tx, now);
  // The next instant at which the workspace's calendar shows another day, to the hour; zones differ by at most that.
  let at = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000);
  while ((await dayOf(tx, at)) === today && at.getTime() - now.getTime() < DAY_MS + NIGHT_MS)
    at = new Date(at.getTime() + 3_600_000);
  const runAt = new Date(at.getTime() + NIGHT_MS);
  await enqueueJobs(tx, [{ kind: MEASURE_JOB, key: `${actionId} ${today}`, payload: { actionId }, runAt }], now);
}
