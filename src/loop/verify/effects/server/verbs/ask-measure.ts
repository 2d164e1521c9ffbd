// Asks for an effect to be reckoned anew in the background.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import { lockPlan, saveAsked } from '../effect.store.ts';

export const MEASURE_JOB = 'effects.measure';

export async function askMeasure(
  tx: Tx,
  env: Env,
  input: { actionId: string },
): Promise<Result<{ pending: boolean }, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'verify.edit')) return refuse('forbidden');
  // load
  const row = await lockPlan(tx, input.actionId);
  // decide
  if (!row) return refuse('not_found');
  // save
  await saveAsked(tx, row.action_id, env.now);
  const payload = { actionId: row.action_id };
  await enqueueJobs(tx, [{ kind: MEASURE_JOB, key: `${row.action_id} asked`, payload, runAt: env.now }], env.now);
  // tell: the verdict itself is the news
  return ok({ pending: true });
}
