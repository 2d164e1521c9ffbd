// The public side of a questionnaire: the page that needs no script, and the two calls a widget needs.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { ANSWER_STATES, answerValue, FORM_LANGUAGES, formDefinition } from './form.contract.ts';

const keyParam = z.object({ key: z.string().max(40) });
const anyText = z.record(z.string(), z.unknown());

/** What a customer's page needs to know besides what is in the address: everything is read by hand, nothing is refused. */
export const formPageRoute = route({
  id: 'formPage',
  method: 'GET',
  path: '/q/:key',
  summary: 'The questionnaire as a page: one question at a time, without any script',
  access: 'public',
  params: keyParam,
  query: anyText,
  answer: 'page',
  ok: z.null(),
});

export const formStepRoute = route({
  id: 'formStep',
  method: 'POST',
  path: '/q/:key',
  summary: 'Save one answer of the page and go on, or back',
  access: 'public',
  params: keyParam,
  query: anyText,
  body: anyText.nullish(),
  bodyKind: 'form',
  bodyLimit: 64 * 1024,
  perMinute: 300,
  answer: 'page',
  ok: z.null(),
});

/** open: may be begun · the rest say why not. */
export const PUBLIC_STATES = ['open', 'not_yet', 'ended', 'closed', 'full'] as const;
export type PublicState = (typeof PUBLIC_STATES)[number];

export const publicForm = z
  .object({
    key: z.string(),
    state: z.enum(PUBLIC_STATES),
    version: z.number(),
    language: z.enum(FORM_LANGUAGES),
    /** Languages, title, intro, thanks and questions; empty questions unless `open`. */
    definition: formDefinition,
    shop: z.string(),
  })
  .meta({ id: 'PublicForm' });
export type PublicForm = z.output<typeof publicForm>;

export const readPublicFormRoute = route({
  id: 'readPublicForm',
  method: 'GET',
  path: '/api/v1/public/forms/:key',
  summary: 'An open questionnaire by its public key, for a site that shows it itself; only allowed sites may read it',
  access: 'public',
  params: keyParam,
  perMinute: 300,
  ok: publicForm,
  refusals: ['not_found', 'foreign_origin'],
});

/** Sent as JSON; `content-type: text/plain` spares the browser the question beforehand. */
export const publicAnswer = z.object({
  /** What the last call gave, to go on with the same answer. */
  token: z.string().max(100).optional(),
  language: z.enum(FORM_LANGUAGES).optional(),
  answers: z.record(z.string().max(40), answerValue).default({}),
  /** True passes over what was not answered and is refused where that was needed; an answer with nothing left to ask is complete anyway. */
  finish: z.boolean().default(false),
  /** From a personal address: `i`. */
  invitation: z.string().max(100).optional(),
  /** From a signed address: `c`. */
  context: z.string().max(1500).optional(),
  /** A random text the browser keeps, at least 16 characters: one answer a device where nobody is known. */
  device: z.string().min(16).max(100).optional(),
});
export type PublicAnswer = z.output<typeof publicAnswer>;

export const answerOutcome = z.object({
  token: z.string(),
  state: z.enum(ANSWER_STATES),
  /** Id of the question to ask next; null when none is left. */
  next: z.string().nullable(),
  /** Share of the way behind him, 0-1. */
  progress: z.number(),
});
export type AnswerOutcome = z.output<typeof answerOutcome>;

export const ANSWER_REFUSALS = [
  'not_found',
  'foreign_origin',
  'bad_json',
  'invalid',
  'form_closed',
  'form_not_begun',
  'form_ended',
  'form_full',
  'already_answered',
] as const;

export const answerPublicFormRoute = route({
  id: 'answerPublicForm',
  method: 'POST',
  path: '/api/v1/public/forms/:key/answers',
  summary: 'Begin, go on with or finish an answer; every call is saved before it is answered',
  access: 'public',
  params: keyParam,
  bodyKind: 'raw',
  bodyLimit: 128 * 1024,
  perMinute: 300,
  ok: answerOutcome,
  refusals: ANSWER_REFUSALS,
});

export const publicFormRoutes = [formPageRoute, formStepRoute, readPublicFormRoute, answerPublicFormRoute] as const;
