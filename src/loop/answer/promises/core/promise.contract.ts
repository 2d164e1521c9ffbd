// A commitment made to a customer, with its own due date: what others may know of it.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';

/** proposed (somebody may have promised) → made → kept | missed (late, may still be kept) | withdrawn. */
export const PROMISE_STATES = ['proposed', 'made', 'kept', 'missed', 'withdrawn'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Where it was said: written down by a member, read out of a reply, heard in a call or chat. */
export const PROMISE_SOURCES = ['member', 'reply', 'transcript'] as const;
export type PromiseSource = (typeof PROMISE_SOURCES)[number];

export const DUE_UNITS = ['hours', 'days', 'working_hours', 'working_days'] as const;
/** When it falls due: an instant, or a span from now; working spans count the shop's hours. */
export const promiseDue = z.union([
  z.object({ at: z.iso.datetime({ offset: true }) }),
  z.object({ in: z.number().int().min(1).max(365), unit: z.enum(DUE_UNITS) }),
]);
export type PromiseDue = z.output<typeof promiseDue>;

export const promiseText = z.string().trim().min(2).max(500);

export const promiseView = z
  .object({
    id: z.string(),
    text: z.string(),
    state: z.enum(PROMISE_STATES),
    source: z.enum(PROMISE_SOURCES),
    case: z
      .object({
        id: z.string(),
        number: z.number(),
        title: z.string(),
        owner: z.object({ id: z.string(), name: z.string() }).nullable(),
      })
      .nullable(),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    /** Null while proposed and nothing in the words says when. */
    dueAt: z.string().nullable(),
    /** `soon` once warned, `late` once past due and not kept. */
    pressure: z.enum(['none', 'soon', 'late']),
    madeBy: z.string().nullable(),
    madeAt: z.string().nullable(),
    settledBy: z.string().nullable(),
    settledAt: z.string().nullable(),
    /** Kept after it was due. */
    keptLate: z.boolean(),
    note: z.string().nullable(),
    /** The words it was read out of. */
    quote: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'Promise' });
export type PromiseView = z.output<typeof promiseView>;

const about = z.object({ promiseId: z.string(), text: z.string(), dueAt: z.string().nullable() });
export const promiseProposed = defineEvent('promise.proposed', about);
export const promiseMade = defineEvent('promise.made', about);
/** Falls due soon. */
export const promiseDueSoon = defineEvent('promise.due', about);
export const promiseKept = defineEvent('promise.kept', about.extend({ late: z.boolean(), note: z.string() }));
export const promiseMissed = defineEvent('promise.missed', about);
export const promiseWithdrawn = defineEvent('promise.withdrawn', about.extend({ note: z.string() }));

const idParam = z.object({ id: z.string().max(60) });

export const listPromisesRoute = route({
  id: 'listPromises',
  method: 'GET',
  path: '/api/v1/promises',
  summary: 'Promises to customers: open ones by due date, settled ones newest first',
  access: 'promise.read',
  query: pageQuery.extend({
    /** `open` = made and missed ones. */
    state: z.enum(['open', ...PROMISE_STATES]).default('open'),
    /** Member id of the case's owner, or `me`. */
    owner: z.string().max(60).optional(),
    person: z.string().max(60).optional(),
  }),
  ok: pageOf(promiseView).extend({
    /** Open ones late, due within a day and all, and proposals waiting; each counted up to 1,000. */
    counts: z.object({ late: z.number(), soon: z.number(), open: z.number(), proposed: z.number() }),
  }),
});
export const casePromisesRoute = route({
  id: 'listCasePromises',
  method: 'GET',
  path: '/api/v1/cases/:id/promises',
  summary: 'Promises made about a case, open ones first',
  access: 'promise.read',
  params: idParam,
  ok: z.object({ items: z.array(promiseView) }),
  refusals: ['not_found'],
});
export const makePromiseRoute = route({
  id: 'makePromise',
  method: 'POST',
  path: '/api/v1/cases/:id/promises',
  summary: 'Write down what was promised to the customer of a case and by when',
  access: 'promise.work',
  params: idParam,
  body: z.object({
    text: promiseText,
    due: promiseDue,
    /** A reporter of the case; the case's own customer when left out. */
    personId: z.string().max(60).optional(),
    /** The reply it was made in. */
    replyId: z.string().max(60).optional(),
  }),
  ok: promiseView,
  status: 201,
  refusals: ['not_found', 'case_merged', 'unknown_person', 'due_in_past', 'no_working_time'],
});
export const confirmPromiseRoute = route({
  id: 'confirmPromise',
  method: 'POST',
  path: '/api/v1/promises/:id/making',
  summary: 'Say that a proposed promise was indeed made, with its words and due date',
  access: 'promise.work',
  params: idParam,
  body: z.object({ text: promiseText.optional(), due: promiseDue.optional() }),
  ok: promiseView,
  refusals: ['not_found', 'not_proposed', 'due_in_past', 'missing_due', 'no_working_time'],
});
export const keepPromiseRoute = route({
  id: 'keepPromise',
  method: 'POST',
  path: '/api/v1/promises/:id/keeping',
  summary: 'Say that a promise was kept, with a note of how',
  access: 'promise.work',
  params: idParam,
  body: z.object({ note: z.string().trim().min(2).max(500) }),
  ok: promiseView,
  refusals: ['not_found', 'not_made'],
});
export const withdrawPromiseRoute = route({
  id: 'withdrawPromise',
  method: 'POST',
  path: '/api/v1/promises/:id/withdrawal',
  summary: 'Take a promise back, or say that a proposed one was none',
  access: 'promise.work',
  params: idParam,
  body: z.object({ note: z.string().trim().max(500).default('') }),
  ok: promiseView,
  refusals: ['not_found', 'already_settled', 'missing_note'],
});
export const movePromiseRoute = route({
  id: 'movePromise',
  method: 'PUT',
  path: '/api/v1/promises/:id/due',
  summary: 'Agree on another due date with the customer; a note says why',
  access: 'promise.work',
  params: idParam,
  body: z.object({ due: promiseDue, note: z.string().trim().min(2).max(500) }),
  ok: promiseView,
  refusals: ['not_found', 'not_made', 'due_in_past', 'no_working_time'],
});

export const promiseRoutes = [
  listPromisesRoute,
  casePromisesRoute,
  makePromiseRoute,
  confirmPromiseRoute,
  keepPromiseRoute,
  withdrawPromiseRoute,
  movePromiseRoute,
] as const;
