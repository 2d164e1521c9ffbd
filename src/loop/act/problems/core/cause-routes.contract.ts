// The route table of root causes: the tree of whys and the bones it hangs on.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { causeCategory, problemView } from './problem.contract.ts';
import { CAUSE_STANDINGS } from './problem-words.contract.ts';

const params = z.object({ id: z.string().max(60) });
const id = z.string().max(60);
const words = (max: number) => z.string().trim().min(1).max(max);
const ids = (max: number) => z.array(id).max(max);
const edit = { access: 'problem.edit', ok: problemView } as const;

const causeParams = params.extend({ causeId: id });
const causeFields = z.object({
  text: words(500),
  standing: z.enum(CAUSE_STANDINGS),
  note: words(1000).nullable(),
  category: z.string().max(40),
  feedbackIds: ids(20),
  caseIds: ids(20),
});
export const addCauseRoute = route({
  ...edit,
  id: 'addCause',
  method: 'POST',
  path: '/api/v1/problems/:id/causes',
  summary: 'Add a cause: on a bone of the fishbone, or as the answer to why another came about',
  params,
  body: causeFields
    .partial()
    .extend({ text: words(500), parentId: id.nullable().default(null), category: z.string().max(40).optional() }),
  status: 201,
  refusals: [
    'not_found',
    'unknown_cause',
    'unknown_category',
    'cause_too_deep',
    'too_many_causes',
    'unknown_feedback',
    'unknown_case',
  ],
});
export const changeCauseRoute = route({
  ...edit,
  id: 'changeCause',
  method: 'PATCH',
  path: '/api/v1/problems/:id/causes/:causeId',
  summary: 'Change a cause, its evidence, or whether it is confirmed or refuted',
  params: causeParams,
  body: causeFields.partial(),
  refusals: ['not_found', 'unknown_category', 'unknown_feedback', 'unknown_case'],
});
export const removeCauseRoute = route({
  ...edit,
  id: 'removeCause',
  method: 'DELETE',
  path: '/api/v1/problems/:id/causes/:causeId',
  summary: 'Remove a cause and everything under it',
  params: causeParams,
  refusals: ['not_found'],
});

export const listCauseCategoriesRoute = route({
  method: 'GET',
  access: 'problem.read',
  id: 'listCauseCategories',
  path: '/api/v1/cause-categories',
  summary: 'The bones of the fishbone',
  ok: z.object({ items: z.array(causeCategory) }),
});
export const setCauseCategoriesRoute = route({
  id: 'setCauseCategories',
  method: 'PUT',
  path: '/api/v1/cause-categories',
  summary: 'Name the bones of the fishbone; one without a name of its own keeps the usual one',
  access: 'problem.edit',
  body: z.object({
    items: z
      .array(
        z.object({
          key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'field_name_invalid'),
          name: words(40).nullable().default(null),
        }),
      )
      .min(2)
      .max(10),
  }),
  ok: z.object({ items: z.array(causeCategory) }),
  refusals: ['category_in_use', 'category_twice', 'category_nameless'],
});
