// Routes by which members write questionnaires, hand them out and read what came of them.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import {
  FORM_LANGUAGES,
  FORM_STATES,
  formDefinition,
  formProblem,
  formSettings,
  SCORE_KINDS,
} from './form.contract.ts';

const idParam = z.object({ id: z.string().max(60) });

export const formCounts = z.object({
  started: z.number(),
  completed: z.number(),
  dropped: z.number(),
  screened: z.number(),
});

/** The first score of a questionnaire over all its answers. */
const headScore = z.object({ kind: z.enum(SCORE_KINDS), value: z.number().nullable(), answered: z.number() });

const formHead = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  state: z.enum(FORM_STATES),
  version: z.number(),
  counts: formCounts,
  updatedAt: z.string(),
  updatedBy: z.string(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
});
export const formRow = formHead.extend({ questions: z.number(), score: headScore.nullable() });
export type FormRow = z.output<typeof formRow>;

export const formView = formHead
  .extend({
    definition: formDefinition,
    settings: formSettings,
    /** What stands in the way of opening it. */
    problems: z.array(formProblem),
    /** Path of the public page: `/q/<key>`. */
    path: z.string(),
    /** Whether the questions differ from the version answered last. */
    changed: z.boolean(),
  })
  .meta({ id: 'Form' });
export type FormView = z.output<typeof formView>;

export const listFormsRoute = route({
  id: 'listForms',
  method: 'GET',
  path: '/api/v1/forms',
  summary: 'Questionnaires, newest first, each with how many answered and its first score',
  access: 'form.read',
  query: pageQuery.extend({ state: z.enum(FORM_STATES).optional(), search: z.string().max(80).optional() }),
  ok: pageOf(formRow),
});

export const listFormTemplatesRoute = route({
  id: 'listFormTemplates',
  method: 'GET',
  path: '/api/v1/form-templates',
  summary: 'Ready questionnaires to begin with, in both languages',
  access: 'form.read',
  ok: z.object({ items: z.array(z.object({ key: z.string(), name: z.string(), definition: formDefinition })) }),
});

export const getFormRoute = route({
  id: 'getForm',
  method: 'GET',
  path: '/api/v1/forms/:id',
  summary: 'One questionnaire with what still stands in the way of opening it',
  access: 'form.read',
  params: idParam,
  ok: formView,
  refusals: ['not_found'],
});

export const createFormRoute = route({
  id: 'createForm',
  method: 'POST',
  path: '/api/v1/forms',
  summary: 'Begin a questionnaire: from a template, from another one, or empty',
  access: 'form.edit',
  body: z.object({
    name: z.string().trim().min(1).max(100),
    template: z.string().max(60).optional(),
    /** Id of a questionnaire whose questions are taken over. */
    copyOf: z.string().max(60).optional(),
    definition: formDefinition.optional(),
    settings: formSettings.optional(),
  }),
  ok: formView,
  status: 201,
  refusals: ['not_found', 'unknown_template'],
});

export const saveFormRoute = route({
  id: 'saveForm',
  method: 'PUT',
  path: '/api/v1/forms/:id',
  summary: 'Change a questionnaire; an open one gets a new version, and answers keep the version they answered',
  access: 'form.edit',
  params: idParam,
  body: z.object({
    name: z.string().trim().min(1).max(100),
    definition: formDefinition,
    settings: formSettings,
    /** The `updatedAt` that was read; refused when somebody else has saved since. */
    basedOn: z.string().max(40).optional(),
  }),
  ok: formView,
  refusals: ['not_found', 'invalid_form', 'changed_meanwhile'],
});

export const openFormRoute = route({
  id: 'openForm',
  method: 'POST',
  path: '/api/v1/forms/:id/opening',
  summary: 'Open a questionnaire to answers; refused while something in it is not right',
  access: 'form.edit',
  params: idParam,
  ok: formView,
  refusals: ['not_found', 'invalid_form', 'already_open'],
});

export const closeFormRoute = route({
  id: 'closeForm',
  method: 'POST',
  path: '/api/v1/forms/:id/closing',
  summary: 'Close a questionnaire: nobody begins any more, whoever has begun may finish',
  access: 'form.edit',
  params: idParam,
  ok: formView,
  refusals: ['not_found', 'form_not_open'],
});

export const deleteFormRoute = route({
  id: 'deleteForm',
  method: 'DELETE',
  path: '/api/v1/forms/:id',
  summary: 'Remove a questionnaire nobody has answered',
  access: 'form.edit',
  params: idParam,
  ok: z.null(),
  status: 204,
  refusals: ['not_found', 'form_has_answers'],
});

export const previewFormRoute = route({
  id: 'previewForm',
  method: 'POST',
  path: '/api/v1/form-previews',
  summary: 'One page of a questionnaire as a customer would see it, from words not saved yet',
  access: 'form.read',
  body: z.object({
    definition: formDefinition,
    language: z.enum(FORM_LANGUAGES),
    /** Id of the question to show, `thanks` for the last page. */
    at: z.string().max(40).optional(),
  }),
  ok: z.object({ html: z.string() }),
});
