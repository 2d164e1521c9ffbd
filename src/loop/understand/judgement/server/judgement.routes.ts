// Binds the routes about judgements, corrections and re-judgements.
import { on } from '../../../../ground/serve.ts';
import { ok } from '../../../../kit/result.ts';
import * as contract from '../core/judgement.contract.ts';
import { engineFor, type JudgingDeps } from './engine-of-shop.ts';
import { listRuns } from './run.reads.ts';
import { cancelRun } from './verbs/cancel-run.ts';
import { correctJudgement } from './verbs/correct-judgement.ts';
import { pauseRun } from './verbs/pause-run.ts';
import { resumeRun } from './verbs/resume-run.ts';
import { startRun } from './verbs/start-run.ts';
import { takeBackCorrection } from './verbs/take-back-correction.ts';

export function judgementRoutes(deps: JudgingDeps) {
  return [
    on(contract.correctJudgementRoute, ({ env, params, body }) =>
      correctJudgement(env, { feedbackId: params.id, label: params.label, value: body.value }),
    ),
    on(contract.takeBackCorrectionRoute, ({ env, params }) =>
      takeBackCorrection(env, { feedbackId: params.id, label: params.label }),
    ),
    on(contract.startJudgementRunRoute, ({ env, body }) => startRun(env, deps, body)),
    on(contract.listJudgementRunsRoute, async ({ env, query }) => ok(await env.db.read((tx) => listRuns(tx, query)))),
    on(contract.cancelJudgementRunRoute, ({ env, params }) => cancelRun(env, { runId: params.id })),
    on(contract.pauseJudgementRunRoute, ({ env, params }) => pauseRun(env, { runId: params.id })),
    on(contract.resumeJudgementRunRoute, ({ env, params }) => resumeRun(env, { runId: params.id })),
    on(contract.getEngineRoute, async ({ env }) =>
      ok({ engine: (await env.db.read((tx) => engineFor(deps, tx))).version }),
    ),
  ];
}
