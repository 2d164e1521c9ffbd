// Binds the routes of problems.
import type { Env } from '../../../../ground/env.ts';
import { type GroundCaller, on } from '../../../../ground/serve.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { readTimeline } from '../../../../platform/events/event.reads.ts';
import type { MountedRoute } from '../../../../platform/http/mounted-route.ts';
import * as actionRoutes from '../core/action-routes.contract.ts';
import * as causeRoutes from '../core/cause-routes.contract.ts';
import type { ProblemView } from '../core/problem.contract.ts';
import * as routes from '../core/problem-routes.contract.ts';
import { categoriesOf } from './cause.reads.ts';
import { listActions, listProblems, readProblemOfCase } from './problem.reads.ts';
import { readProblemCases, readSuggestedCases } from './problem-cases.reads.ts';
import { problemExists, readProblemView } from './problem-view.reads.ts';
import { dayOf } from './review.jobs.ts';
import { addAction } from './verbs/add-action.ts';
import { addCases } from './verbs/add-cases.ts';
import { addCause } from './verbs/add-cause.ts';
import { changeAction } from './verbs/change-action.ts';
import { changeCause } from './verbs/change-cause.ts';
import { changeProblem } from './verbs/change-problem.ts';
import { confirmAction } from './verbs/confirm-action.ts';
import { finishAction } from './verbs/finish-action.ts';
import { moveProblem } from './verbs/move-problem.ts';
import { openProblem } from './verbs/open-problem.ts';
import { removeCase } from './verbs/remove-case.ts';
import { removeCause } from './verbs/remove-cause.ts';
import { resolveCases } from './verbs/resolve-cases.ts';
import { setCategories } from './verbs/set-categories.ts';
import { withdrawAction } from './verbs/withdraw-action.ts';

/** Runs a verb and answers with the problem as it is afterwards. */
async function changed(
  env: Env,
  verb: (tx: Tx) => Promise<Result<{ id: string }, string>>,
): Promise<Result<ProblemView, string>> {
  return env.db.write(async (tx) => {
    const result = await verb(tx);
    return result.ok ? ok((await readProblemView(tx, result.value.id))!) : result;
  });
}

export function problemRoutes(): MountedRoute<GroundCaller | null>[] {
  return [
    on(routes.listProblemsRoute, ({ env, query }) => env.db.read(async (tx) => ok(await listProblems(tx, query)))),
    on(routes.getProblemRoute, async ({ env, params }) => {
      const view = await env.db.read((tx) => readProblemView(tx, params.id));
      return view ? ok(view) : refuse('not_found');
    }),
    on(routes.listProblemCasesRoute, ({ env, params, query }) =>
      env.db.read(async (tx) =>
        (await problemExists(tx, params.id)) ? ok(await readProblemCases(tx, params.id, query)) : refuse('not_found'),
      ),
    ),
    on(routes.suggestProblemCasesRoute, async ({ env, params }) => {
      const items = await env.db.read((tx) => readSuggestedCases(tx, params.id));
      return items ? ok({ items }) : refuse('not_found');
    }),
    on(routes.getProblemTimelineRoute, ({ env, params, query }) =>
      env.db.read(async (tx) =>
        (await problemExists(tx, params.id))
          ? ok(await readTimeline(tx, params.id, query.cursor, query.limit))
          : refuse('not_found'),
      ),
    ),
    on(routes.problemOfCaseRoute, async ({ env, params }) => {
      const problem = await env.db.read((tx) => readProblemOfCase(tx, params.id));
      return problem === undefined ? refuse('not_found') : ok({ problem });
    }),
    on(routes.openProblemRoute, ({ env, body }) => changed(env, (tx) => openProblem(tx, env, body))),
    on(routes.changeProblemRoute, ({ env, params, body }) =>
      changed(env, (tx) => changeProblem(tx, env, { ...body, problemId: params.id })),
    ),
    on(routes.moveProblemRoute, ({ env, params, body }) =>
      changed(env, (tx) => moveProblem(tx, env, { ...body, problemId: params.id })),
    ),
    on(routes.addProblemCasesRoute, ({ env, params, body }) =>
      changed(env, (tx) => addCases(tx, env, { ...body, problemId: params.id })),
    ),
    on(routes.removeProblemCaseRoute, ({ env, params }) =>
      changed(env, (tx) => removeCase(tx, env, { problemId: params.id, caseId: params.caseId })),
    ),
    on(routes.resolveProblemCasesRoute, ({ env, params, body }) =>
      env.db.write((tx) => resolveCases(tx, env, { ...body, problemId: params.id })),
    ),
    on(causeRoutes.addCauseRoute, ({ env, params, body }) =>
      changed(env, (tx) => addCause(tx, env, { ...body, problemId: params.id })),
    ),
    on(causeRoutes.changeCauseRoute, ({ env, params, body }) =>
      changed(env, (tx) => changeCause(tx, env, { ...body, problemId: params.id, causeId: params.causeId })),
    ),
    on(causeRoutes.removeCauseRoute, ({ env, params }) =>
      changed(env, (tx) => removeCause(tx, env, { problemId: params.id, causeId: params.causeId })),
    ),
    on(actionRoutes.addActionRoute, ({ env, params, body }) =>
      changed(env, (tx) => addAction(tx, env, { ...body, problemId: params.id })),
    ),
    on(actionRoutes.changeActionRoute, ({ env, params, body }) =>
      changed(env, (tx) => changeAction(tx, env, { ...body, problemId: params.id, actionId: params.actionId })),
    ),
    on(actionRoutes.finishActionRoute, ({ env, params, body }) =>
      changed(env, (tx) =>
        finishAction(tx, env, {
          problemId: params.id,
          actionId: params.actionId,
          effectiveAt: new Date(body.effectiveAt),
          reviewOn: body.reviewOn,
        }),
      ),
    ),
    on(actionRoutes.confirmActionRoute, ({ env, params, body }) =>
      changed(env, (tx) => confirmAction(tx, env, { ...body, problemId: params.id, actionId: params.actionId })),
    ),
    on(actionRoutes.withdrawActionRoute, ({ env, params, body }) =>
      changed(env, (tx) => withdrawAction(tx, env, { ...body, problemId: params.id, actionId: params.actionId })),
    ),
    on(actionRoutes.listActionsRoute, ({ env, query }) =>
      env.db.read(async (tx) => ok(await listActions(tx, query, await dayOf(tx, env.now)))),
    ),
    on(causeRoutes.listCauseCategoriesRoute, ({ env }) =>
      env.db.read(async (tx) => ok({ items: await categoriesOf(tx) })),
    ),
    on(causeRoutes.setCauseCategoriesRoute, ({ env, body }) =>
      env.db.write((tx) => setCategories(tx, env, body.items)),
    ),
  ];
}
