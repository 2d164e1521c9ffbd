// How members run interactions and viewers take part: routes, news, refusals.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { INTERACTION_KINDS } from '../../stream/core/live-event.contract.ts';
import { INTERACTION_STATES, type InteractionView } from './interaction.contract.ts';
import { interactionDraft, QUESTION_HIDES } from './interaction-draft.contract.ts';

export const interactionView = z
  .object({
    interactionId: z.string(),
    kind: z.enum(INTERACTION_KINDS),
    state: z.enum(INTERACTION_STATES),
    version: z.number(),
    title: z.string(),
    options: z.array(z.object({ key: z.string(), label: z.string(), votes: z.number().nullable() })),
    people: z.number(),
    rejected: z.number(),
    uncounted: z.object({ network: z.number(), unsigned: z.number() }).optional(),
    signedOnly: z.boolean().optional(),
    opensAt: z.number().nullable(),
    closesAt: z.number().nullable(),
    keyword: z.string().nullable(),
    answer: z.string().nullable(),
    rulesHash: z.string().nullable(),
    commitment: z.string().nullable(),
    resultHash: z.string().nullable(),
    prizes: z.array(
      z.object({
        name: z.string(),
        count: z.number(),
        valueMinor: z.number(),
        currency: z.string(),
        winners: z.array(z.string()),
      }),
    ),
    questions: z.array(
      z.object({ questionId: z.string(), text: z.string(), votes: z.number(), isAnswered: z.boolean() }),
    ),
    publicUrl: z.string().nullable(),
  } satisfies Record<keyof InteractionView, z.ZodType>)
  .meta({ id: 'LiveInteraction' });

export const PAST_STATES = ['final', 'void', 'cancelled'] as const;

const news = z.object({ interactionId: z.string(), roomId: z.string() });
export const interactionOpened = defineEvent('interaction.opened', news);
export const interactionClosed = defineEvent('interaction.closed', news);
export const interactionCancelled = defineEvent('interaction.cancelled', news);

const roomParam = z.object({ id: z.string().max(60) });
const idParam = roomParam;

export const listInteractionsRoute = route({
  id: 'listLiveInteractions',
  method: 'GET',
  path: '/api/v1/live/rooms/:id/interactions',
  summary: 'Interactions of the running show, as everybody sees them now',
  access: 'live.read',
  params: roomParam,
  ok: z.object({ items: z.array(interactionView) }),
  refusals: ['not_found'],
});
export const openInteractionRoute = route({
  id: 'openLiveInteraction',
  method: 'POST',
  path: '/api/v1/live/rooms/:id/interactions',
  summary: 'Open a poll, quiz, Q&A, coupon, check-in or roll-call in the running show; lucky bags are opened as draws',
  access: 'live.work',
  params: roomParam,
  body: interactionDraft,
  ok: interactionView,
  status: 201,
  refusals: ['not_found', 'no_show', 'unknown_answer', 'too_many_open'],
});
export const closeInteractionRoute = route({
  id: 'closeLiveInteraction',
  method: 'POST',
  path: '/api/v1/live/interactions/:id/closing',
  summary: 'Close an interaction: its result is final, hashed and published',
  access: 'live.work',
  params: idParam,
  ok: interactionView,
  refusals: ['not_found', 'no_show', 'wrong_state'],
});
export const cancelInteractionRoute = route({
  id: 'cancelLiveInteraction',
  method: 'POST',
  path: '/api/v1/live/interactions/:id/cancellation',
  summary: 'Cancel an open interaction; it stays in the record as cancelled, with the reason where one is given',
  access: 'live.work',
  params: idParam,
  body: z.object({ reason: z.string().trim().max(200).optional() }).nullish(),
  ok: interactionView,
  refusals: ['not_found', 'no_show', 'wrong_state'],
});
export const markQuestionRoute = route({
  id: 'markLiveQuestion',
  method: 'POST',
  path: '/api/v1/live/interactions/:id/questions/:questionId',
  summary: 'Mark a question of a Q&A as answered, or hide it for a named reason that is counted in the result',
  access: 'live.work',
  params: idParam.extend({ questionId: z.string().max(40) }),
  body: z.union([z.object({ isAnswered: z.literal(true) }), z.object({ hidden: z.enum(QUESTION_HIDES) })]),
  ok: interactionView,
  refusals: ['not_found', 'no_show'],
});
/** One that is over: counted, called off, or void. */
export const pastInteraction = z
  .object({
    id: z.string(),
    roomId: z.string(),
    roomTitle: z.string(),
    kind: z.enum(INTERACTION_KINDS),
    title: z.string(),
    state: z.enum(PAST_STATES),
    opensAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    people: z.number().nullable(),
    /** `journal_gone` for a void one; what a member wrote for a cancelled one. */
    reason: z.string().nullable(),
    endedBy: z.string().nullable(),
    resultHash: z.string().nullable(),
    publicUrl: z.string().nullable(),
  })
  .meta({ id: 'PastLiveInteraction' });
