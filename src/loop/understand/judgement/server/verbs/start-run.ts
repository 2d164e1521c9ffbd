// Asks for a re-judgement in the background.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import type { JudgementRunView, RunScope } from '../../core/judgement.contract.ts';
import { engineFor, type JudgingDeps } from '../engine-of-shop.ts';
import { RUN_JOB } from '../judgement.jobs.ts';
import { runView } from '../run.reads.ts';
import { countScope, insertRun, openRun, type RunRow } from '../run.store.ts';

/** Feedback is counted first, so that the screen can say how far it is. */
export async function startRun(
  env: Env,
  deps: JudgingDeps,
  scope: RunScope,
): Promise<Result<JudgementRunView, 'forbidden' | 'run_under_way'>> {
  // permit
  if (!may(env.actor, 'judgement.rerun')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    if (await openRun(tx)) return refuse('run_under_way');
    const engine = (await engineFor(deps, tx)).version;
    const total = await countScope(tx, scope, engine);
    // decide
    const run: RunRow = {
      id: newId('run'),
      state: 'waiting',
      engine,
      scope,
      total,
      done: 0,
      changed: 0,
      was: {},
      moves: {},
      cursor: '',
      byName: env.actor.name,
      createdAt: env.now,
      finishedAt: null,
    };
    // save
    if (!(await insertRun(tx, { ...run, byId: env.actor.id }))) return refuse('run_under_way');
    // tell: the job is the news
    await enqueueJobs(tx, [{ kind: RUN_JOB, payload: { runId: run.id }, key: run.id, runAt: env.now }], env.now);
    return ok(runView(run));
  });
}
