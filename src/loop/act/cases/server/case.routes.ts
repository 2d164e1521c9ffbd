// Binds the routes of cases to reads and verbs.
import type { Env } from '../../../../ground/env.ts';
import { type GroundCaller, on } from '../../../../ground/serve.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { readTimeline } from '../../../../platform/events/event.reads.ts';
import type { MountedRoute } from '../../../../platform/http/mounted-route.ts';
import type { CaseRow } from '../core/case.contract.ts';
import { filterOfQuery } from '../core/case-filter.contract.ts';
import * as merging from '../core/case-merge.contract.ts';
import * as routes from '../core/case-routes.contract.ts';
import { caseLine, listCases, readShown } from './case.reads.ts';
import { readCaseFeedback } from './case-feedback.reads.ts';
import { conditionsOf } from './case-filter.reads.ts';
import { CaseRaced } from './case-raced.ts';
import { caseExists, readCaseView } from './case-view.reads.ts';
import { addNote } from './verbs/add-note.ts';
import { assignCase } from './verbs/assign-case.ts';
import { changeDetails } from './verbs/change-details.ts';
import { closeCase } from './verbs/close-case.ts';
import { joinFeedback } from './verbs/join-feedback.ts';
import { mergeCase } from './verbs/merge-case.ts';
import { moveStage } from './verbs/move-stage.ts';
import { openCase } from './verbs/open-case.ts';
import { removeFeedback } from './verbs/remove-feedback.ts';
import { reopenCase } from './verbs/reopen-case.ts';
import { resolveCase } from './verbs/resolve-case.ts';
import { setEffort } from './verbs/set-effort.ts';
import { setPriority } from './verbs/set-priority.ts';
import { setStatus } from './verbs/set-status.ts';
import { snoozeCase } from './verbs/snooze-case.ts';
import { triageCase } from './verbs/triage-case.ts';
import { unmergeCase } from './verbs/unmerge-case.ts';
import { wakeCase } from './verbs/wake-case.ts';
import { findView, readerOf } from './view.reads.ts';

type Verb = (tx: Tx) => Promise<Result<{ id: string }, string>>;

/** Runs a verb and answers with the line of the case as it is afterwards. */
async function changed(env: Env, verb: Verb): Promise<Result<CaseRow, string>> {
  try {
    return await env.db.write(async (tx) => {
      const result = await verb(tx);
      return result.ok ? ok(caseLine((await readShown(tx, result.value.id))!, env.now)) : result;
    });
  } catch (error) {
    // Somebody opened a case of the same person and theme between our look and our write; the index said no.
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (error instanceof CaseRaced) return refuse('open_case_exists');
    if (code === '23505' && constraint?.startsWith('cases_one_open')) return refuse('open_case_exists');
    throw error;
  }
}

export function caseRoutes(): MountedRoute<GroundCaller | null>[] {
  return [
    on(routes.listCasesRoute, async ({ env, query }) =>
      env.db.read(async (tx) => {
        const view = query.view ? await findView(tx, env, query.view) : undefined;
        if (query.view && !view) return refuse('unknown_view');
        const { view: _view, sort, cursor, limit, ...rest } = query;
        const filter = { ...view?.filter, ...filterOfQuery(rest) };
        const where = await conditionsOf(tx, filter, readerOf(env), env.now);
        return ok(await listCases(tx, { where, sort: sort ?? view?.sort ?? 'due', cursor, limit, now: env.now }));
      }),
    ),
    on(routes.getCaseRoute, async ({ env, params }) => {
      const view = await env.db.read((tx) => readCaseView(tx, params.id, env.now));
      return view ? ok(view) : refuse('not_found');
    }),
    on(routes.listCaseFeedbackRoute, async ({ env, params, query }) =>
      env.db.read(async (tx) =>
        (await caseExists(tx, params.id))
          ? ok(await readCaseFeedback(tx, params.id, query.cursor, query.limit))
          : refuse('not_found'),
      ),
    ),
    on(routes.getCaseTimelineRoute, async ({ env, params, query }) =>
      env.db.read(async (tx) =>
        (await caseExists(tx, params.id))
          ? ok(await readTimeline(tx, params.id, query.cursor, query.limit))
          : refuse('not_found'),
      ),
    ),
    on(routes.openCaseRoute, async ({ env, body }) => changed(env, (tx) => openCase(tx, env, body))),
    on(routes.joinFeedbackRoute, async ({ env, params, body }) =>
      changed(env, (tx) => joinFeedback(tx, env, { caseId: params.id, feedbackIds: body.feedbackIds })),
    ),
    on(routes.removeFeedbackRoute, async ({ env, params }) =>
      changed(env, (tx) => removeFeedback(tx, env, { caseId: params.id, feedbackId: params.feedbackId })),
    ),
    on(routes.triageCaseRoute, async ({ env, params, body }) =>
      changed(env, (tx) => triageCase(tx, env, { ...body, caseId: params.id })),
    ),
    on(routes.moveStageRoute, async ({ env, params, body }) =>
      changed(env, (tx) => moveStage(tx, env, { ...body, caseId: params.id })),
    ),
    on(routes.assignCaseRoute, async ({ env, params, body }) =>
      changed(env, (tx) => assignCase(tx, env, { ...body, caseId: params.id })),
    ),
    on(routes.setPriorityRoute, async ({ env, params, body }) =>
      changed(env, (tx) => setPriority(tx, env, { ...body, caseId: params.id })),
    ),
    on(routes.clearPriorityRoute, async ({ env, params }) =>
      changed(env, (tx) => setPriority(tx, env, { caseId: params.id, priority: null, reason: null })),
    ),
    on(routes.setEffortRoute, async ({ env, params, body }) =>
      changed(env, (tx) => setEffort(tx, env, { ...body, caseId: params.id })),
    ),
    on(routes.changeDetailsRoute, async ({ env, params, body }) =>
      changed(env, (tx) => changeDetails(tx, env, { ...body, caseId: params.id })),
    ),
    on(routes.addNoteRoute, async ({ env, params, body }) =>
      env.db.write((tx) => addNote(tx, env, { ...body, caseId: params.id })),
    ),
    on(routes.snoozeCaseRoute, async ({ env, params, body }) =>
      changed(env, (tx) => snoozeCase(tx, env, { caseId: params.id, until: new Date(body.until) })),
    ),
    on(routes.wakeCaseRoute, async ({ env, params }) => changed(env, (tx) => wakeCase(tx, env, { caseId: params.id }))),
    on(routes.setStatusRoute, async ({ env, params, body }) =>
      changed(env, (tx) => setStatus(tx, env, { ...body, caseId: params.id })),
    ),
    on(routes.resolveCaseRoute, async ({ env, params, body }) =>
      changed(env, (tx) => resolveCase(tx, env, { ...body, caseId: params.id })),
    ),
    on(routes.reopenCaseRoute, async ({ env, params, query }) =>
      changed(env, (tx) => reopenCase(tx, env, { caseId: params.id, reason: query.reason ?? null, by: 'member' })),
    ),
    on(routes.closeCaseRoute, async ({ env, params }) =>
      changed(env, (tx) => closeCase(tx, env, { caseId: params.id })),
    ),
    on(merging.mergeCaseRoute, async ({ env, params, body }) =>
      changed(env, (tx) => mergeCase(tx, env, { ...body, caseId: params.id })),
    ),
    on(merging.unmergeCaseRoute, async ({ env, params }) =>
      changed(env, (tx) => unmergeCase(tx, env, { caseId: params.id })),
    ),
  ];
}
