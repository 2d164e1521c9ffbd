// Holds a re-judgement between two batches.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { JudgementRunView } from '../../core/judgement.contract.ts';
import { runView } from '../run.reads.ts';
import { lockRun, type RunRow, saveRun } from '../run.store.ts';

/** The worker sees the state before its next batch. */
export async function pauseRun(
  env: Env,
  input: { runId: string },
): Promise<Result<JudgementRunView, 'forbidden' | 'not_found' | 'already_finished' | 'already_paused'>> {
  // permit
  if (!may(env.actor, 'judgement.rerun')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const run = await lockRun(tx, input.runId);
    // decide
    if (!run) return refuse('not_found');
    if (run.state === 'paused') return refuse('already_paused');
    if (run.state === 'done' || run.state === 'cancelled') return refuse('already_finished');
    const held: RunRow = { ...run, state: 'paused' };
    // save
    await saveRun(tx, held);
    // tell: the worker looks at the state
    return ok(runView(held));
  });
}
