// Routes by which members hand questionnaires out and read what came of them.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { FORM_LANGUAGES, formContext } from './form.contract.ts';
import { formResults } from './results.contract.ts';
import { formTriggerDraft, formTriggerView } from './trigger.contract.ts';

const idParam = z.object({ id: z.string().max(60) });

export const listTriggersRoute = route({
  id: 'listFormTriggers',
  method: 'GET',
  path: '/api/v1/forms/:id/triggers',
  summary: 'After which news this questionnaire is sent, with what became of the invitations',
  access: 'form.read',
  params: idParam,
  ok: z.object({ items: z.array(formTriggerView) }),
  refusals: ['not_found'],
});

export const saveTriggerRoute = route({
  id: 'saveFormTrigger',
  method: 'POST',
  path: '/api/v1/forms/:id/triggers',
  summary: 'Send this questionnaire by mail after an event, or change how; one trigger for each event',
  access: 'form.edit',
  params: idParam,
  body: formTriggerDraft,
  ok: formTriggerView,
  refusals: ['not_found'],
});

export const removeTriggerRoute = route({
  id: 'removeFormTrigger',
  method: 'DELETE',
  path: '/api/v1/forms/:id/triggers/:event',
  summary: 'Stop sending this questionnaire after an event; what is already on its way is stopped too',
  access: 'form.edit',
  params: idParam.extend({ event: z.string().max(40) }),
  ok: z.null(),
  status: 204,
  refusals: ['not_found'],
});

export const shareFormRoute = route({
  id: 'shareForm',
  method: 'POST',
  path: '/api/v1/forms/:id/links',
  summary: 'The address of a questionnaire with its signed context (place, product, batch, order) and its QR code',
  access: 'form.read',
  params: idParam,
  body: formContext,
  ok: z.object({ url: z.string(), path: z.string(), svg: z.string(), embed: z.string() }),
  refusals: ['not_found'],
});

export const printFormRoute = route({
  id: 'printForm',
  method: 'GET',
  path: '/api/v1/forms/:id/print',
  summary: 'A page to print with the QR code of a questionnaire: a shop counter, a parcel card',
  access: 'form.read',
  params: idParam,
  query: formContext.extend({
    lang: z.enum([...FORM_LANGUAGES, 'both']).default('both'),
    size: z.enum(['counter', 'card']).default('counter'),
  }),
  answer: 'page',
  ok: z.null(),
  refusals: ['not_found'],
});

const period = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  version: z.coerce.number().int().min(1).optional(),
});

export const formResultsRoute = route({
  id: 'formResults',
  method: 'GET',
  path: '/api/v1/forms/:id/results',
  summary: 'Scores with their intervals, distributions and the way through the questions, by days and version',
  access: 'form.read',
  params: idParam,
  query: period,
  ok: formResults,
  refusals: ['not_found', 'invalid_period'],
});

export const formTextsRoute = route({
  id: 'formTexts',
  method: 'GET',
  path: '/api/v1/forms/:id/texts',
  summary: 'What was written to one question, masked, newest first; each is a feedback',
  access: 'form.read',
  params: idParam,
  query: pageQuery.extend({ question: z.string().max(40) }).extend(period.shape),
  ok: pageOf(
    z.object({
      feedbackId: z.string(),
      answerId: z.string(),
      text: z.string(),
      at: z.string(),
      state: z.enum(['completed', 'dropped', 'screened']),
      version: z.number(),
    }),
  ),
  refusals: ['not_found', 'invalid_period'],
});

export const exportFormRoute = route({
  id: 'exportForm',
  method: 'GET',
  path: '/api/v1/forms/:id/answers.csv',
  summary: 'Every settled answer as CSV, streamed; words are masked, formulas are disarmed',
  access: 'form.read',
  params: idParam,
  query: period,
  answer: 'file',
  ok: z.null(),
  refusals: ['not_found', 'invalid_period'],
});

export const inviteRoute = route({
  id: 'inviteToForm',
  method: 'POST',
  path: '/api/v1/forms/:id/invitations',
  summary: 'A personal address for one known customer; the same one when asked again about the same thing',
  access: 'form.edit',
  params: idParam,
  body: z.object({
    personId: z.string().max(60),
    /** What it is about, at most one invitation each: an order, a visit. */
    about: z.string().trim().min(1).max(100).default('by_hand'),
    context: formContext.optional(),
  }),
  ok: z.object({ id: z.string(), url: z.string() }),
  refusals: ['not_found', 'unknown_person', 'form_not_open'],
});
