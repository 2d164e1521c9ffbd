// Webhooks out: other systems hear what happens here, signed, at least once, with every message kept until it arrived or was given up.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { HEARD_TYPES } from './heard-types.ts';

export const ENDPOINT_STATES = ['active', 'paused', 'failing'] as const;
export const MESSAGE_STATES = ['waiting', 'delivered', 'gave_up'] as const;

/** Envelope of every message (Standard Webhooks): `{id, type, createdAt, data}`; `data.subject` names what it is about. */
export const envelope = z.object({
  id: z.string(),
  type: z.string(),
  createdAt: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type Envelope = z.output<typeof envelope>;

export const endpointView = z
  .object({
    id: z.string(),
    url: z.string(),
    note: z.string(),
    /** Empty: all of the catalogue. */
    types: z.array(z.string()),
    state: z.enum(ENDPOINT_STATES),
    failingSince: z.string().nullable(),
    /** Until when the former secret signs as well. */
    formerSecretUntil: z.string().nullable(),
    createdAt: z.string(),
    createdBy: z.string(),
    /** Messages waiting now, and those given up and not sent again. */
    waiting: z.number(),
    gaveUp: z.number(),
    lastDeliveredAt: z.string().nullable(),
  })
  .meta({ id: 'WebhookEndpoint' });
export type EndpointView = z.output<typeof endpointView>;

export const messageView = z
  .object({
    id: z.string(),
    eventId: z.string(),
    type: z.string(),
    state: z.enum(MESSAGE_STATES),
    attempts: z.number(),
    nextAt: z.string().nullable(),
    lastStatus: z.number().nullable(),
    lastError: z.string().nullable(),
    lastAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'WebhookMessage' });
export type MessageView = z.output<typeof messageView>;

const idParam = z.object({ id: z.string().max(60) });
const url = z.string().trim().max(2000);
const note = z.string().trim().max(200);
const types = z.array(z.enum(HEARD_TYPES)).max(HEARD_TYPES.length);
const draft = z.object({ url, note: note.default(''), types: types.default([]) });
export type EndpointDraft = z.output<typeof draft>;
const URL_REFUSALS = ['invalid_url'] as const;

export const listEndpointsRoute = route({
  id: 'listWebhookEndpoints',
  method: 'GET',
  path: '/api/v1/webhook-endpoints',
  summary: 'Addresses that hear what happens here, newest first',
  access: 'webhook.read',
  query: pageQuery,
  ok: pageOf(endpointView),
});
export const createEndpointRoute = route({
  id: 'createWebhookEndpoint',
  method: 'POST',
  path: '/api/v1/webhook-endpoints',
  summary: 'Add an address; its signing secret is answered once',
  access: 'webhook.edit',
  body: draft,
  ok: z.object({ endpoint: endpointView, secret: z.string() }),
  status: 201,
  refusals: URL_REFUSALS,
});
export const changeEndpointRoute = route({
  id: 'changeWebhookEndpoint',
  method: 'PATCH',
  path: '/api/v1/webhook-endpoints/:id',
  summary: 'Change the address, what it hears, or pause it; what waits is kept',
  access: 'webhook.edit',
  params: idParam,
  body: z.object({
    url: url.optional(),
    note: note.optional(),
    types: types.optional(),
    state: z.enum(['active', 'paused']).optional(),
  }),
  ok: endpointView,
  refusals: ['not_found', ...URL_REFUSALS],
});
export const removeEndpointRoute = route({
  id: 'removeWebhookEndpoint',
  method: 'DELETE',
  path: '/api/v1/webhook-endpoints/:id',
  summary: 'Remove an address and its messages',
  access: 'webhook.edit',
  params: idParam,
  ok: z.null(),
  status: 204,
  refusals: ['not_found'],
});
export const rotateEndpointSecretRoute = route({
  id: 'rotateWebhookEndpointSecret',
  method: 'POST',
  path: '/api/v1/webhook-endpoints/:id/secret',
  summary: 'Make a new secret; for 24 hours both sign, so that the receiver can change over',
  access: 'webhook.edit',
  params: idParam,
  ok: z.object({ secret: z.string(), formerUntil: z.string() }),
  status: 201,
  refusals: ['not_found'],
});
export const testEndpointRoute = route({
  id: 'testWebhookEndpoint',
  method: 'POST',
  path: '/api/v1/webhook-endpoints/:id/tests',
  summary: 'Send a `webhook.tested` message, now',
  access: 'webhook.edit',
  params: idParam,
  ok: messageView,
  status: 202,
  refusals: ['not_found'],
});
export const listMessagesRoute = route({
  id: 'listWebhookMessages',
  method: 'GET',
  path: '/api/v1/webhook-endpoints/:id/messages',
  summary: 'Messages of an address, newest first; delivered ones are kept for 30 days',
  access: 'webhook.read',
  params: idParam,
  query: pageQuery.extend({ state: z.enum(MESSAGE_STATES).optional() }),
  ok: pageOf(messageView),
  refusals: ['not_found'],
});
export const replayMessagesRoute = route({
  id: 'replayWebhookMessages',
  method: 'POST',
  path: '/api/v1/webhook-endpoints/:id/replays',
  summary: 'Send again: one message by id, or all that were given up',
  access: 'webhook.edit',
  params: idParam,
  body: z.object({ messageId: z.string().max(60).optional() }),
  ok: z.object({ messages: z.number() }),
  status: 202,
  refusals: ['not_found'],
});

export const webhookRoutes = [
  listEndpointsRoute,
  createEndpointRoute,
  changeEndpointRoute,
  removeEndpointRoute,
  rotateEndpointSecretRoute,
  testEndpointRoute,
  listMessagesRoute,
  replayMessagesRoute,
] as const;

export const webhookCreated = defineEvent('webhook.created', z.object({ host: z.string() }));
export const webhookChanged = defineEvent('webhook.changed', z.object({ fields: z.array(z.string()) }));
export const webhookRemoved = defineEvent('webhook.removed', z.object({ host: z.string() }));
export const webhookSecretRotated = defineEvent('webhook.secret_rotated', z.object({}));
export const webhookGaveUp = defineEvent('webhook.gave_up', z.object({ messages: z.number() }));
export const webhookPaused = defineEvent('webhook.paused', z.object({ status: z.number() }));
export const webhookReplayed = defineEvent('webhook.replayed', z.object({ messages: z.number() }));
