// What others may know of conversations: one for each person across all channels, what was said in it, and how a reply is sent.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { deliveryView, WAY_REASONS, WAY_WISHES, WAYS } from '../../deliveries/core/delivery.contract.ts';

/** feedback: a voice as it came through the gate · message: the person answered · reply: we answered · notice: we told the outcome. */
export const ITEM_KINDS = ['feedback', 'message', 'reply', 'notice'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const MAX_REPLY = 8000;

export const itemView = z
  .object({
    /** Message id, or the feedback's own id. */
    id: z.string(),
    kind: z.enum(ITEM_KINDS),
    direction: z.enum(['in', 'out']),
    channel: z.string(),
    /** Always the masked text. */
    text: z.string(),
    title: z.string().nullable(),
    rating: z.number().nullable(),
    /** Whether something personal was masked and may be revealed. */
    masked: z.boolean(),
    at: z.string(),
    author: z.object({
      kind: z.enum(['person', 'member', 'key', 'system']),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
    case: z.object({ id: z.string(), number: z.number().nullable() }).nullable(),
    /** The voice a reply answers. */
    feedbackId: z.string().nullable(),
    product: z.object({ id: z.string(), name: z.string() }).nullable(),
    delivery: deliveryView.nullable(),
  })
  .meta({ id: 'ConversationItem' });
export type ItemView = z.output<typeof itemView>;

export const conversationView = pageOf(itemView)
  .extend({
    conversationId: z.string().nullable(),
    person: z
      .object({ id: z.string(), name: z.string().nullable(), locale: z.string().nullable(), tier: z.string() })
      .nullable(),
  })
  .meta({ id: 'Conversation' });
export type ConversationView = z.output<typeof conversationView>;

/** Somebody who reported a case, and how a reply would reach him. */
export const reporterView = z
  .object({
    /** What `to` of a reply takes: a person's id, or the feedback's id when nobody knows who spoke. */
    key: z.string(),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    channel: z.string(),
    feedbackIds: z.array(z.string()),
    way: z.enum(WAYS),
    reason: z.enum(WAY_REASONS).nullable(),
    /** Masked address when the way is email. */
    toHint: z.string().nullable(),
    /** Whether `way: 'email'` would work. */
    hasEmail: z.boolean(),
  })
  .meta({ id: 'Reporter' });
export type ReporterView = z.output<typeof reporterView>;

export const NEXT_STATUSES = ['pending', 'open', 'resolved'] as const;

export const replyDraft = z
  .object({
    /** What to say; left out when a template says it. */
    text: z.string().trim().min(1).max(MAX_REPLY).optional(),
    templateId: z.string().max(60).optional(),
    /** Values for variables of the template that the product does not fill itself. */
    variables: z.record(z.string().max(60), z.string().max(1000)).optional(),
    way: z.enum(WAY_WISHES).default('auto'),
    /** A reporter's key, or `all` reporters, each once; the reporter who spoke last when left out. */
    to: z.string().max(60).optional(),
    nextStatus: z.enum(NEXT_STATUSES).optional(),
  })
  .refine((draft) => (draft.text === undefined) !== (draft.templateId === undefined), { message: 'text_or_template' });
export type ReplyDraft = z.output<typeof replyDraft>;

export const sentReply = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    personId: z.string().nullable(),
    way: z.enum(WAYS),
    reason: z.enum(WAY_REASONS).nullable(),
    deliveryId: z.string(),
    mailId: z.string().nullable(),
    /** The words as they went out, before masking for the record. */
    text: z.string(),
  })
  .meta({ id: 'SentReply' });
export type SentReply = z.output<typeof sentReply>;

export const REPLY_REFUSALS = [
  'not_found',
  'unknown_reporter',
  'unknown_template',
  'unknown_variable',
  'case_merged',
  'open_case_exists',
  // What the case's status machine may say to `nextStatus`.
  'not_new',
  'not_resolved',
  'case_settled',
  'case_closed',
  'already_open',
  'already_pending',
  'already_on_hold',
  'already_resolved',
  'already_verified',
  'already_closed',
] as const;
export type ReplyRefusal = (typeof REPLY_REFUSALS)[number];

export const replySent = defineEvent(
  'reply.sent',
  z.object({
    replyId: z.string(),
    conversationId: z.string(),
    personId: z.string().nullable(),
    way: z.enum(WAYS),
  }),
);
export const messageReceived = defineEvent(
  'message.received',
  z.object({ messageId: z.string(), conversationId: z.string(), personId: z.string().nullable() }),
);
export const messageRevealed = defineEvent('message.revealed', z.object({ messageId: z.string(), reason: z.string() }));

const idParam = z.object({ id: z.string().max(60) });

export const caseConversationRoute = route({
  id: 'getCaseConversation',
  method: 'GET',
  path: '/api/v1/cases/:id/conversation',
  summary:
    'Everything a reporter of this case ever said and was told, newest first; without `reporter` the one who spoke last',
  access: 'case.read',
  params: idParam,
  query: pageQuery.extend({ reporter: z.string().max(60).optional() }),
  ok: conversationView,
  refusals: ['not_found', 'unknown_reporter'],
});

export const personConversationRoute = route({
  id: 'getPersonConversation',
  method: 'GET',
  path: '/api/v1/people/:id/conversation',
  summary: 'Everything a person ever said and was told, newest first',
  access: 'case.read',
  params: idParam,
  query: pageQuery,
  ok: conversationView,
  refusals: ['not_found'],
});

export const caseReportersRoute = route({
  id: 'listCaseReporters',
  method: 'GET',
  path: '/api/v1/cases/:id/reporters',
  summary: 'Who reported a case and how a reply would reach each; the one who spoke last first',
  access: 'case.read',
  params: idParam,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  ok: z.object({ items: z.array(reporterView), total: z.number() }),
  refusals: ['not_found'],
});

export const sendReplyRoute = route({
  id: 'sendReply',
  method: 'POST',
  path: '/api/v1/cases/:id/replies',
  summary:
    'Answer a reporter of a case; goes out by the channel the voice came in by, or becomes a task where there is no way back',
  access: 'reply.send',
  params: idParam,
  body: replyDraft,
  ok: z.object({ replies: z.array(sentReply) }),
  status: 201,
  refusals: REPLY_REFUSALS,
});

export const revealMessageRoute = route({
  id: 'revealMessage',
  method: 'POST',
  path: '/api/v1/messages/:id/reveal',
  summary: 'Show the original words of a message once; writes an audit row with the reason given',
  access: 'feedback.reveal',
  params: idParam,
  body: z.object({ reason: z.string().trim().min(3).max(300) }),
  ok: z.object({ text: z.string() }),
  refusals: ['not_found', 'nothing_masked', 'key_missing'],
});

export const conversationRoutes = [
  caseConversationRoute,
  personConversationRoute,
  caseReportersRoute,
  sendReplyRoute,
  revealMessageRoute,
] as const;
