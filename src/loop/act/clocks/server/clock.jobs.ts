// The work clocks do by themselves: the sweep over due clocks and bringing edits to the cases under way.
import type { Database } from '../../../../platform/database/database.ts';
import type { JobKind, Recurring } from '../../../../platform/jobs/job-runner.ts';
import { BRING_PROMISES, bringPromises } from './verbs/bring-promises.ts';
import { sweepClocks } from './verbs/sweep-clocks.ts';

/** Looks every 15 s for clocks whose moment has come. */
export function clockSweeps(database: Database): Recurring[] {
  return [
    {
      name: 'clocks',
      everyMs: 15_000,
      run: async (now) => {
        await sweepClocks(database, now);
      },
    },
  ];
}

/** Jobs of clocks. */
export function clockJobs(): JobKind<never>[] {
  const bring: JobKind<{ updateId: string }> = {
    kind: BRING_PROMISES,
    run: async (job) => {
      while (await job.alive()) {
        if (await bringPromises(job.db, job.payload.updateId, job.now, job.finish)) return;
      }
    },
  };
  return [bring as JobKind<never>];
}
