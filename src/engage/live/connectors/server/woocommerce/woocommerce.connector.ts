// Takes WooCommerce's signed webhooks of orders.
import { z } from 'zod';
import { sameText, signBody } from '../../../../../platform/secrets/signatures.ts';
import type { Connector } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { decodeWooCommerce } from './decode-woocommerce.ts';

const settings = z.object({
  /** The webhook's own secret (WooCommerce, Settings, Advanced, Webhooks). */
  secret: z.string().min(8).max(200),
});

export const woocommerce: Connector<z.output<typeof settings>> = {
  manifest: {
    kind: 'woocommerce',
    transport: 'push',
    trust: 'signed',
    isOfficial: true,
    settings,
    secrets: ['secret'],
    gives: ['order.created', 'order.paid', 'order.cancelled', 'order.refunded'],
    docs: 'https://developer.woocommerce.com/docs/apis/rest-api/v3/webhooks/',
  },
  receive({ headers, body }, { secret }) {
    const reply = { status: 200, type: 'text/plain', body: 'ok' };
    // Saving a webhook sends `webhook_id=…` unsigned, to see whether anybody answers: it carries nothing.
    if (
      headers['x-wc-webhook-signature'] === undefined &&
      body.length < 64 &&
      /^webhook_id=\d{1,12}$/.test(new TextDecoder().decode(body))
    ) {
      return { ok: true, events: [], unread: 0, reply };
    }
    if (!sameText(headers['x-wc-webhook-signature'], signBody(secret, body)))
      return { ok: false, reason: 'bad_signature' };
    const events = decodeWooCommerce(headers['x-wc-webhook-topic'] ?? '', exactJson(body), secret);
    return { ok: true, events: events ?? [], unread: events ? 0 : 1, reply };
  },
};
