// Asks for a re-judgement in the background.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type RefusalDetail, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import { CHANNELS } from '../../../../collect/intake/core/feedback.contract.ts';
import { taxonomyOf } from '../../../themes/server/door.ts';
import type { JudgementRunView, RunScope } from '../../core/judgement.contract.ts';
import { engineFor, type JudgingDeps } from '../engine-of-shop.ts';
import { RUN_JOB } from '../judgement.jobs.ts';
import { runView } from '../run.reads.ts';
import { countScope, insertRun, isProduct, openRun, type RunRow } from '../run.store.ts';

/** Feedback is counted first, so that the screen can say how far it is. */
export async function startRun(
  env: Env,
  deps: JudgingDeps,
  scope: RunScope,
): Promise<Result<JudgementRunView, 'forbidden' | 'invalid_scope' | 'run_under_way'>> {
  // permit
  if (!may(env.actor, 'judgement.rerun')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const wrong = await wrongIn(tx, scope);
    if (wrong.length > 0) return refuse('invalid_scope', wrong);
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

/** What of a scope names nothing: such a run would find nothing and say that all is done. */
async function wrongIn(tx: Tx, scope: RunScope): Promise<RefusalDetail[]> {
  const wrong: RefusalDetail[] = [];
  const { channel, theme, productId, from, to } = scope;
  if (channel && !(CHANNELS as readonly string[]).includes(channel))
    wrong.push({ path: 'channel', code: 'unknown_channel' });
  if (theme && !(await taxonomyOf(tx)).some((one) => one.key === theme))
    wrong.push({ path: 'theme', code: 'no_such_theme' });
  if (productId && !(await isProduct(tx, productId))) wrong.push({ path: 'productId', code: 'unknown_product' });
  if (from && to && Date.parse(from) >= Date.parse(to)) wrong.push({ path: 'to', code: 'ends_before_start' });
  return wrong;
}
