// Takes Shopify's signed webhooks, so that what was said can be laid beside what was bought.
import { z } from 'zod';
import { sameText, signBody } from '../../../../../platform/secrets/signatures.ts';
import type { Connector } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { decodeShopify } from './decode-shopify.ts';

const settings = z.object({
  /** Key under which the shop's webhooks are signed (Settings, Notifications, Webhooks) or the app's client secret. */
  secret: z.string().min(8).max(200),
  /** Only this shop's calls are taken, for example `name.myshopify.com`. */
  shop: z.string().trim().toLowerCase().max(200).optional(),
});

export const shopify: Connector<z.output<typeof settings>> = {
  manifest: {
    kind: 'shopify',
    transport: 'push',
    trust: 'signed',
    isOfficial: true,
    settings,
    secrets: ['secret'],
    gives: ['order.created', 'order.paid', 'order.cancelled', 'order.refunded'],
    docs: 'https://shopify.dev/docs/apps/build/webhooks',
  },
  receive({ headers, body }, { secret, shop }) {
    if (!sameText(headers['x-shopify-hmac-sha256'], signBody(secret, body)))
      return { ok: false, reason: 'bad_signature' };
    if (shop !== undefined && headers['x-shopify-shop-domain']?.toLowerCase() !== shop)
      return { ok: false, reason: 'invalid' };
    const events = decodeShopify(headers['x-shopify-topic'] ?? '', exactJson(body), secret);
    const isTest = headers['x-shopify-test'] === 'true';
    const reply = { status: 200, type: 'text/plain', body: 'ok' };
    if (!events) return { ok: true, events: [], unread: 1, reply };
    return { ok: true, events: isTest ? events.map((event) => ({ ...event, test: true })) : events, unread: 0, reply };
  },
};
