// Shops that push their orders to us, each with the secret its platform signs with.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { signalBatchAnswer } from './signal.contract.ts';

export const PLATFORMS = ['shopify', 'woocommerce'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Topics a platform should be told to send; others are answered and not kept. */
export const TOPICS: Record<Platform, readonly string[]> = {
  shopify: [
    'orders/create',
    'orders/paid',
    'orders/cancelled',
    'refunds/create',
    'fulfillments/create',
    'fulfillments/update',
    'returns/approve',
    'returns/close',
  ],
  woocommerce: ['order.created', 'order.updated', 'product.created', 'product.updated'],
};

export const shopSourceView = z
  .object({
    id: z.string(),
    name: z.string(),
    platform: z.enum(PLATFORMS),
    enabled: z.boolean(),
    /** Address the platform posts to. */
    path: z.string(),
    topics: z.array(z.string()),
    createdAt: z.string(),
    lastDeliveryAt: z.string().nullable(),
  })
  .meta({ id: 'ShopSource' });
export type ShopSourceView = z.output<typeof shopSourceView>;

export const shopDeliveryView = z.object({
  deliveryId: z.string(),
  topic: z.string(),
  receivedAt: z.string(),
  recorded: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
});

const idParam = z.object({ id: z.string().max(60) });
const name = z.string().trim().min(1).max(100);
/** Shopify signs with a secret of its own making, so one may be brought; WooCommerce takes ours. */
const secret = z.string().trim().min(16).max(200);

export const listShopSourcesRoute = route({
  id: 'listShopSources',
  method: 'GET',
  path: '/api/v1/shop-sources',
  summary: 'Shops that push orders to this workspace',
  access: 'channel.read',
  query: pageQuery,
  ok: pageOf(shopSourceView),
});
export const createShopSourceRoute = route({
  id: 'createShopSource',
  method: 'POST',
  path: '/api/v1/shop-sources',
  summary: 'Connect a Shopify or WooCommerce shop; the signing secret is answered once',
  access: 'channel.edit',
  body: z.object({ name, platform: z.enum(PLATFORMS), secret: secret.optional() }),
  ok: z.object({ source: shopSourceView, secret: z.string() }),
  status: 201,
  refusals: ['name_taken'],
});
export const changeShopSourceRoute = route({
  id: 'changeShopSource',
  method: 'PATCH',
  path: '/api/v1/shop-sources/:id',
  summary: 'Rename, switch on or off',
  access: 'channel.edit',
  params: idParam,
  body: z.object({ name: name.optional(), enabled: z.boolean().optional() }),
  ok: shopSourceView,
  refusals: ['not_found', 'name_taken'],
});
export const rotateShopSecretRoute = route({
  id: 'rotateShopSecret',
  method: 'POST',
  path: '/api/v1/shop-sources/:id/secret',
  summary: 'Put a new signing secret; the old one ends at once',
  access: 'channel.edit',
  params: idParam,
  body: z.object({ secret: secret.optional() }),
  ok: z.object({ secret: z.string() }),
  status: 201,
  refusals: ['not_found'],
});
export const listShopDeliveriesRoute = route({
  id: 'listShopDeliveries',
  method: 'GET',
  path: '/api/v1/shop-sources/:id/deliveries',
  summary: 'What a shop delivered, newest first',
  access: 'channel.read',
  params: idParam,
  query: pageQuery,
  ok: pageOf(shopDeliveryView),
});
export const receiveShopRoute = route({
  id: 'receiveShopWebhook',
  method: 'POST',
  path: '/api/v1/shop-hooks/:id',
  summary: 'Deliver a Shopify or WooCommerce webhook, signed over its bytes; a delivery sent again is a duplicate',
  access: 'public',
  perMinute: 6000,
  params: idParam,
  bodyKind: 'raw',
  bodyLimit: 4 * 1024 * 1024,
  ok: signalBatchAnswer.extend({
    /** `taken`, `duplicate` (this delivery was taken before), `ignored` (a topic we keep nothing of) or `ping`. */
    delivery: z.enum(['taken', 'duplicate', 'ignored', 'ping']),
  }),
  refusals: ['not_found', 'bad_signature', 'bad_json'],
});

export const shopSourceRoutes = [
  listShopSourcesRoute,
  createShopSourceRoute,
  changeShopSourceRoute,
  rotateShopSecretRoute,
  listShopDeliveriesRoute,
  receiveShopRoute,
] as const;