export type PastInteraction = z.output<typeof pastInteraction>;

export const listPastInteractionsRoute = route({
  id: 'listPastLiveInteractions',
  method: 'GET',
  path: '/api/v1/live/interactions',
  summary: 'Interactions that are over, newest first, the cancelled and void ones with their reason',
  access: 'live.read',
  query: pageQuery.extend({ roomId: z.string().max(60).optional(), state: z.enum(PAST_STATES).optional() }),
  ok: pageOf(pastInteraction),
});
export const interactionRoutes = [
  listPastInteractionsRoute,
  listInteractionsRoute,
  openInteractionRoute,
  closeInteractionRoute,
  cancelInteractionRoute,
  markQuestionRoute,
] as const;

/** Why an entry of a viewer was not taken. */
export const ENTRY_REFUSALS = [
  'no_such_interaction',
  'late',
  'no_such_choice',
  'sold_out',
  'nobody',
  'not_signed',
  'same_network',
  'excluded',
  'too_many_questions',
] as const;
export type EntryRefusal = (typeof ENTRY_REFUSALS)[number];

/** What the viewer may keep of his entry. */
export const entryAnswer = z.object({
  /** `same`: he had taken part already, and nothing was changed. */
  state: z.enum(['counted', 'changed', 'same']),
  choice: z.string().nullable(),
  /** Coupon: his code. */
  code: z.string().nullable(),
  /** Draw: his signed receipt; keep it to prove that you are in the list. */
  receipt: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
});
export type EntryAnswer = z.output<typeof entryAnswer>;

export const enterRoute = route({
  id: 'enterLiveInteraction',
  method: 'POST',
  path: '/live/r/:slug/interactions/:id/entries',
  summary: 'Take part as a viewer of our own room (token in header x-live-viewer); answered when the entry is durable',
  access: 'public',
  params: z.object({ slug: z.string().max(60), id: z.string().max(60) }),
  body: z.object({
    name: z.string().regex(/^[\w-]{4,24}$/),
    choice: z.string().max(200).optional(),
    answer: z.string().trim().min(1).max(200).optional(),
  }),
  ok: entryAnswer,
  refusals: ['no_viewer', 'no_show', ...ENTRY_REFUSALS],
  perMinute: 120,
});
export const myEntryRoute = route({
  id: 'myLiveEntry',
  method: 'GET',
  path: '/live/r/:slug/interactions/:id/mine',
  summary: 'What a viewer of our own room has of an interaction: his choice, coupon code or receipt',
  access: 'public',
  params: z.object({ slug: z.string().max(60), id: z.string().max(60) }),
  ok: entryAnswer,
  refusals: ['no_viewer', 'no_show', 'no_such_interaction'],
  perMinute: 120,
});
export const publicResultRoute = route({
  id: 'publicLiveResult',
  method: 'GET',
  path: '/live/results/:id',
  summary:
    'The final result of an interaction with its hash (SHA-256 of the canonical text of `result`); a page for who asks for text/html',
  access: 'public',
  params: idParam,
  query: z.object({ lang: z.string().max(20).optional(), format: z.literal('json').optional() }).loose(),
  ok: z.object({ result: z.record(z.string(), z.unknown()), resultHash: z.string() }),
  refusals: ['not_found'],
  perMinute: 120,
});
