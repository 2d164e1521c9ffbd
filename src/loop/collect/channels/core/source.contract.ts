// Webhook sources: shops' own systems and other tools that push voices to us, each with its own secret.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { CHANNELS, recordFeedbackBatchRoute } from '../../intake/core/feedback.contract.ts';

/** Our fields that a foreign payload may be mapped to, by dotted path. */
export const MAPPED_FIELDS = [
  'text',
  'title',
  'rating',
  'externalId',
  'occurredAt',
  'orderNo',
  'productName',
  'productSku',
  'personId',
  'personName',
  'email',
  'phone',
] as const;

export const sourceMapping = z.partialRecord(
  z.enum(MAPPED_FIELDS),
  z.string().regex(/^[\w-]+(\.[\w-]+){0,7}$/, { message: 'bad_path' }),
);
export type SourceMapping = z.output<typeof sourceMapping>;

export const sourceView = z
  .object({
    id: z.string(),
    name: z.string(),
    channel: z.enum(CHANNELS),
    mapping: sourceMapping,
    enabled: z.boolean(),
    /** Address the sender posts to. */
    path: z.string(),
    createdAt: z.string(),
    lastDeliveryAt: z.string().nullable(),
  })
  .meta({ id: 'WebhookSource' });

export const deliveryView = z.object({
  messageId: z.string(),
  receivedAt: z.string(),
  recorded: z.number(),
  duplicates: z.number(),
  quarantined: z.number(),
  rejected: z.number(),
});

const idParam = z.object({ id: z.string() });
const name = z.string().trim().min(1).max(100);

export const listSourcesRoute = route({
  id: 'listWebhookSources',
  method: 'GET',
  path: '/api/v1/webhook-sources',
  summary: 'Webhook sources of this workspace',
  access: 'channel.read',
  query: pageQuery,
  ok: pageOf(sourceView),
});
export const createSourceRoute = route({
  id: 'createWebhookSource',
  method: 'POST',
  path: '/api/v1/webhook-sources',
  summary: 'Make a webhook source; its signing secret is answered once',
  access: 'channel.edit',
  body: z.object({ name, channel: z.enum(CHANNELS).default('webhook'), mapping: sourceMapping.default({}) }),
  ok: z.object({ source: sourceView, secret: z.string() }),
  status: 201,
  refusals: ['name_taken'],
});
export const changeSourceRoute = route({
  id: 'changeWebhookSource',
  method: 'PATCH',
  path: '/api/v1/webhook-sources/:id',
  summary: 'Rename, map, enable or disable a source',
  access: 'channel.edit',
  params: idParam,
  body: z.object({
    name: name.optional(),
    channel: z.enum(CHANNELS).optional(),
    mapping: sourceMapping.optional(),
    enabled: z.boolean().optional(),
  }),
  ok: sourceView,
  refusals: ['not_found', 'name_taken'],
});
export const rotateSecretRoute = route({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/api/v1/webhook-sources/:id/secret',
  summary: 'Make a new signing secret; the old one ends at once',
  access: 'channel.edit',
  params: idParam,
  ok: z.object({ secret: z.string() }),
  status: 201,
  refusals: ['not_found'],
});
export const listDeliveriesRoute = route({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/api/v1/webhook-sources/:id/deliveries',
  summary: 'What a source delivered, newest first',
  access: 'channel.read',
  params: idParam,
  query: pageQuery,
  ok: pageOf(deliveryView),
});
export const receiveRoute = route({
  id: 'receiveWebhook',
  method: 'POST',
  path: '/api/v1/hooks/:id',
  summary: 'Deliver feedback with a Standard Webhooks signature; a message sent again gets the first answer',
  access: 'public',
  perMinute: 6000,
  params: idParam,
  bodyKind: 'raw',
  bodyLimit: 8 * 1024 * 1024,
  ok: recordFeedbackBatchRoute.ok,
  refusals: ['not_found', 'bad_signature', 'stale_signature', 'bad_json', 'too_large_batch', 'empty_batch'],
});

export const sourceCreated = defineEvent('webhook_source.created', z.object({ name: z.string() }));
export const sourceChanged = defineEvent('webhook_source.changed', z.object({ from: z.unknown(), to: z.unknown() }));
export const sourceSecretRotated = defineEvent('webhook_source.secret_rotated', z.object({}));
