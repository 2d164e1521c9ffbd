// Shopify's calls: the signature over the raw body, the events, and nothing of the customer in them.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signBody } from '../../../../../platform/secrets/signatures.ts';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { pushed } from '../kit/recorded-traffic.fixture.ts';
import { shopify } from './shopify.connector.ts';
import { SHOPIFY_BODIES, shopifyFuzz } from './shopify.fixture.ts';

const secret = 'hush-hush-hush';
const call = (topic: string, body = SHOPIFY_BODIES[topic]!, more: Record<string, string> = {}) =>
  pushed(shopify, { secret }, 0, {
    headers: {
      'X-Shopify-Topic': topic,
      'X-Shopify-Hmac-SHA256': createHmac('sha256', secret).update(body, 'utf8').digest('base64'),
      ...more,
    },
    body,
  });
const reply = { status: 200, type: 'text/plain', body: 'ok' };
const buyerUid = createHmac('sha256', secret).update('buyer:115310627314723954').digest('hex').slice(0, 32);
const lines = [
  {
    productId: '788032119674292922',
    sku: 'SKU2006-001',
    title: 'IPod Nano - 8GB',
    qty: 2,
    amount: { minor: 39_300, currency: 'USD' },
  },
  { title: 'Gift wrap', qty: 1, amount: { minor: 1000, currency: 'USD' } },
];
const base = { orderId: '820982911946154508', lines, amount: { minor: 40_300, currency: 'USD' }, buyerUid };

describe('signature', () => {
  it('is base64 of HMAC-SHA256 (RFC 4231, case 2)', () => {
    expect(signBody('Jefe', new TextEncoder().encode('what do ya want for nothing?'))).toBe(
      Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString('base64'),
    );
  });

  it('refuses another body, another key and none', () => {
    const body = SHOPIFY_BODIES['orders/create']!;
    const refused = { ok: false, reason: 'bad_signature' };
    expect(
      call('orders/create', body, {
        'X-Shopify-Hmac-SHA256': createHmac('sha256', secret).update(`${body} `).digest('base64'),
      }),
    ).toEqual(refused);
    expect(
      call('orders/create', body, {
        'X-Shopify-Hmac-SHA256': createHmac('sha256', 'other').update(body).digest('base64'),
      }),
    ).toEqual(refused);
    expect(pushed(shopify, { secret }, 0, { body })).toEqual(refused);
    expect(
      pushed(shopify, { secret, shop: 'a.myshopify.com' }, 0, {
        headers: { 'x-shopify-hmac-sha256': signBody(secret, new TextEncoder().encode(body)) },
        body,
      }),
    ).toEqual({ ok: false, reason: 'invalid' });
  });
});

describe('events', () => {
  it.each([
    [
      'orders/create',
      { type: 'order.created', id: '820982911946154508:order.created', ts: Date.UTC(2026, 4, 1, 12), ...base },
    ],
    [
      'orders/paid',
      { type: 'order.paid', id: '820982911946154508:order.paid', ts: Date.UTC(2026, 4, 1, 12, 0, 5), ...base },
    ],
    [
      'orders/cancelled',
      {
        type: 'order.cancelled',
        id: '820982911946154508:order.cancelled',
        ts: Date.UTC(2026, 4, 1, 13),
        ...base,
        reason: 'customer',
      },
    ],
    [
      'refunds/create',
      {
        type: 'order.refunded',
        id: '820982911946154508:refund:890088186047892319',
        ts: Date.UTC(2026, 4, 2, 10, 0, 1),
        orderId: '820982911946154508',
        lines: [
          {
            productId: '788032119674292922',
            sku: 'SKU2006-001',
            title: 'IPod Nano - 8GB',
            qty: 1,
            amount: { minor: 19_400, currency: 'USD' },
          },
        ],
        amount: { minor: 19_400, currency: 'USD' },
        reason: 'note',
      },
    ],
  ])('%s', (topic, event) => {
    const answer = call(topic);
    expect(answer).toEqual({ ok: true, events: [event], unread: 0, reply });
    expect(JSON.stringify(answer)).not.toMatch(/john|Jon|Steve|Street|555|@|115310627314723954/);
  });

  it('marks tests, passes over other topics, counts what it cannot read', () => {
    const test = call('orders/paid', SHOPIFY_BODIES['orders/paid'], { 'X-Shopify-Test': 'true' });
    expect(test.ok && test.events[0]!.test).toBe(true);
    expect(call('products/update', '{}')).toEqual({ ok: true, events: [], unread: 0, reply });
    expect(call('orders/create', '{"id":1}')).toEqual({ ok: true, events: [], unread: 1, reply });
    expect(call('orders/create', 'no json')).toEqual({ ok: true, events: [], unread: 1, reply });
  });
});

describe('damage', () => {
  it.each(shopifyFuzz.map((one) => [one.name, one] as const))('%s never throws', (_, one) => {
    expect(fuzzDecoder(one, 1500, 7).inputs).toBe(1500);
  });
});
