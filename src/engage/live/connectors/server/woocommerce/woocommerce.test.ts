// WooCommerce's calls: signature, states of an order, and nothing of the customer.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { pushed } from '../kit/recorded-traffic.fixture.ts';
import { woocommerce } from './woocommerce.connector.ts';
import { WOO_ORDERS, wooCommerceFuzz } from './woocommerce.fixture.ts';

const secret = 'woo-secret';
const call = (topic: string, order: object | string) => {
  const body = typeof order === 'string' ? order : JSON.stringify(order);
  const signature = createHmac('sha256', secret).update(body, 'utf8').digest('base64');
  return pushed(woocommerce, { secret }, 0, {
    headers: { 'X-WC-Webhook-Topic': topic, 'X-WC-Webhook-Signature': signature },
    body,
  });
};
const buyerUid = createHmac('sha256', secret).update('buyer:17').digest('hex').slice(0, 32);
const base = {
  orderId: '727',
  lines: [{ productId: '93', sku: 'W1', title: 'Woo Single #1', qty: 2, amount: { minor: 600, currency: 'EUR' } }],
  amount: { minor: 2935, currency: 'EUR' },
  buyerUid,
};
const created = { type: 'order.created', id: '727:order.created', ts: Date.UTC(2026, 4, 1, 22), ...base };
const modified = Date.UTC(2026, 4, 1, 22, 5);

describe('WooCommerce', () => {
  it.each<[string, keyof typeof WOO_ORDERS, unknown[]]>([
    ['order.created', 'pending', [created]],
    [
      'order.created',
      'processing',
      [created, { type: 'order.paid', id: '727:order.paid', ts: Date.UTC(2026, 4, 1, 22, 0, 30), ...base }],
    ],
    [
      'order.updated',
      'processing',
      [{ type: 'order.paid', id: '727:order.paid', ts: Date.UTC(2026, 4, 1, 22, 0, 30), ...base }],
    ],
    ['order.updated', 'cancelled', [{ type: 'order.cancelled', id: '727:order.cancelled', ts: modified, ...base }]],
    [
      'order.updated',
      'failed',
      [{ type: 'order.cancelled', id: '727:order.cancelled', ts: modified, ...base, reason: 'failed' }],
    ],
    [
      'order.updated',
      'refunded',
      [
        {
          type: 'order.refunded',
          id: '727:order.refunded',
          ts: modified,
          ...base,
          amount: { minor: 935, currency: 'EUR' },
        },
      ],
    ],
    ['order.updated', 'draft', []],
    ['product.updated', 'pending', []],
  ])('%s %s', (topic, name, events) => {
    const answer = call(topic, WOO_ORDERS[name]);
    expect(answer).toMatchObject({ ok: true, events, unread: 0 });
    expect(JSON.stringify(answer)).not.toMatch(/John|doe|555|Market/);
  });

  it('checks the signature over the raw body, and only lets the unsigned ping through', () => {
    expect(pushed(woocommerce, { secret }, 0, { headers: { 'x-wc-webhook-signature': 'AAAA' }, body: '{}' })).toEqual({
      ok: false,
      reason: 'bad_signature',
    });
    expect(pushed(woocommerce, { secret }, 0, { body: JSON.stringify(WOO_ORDERS.pending) })).toEqual({
      ok: false,
      reason: 'bad_signature',
    });
    expect(pushed(woocommerce, { secret }, 0, { body: 'webhook_id=42' })).toMatchObject({ ok: true, events: [] });
    expect(call('order.created', 'no json')).toMatchObject({ ok: true, events: [], unread: 1 });
  });

  it.each(wooCommerceFuzz.map((one) => [one.name, one] as const))('%s never throws on damage', (_, one) => {
    expect(fuzzDecoder(one, 3000, 7).inputs).toBe(3000);
  });
});
