// The route table of corrective actions: planning them, saying when they went live, and the list of reviews.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { correctiveAction, expectedEffect, problemView } from './problem.contract.ts';
import { ACTION_STATES } from './problem-words.contract.ts';

const params = z.object({ id: z.string().max(60) });
const id = z.string().max(60);
const words = (max: number) => z.string().trim().min(1).max(max);
/** One value, or the same query key several times: any of them fits. */
const many = <T extends z.ZodType<string>>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? undefined : Array.isArray(value) ? value : [value]),
    z.array(item).max(30).optional(),
  ) as z.ZodType<z.output<T>[] | undefined, z.output<T> | z.output<T>[] | undefined>;

const edit = { access: 'problem.edit', ok: problemView } as const;

const actionParams = params.extend({ actionId: id });
const actionFields = z.object({
  title: words(200),
  change: words(4000).nullable(),
  ownerId: id.nullable(),
  dueOn: z.iso.date().nullable(),
  reviewOn: z.iso.date(),
  expected: expectedEffect,
});
const actionRefusals = ['not_found', 'unknown_member', 'unknown_theme', 'unknown_product', 'missing_measure'] as const;
export const addActionRoute = route({
  ...edit,
  id: 'addAction',
  method: 'POST',
  path: '/api/v1/problems/:id/actions',
  summary: 'Plan a corrective action with what it is expected to do and when that is reviewed',
  params,
  body: actionFields.partial().extend({ title: words(200), reviewOn: z.iso.date(), expected: expectedEffect }),
  status: 201,
  refusals: [...actionRefusals, 'too_many_actions', 'problem_settled'],
});
export const changeActionRoute = route({
  ...edit,
  id: 'changeAction',
  method: 'PATCH',
  path: '/api/v1/problems/:id/actions/:actionId',
  summary: 'Change a corrective action; what it is expected to do only while it is planned',
  params: actionParams,
  body: actionFields.partial(),
  refusals: [...actionRefusals, 'action_not_planned', 'action_withdrawn', 'invalid_review_day'],
});
export const finishActionRoute = route({
  ...edit,
  id: 'finishAction',
  method: 'POST',
  path: '/api/v1/problems/:id/actions/:actionId/done',
  summary: 'Say that a corrective action went live; its effect is measured from then on',
  params: actionParams,
  body: z.object({ effectiveAt: z.iso.datetime({ offset: true }), reviewOn: z.iso.date().optional() }),
  refusals: ['not_found', 'action_not_planned', 'action_withdrawn', 'invalid_instant', 'invalid_review_day'],
});
export const confirmActionRoute = route({
  ...edit,
  id: 'confirmAction',
  method: 'POST',
  path: '/api/v1/problems/:id/actions/:actionId/effective',
  summary: 'Say by hand, with a reason, that a corrective action worked',
  params: actionParams,
  body: z.object({ reason: words(1000) }),
  refusals: ['not_found', 'action_not_done', 'action_withdrawn'],
});
export const withdrawActionRoute = route({
  ...edit,
  id: 'withdrawAction',
  method: 'POST',
  path: '/api/v1/problems/:id/actions/:actionId/withdraw',
  summary: 'Withdraw a corrective action that will not be done, or was undone',
  params: actionParams,
  body: z.object({ reason: words(1000) }),
  refusals: ['not_found', 'action_withdrawn'],
});
export const listActionsRoute = route({
  method: 'GET',
  access: 'problem.read',
  id: 'listActions',
  path: '/api/v1/actions',
  summary: 'Corrective actions of all problems, the next review first',
  query: pageQuery.extend({
    state: many(z.enum(ACTION_STATES)).optional(),
    owner: id.optional(),
    /** Only those whose review day has come. */
    due: z.stringbool().optional(),
  }),
  ok: pageOf(correctiveAction.extend({ problemNumber: z.number().int(), problemTitle: z.string() })),
});
