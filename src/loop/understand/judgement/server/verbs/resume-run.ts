// Lets a held re-judgement go on where it stopped.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import type { JudgementRunView } from '../../core/judgement.contract.ts';
import { RUN_JOB } from '../judgement.jobs.ts';
import { runView } from '../run.reads.ts';
import { lockRun, type RunRow, saveRun } from '../run.store.ts';

/** The batches before the pause are not done again. */
export async function resumeRun(
  env: Env,
  input: { runId: string },
): Promise<Result<JudgementRunView, 'forbidden' | 'not_found' | 'not_paused'>> {
  // permit
  if (!may(env.actor, 'judgement.rerun')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const run = await lockRun(tx, input.runId);
    // decide
    if (!run) return refuse('not_found');
    if (run.state !== 'paused') return refuse('not_paused');
    const going: RunRow = { ...run, state: 'waiting' };
    // save
    await saveRun(tx, going);
    // tell: the job is the news; its key is new, since the old one may still be on its way out
    const key = `${run.id} ${env.now.getTime()}`;
    await enqueueJobs(tx, [{ kind: RUN_JOB, payload: { runId: run.id }, key, runAt: env.now }], env.now);
    return ok(runView(going));
  });
}
