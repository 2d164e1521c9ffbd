// Lets another process ask the running server for a demo shop: the job only rings the bell, the making goes on by itself.
import type { JobKind } from '../../platform/jobs/job-runner.ts';
import type { DemoKeeper } from './demo-keeper.ts';

export const DEMO_JOB = 'demo.make';

interface Wish {
  seed?: number;
  days?: number;
  until?: string;
}

export function demoJobs(keeper: DemoKeeper): JobKind<never>[] {
  const make: JobKind<Wish> = {
    kind: DEMO_JOB,
    async run({ payload: { until, ...wish } }) {
      // Not waited for: the making stops all jobs, this one too.
      void keeper.make({ ...wish, ...(until ? { until: new Date(until) } : {}) }).catch(() => {});
    },
  };
  return [make as unknown as JobKind<never>];
}
