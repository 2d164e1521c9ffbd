// What others may know of how words reach a person: the ways, the states of a delivery, and the tasks left to a member of staff.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';

/** email: a letter leaves · task: somebody posts or says it by hand · page: it waits on the person's status page. */
export const WAYS = ['email', 'task', 'page'] as const;
export type Way = (typeof WAYS)[number];

/** What the sender may ask for; `auto` answers by the channel the voice came in by. */
export const WAY_WISHES = ['auto', 'email', 'task'] as const;
export type WayWish = (typeof WAY_WISHES)[number];

/**
 * queued, sending, sent, failed, kept, unconfirmed: a letter's states · task_open, task_done, task_failed: a task's ·
 * waiting, seen: words on the status page, before and after the person opened it.
 */
export const DELIVERY_STATES = [
  'queued',
  'sending',
  'sent',
  'failed',
  'kept',
  'unconfirmed',
  'task_open',
  'task_done',
  'task_failed',
  'waiting',
  'seen',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a way was chosen that is not the one asked for or expected. */
export const WAY_REASONS = ['no_way_back', 'no_address', 'no_person', 'asked_for'] as const;
export type WayReason = (typeof WAY_REASONS)[number];

export const deliveryView = z
  .object({
    id: z.string(),
    way: z.enum(WAYS),
    reason: z.enum(WAY_REASONS).nullable(),
    state: z.enum(DELIVERY_STATES),
    /** The channel on which the words are due. */
    channel: z.string(),
    /** A letter's address or a task's contact, masked. */
    toHint: z.string().nullable(),
    mailId: z.string().nullable(),
    at: z.string(),
    /** When it was sent, done or seen. */
    settledAt: z.string().nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryView = z.output<typeof deliveryView>;

export const TASK_STATES = ['open', 'done', 'failed'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Words somebody has to carry by hand: "post this answer on channel X". */
export const taskView = z
  .object({
    id: z.string(),
    messageId: z.string(),
    caseId: z.string(),
    caseNumber: z.number().nullable(),
    kind: z.enum(['reply', 'notice']),
    channel: z.string(),
    reason: z.enum(WAY_REASONS).nullable(),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    /** To be copied and posted as it is. */
    text: z.string(),
    /** What it answers: the voice, so that the place can be found again. */
    feedback: z
      .object({ id: z.string(), externalId: z.string(), excerpt: z.string(), occurredAt: z.string() })
      .nullable(),
    state: z.enum(TASK_STATES),
    note: z.string().nullable(),
    createdAt: z.string(),
    settledAt: z.string().nullable(),
    settledBy: z.string().nullable(),
  })
  .meta({ id: 'DeliveryTask' });
export type TaskView = z.output<typeof taskView>;

export const deliveryTaskSettled = defineEvent(
  'delivery_task.settled',
  z.object({ taskId: z.string(), messageId: z.string(), outcome: z.enum(['done', 'failed']), note: z.string() }),
);
export const deliveryTaskContactRevealed = defineEvent(
  'delivery_task.contact_revealed',
  z.object({ taskId: z.string(), reason: z.string() }),
);

const idParam = z.object({ id: z.string().max(60) });

export const listTasksRoute = route({
  id: 'listDeliveryTasks',
  method: 'GET',
  path: '/api/v1/tasks',
  summary: 'Answers that somebody has to post or say by hand, oldest first while open',
  access: 'reply.send',
  query: pageQuery.extend({
    state: z.enum(TASK_STATES).default('open'),
    caseId: z.string().max(60).optional(),
    channel: z.string().max(40).optional(),
  }),
  ok: pageOf(taskView).extend({ open: z.number() }),
});

export const settleTaskRoute = route({
  id: 'settleDeliveryTask',
  method: 'PUT',
  path: '/api/v1/tasks/:id/outcome',
  summary: 'Say that an answer was posted, or that it could not be; a failed one may still be done later',
  access: 'reply.send',
  params: idParam,
  body: z.object({ outcome: z.enum(['done', 'failed']), note: z.string().trim().max(500).default('') }),
  ok: taskView,
  refusals: ['not_found', 'already_settled'],
});

export const revealTaskContactRoute = route({
  id: 'revealTaskContact',
  method: 'POST',
  path: '/api/v1/tasks/:id/contact',
  summary: 'Show how to reach the person of a task; writes an audit row with the reason given',
  access: 'feedback.reveal',
  params: idParam,
  body: z.object({ reason: z.string().trim().min(3).max(300) }),
  ok: z.object({ email: z.string().nullable(), phone: z.string().nullable() }),
  refusals: ['not_found', 'nothing_known'],
});

export const deliveryRoutes = [listTasksRoute, settleTaskRoute, revealTaskContactRoute] as const;
