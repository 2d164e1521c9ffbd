// Wakes cases whose time has come.
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import { envInside } from './inside.ts';
import { WAKE_JOB } from './verbs/snooze-case.ts';
import { wakeCase } from './verbs/wake-case.ts';

export function caseJobs(): JobKind<never>[] {
  const wake: JobKind<{ caseId: string; until: string }> = {
    kind: WAKE_JOB,
    parallel: 2,
    async run({ payload, db, now, finish }) {
      await db.write(async (tx) => {
        // A refusal means that somebody woke it, or put it aside anew, in the meantime.
        await wakeCase(tx, envInside(tx, now, 'snooze'), { caseId: payload.caseId, until: new Date(payload.until) });
        await finish(tx);
      });
    },
  };
  return [wake as unknown as JobKind<never>];
}
