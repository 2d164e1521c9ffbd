// TikTok Shop's calls: the signature over app key and raw body, the states, and nothing of the customer.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { pushed } from '../kit/recorded-traffic.fixture.ts';
import { signTiktokShop, tiktokShop } from './tiktok-shop.connector.ts';
import { TIKTOK_SHOP_BODIES, tiktokShopFuzz } from './tiktok-shop.fixture.ts';

const settings = { appKey: '6abcdef', appSecret: 'shop-secret', currency: 'THB' };
const call = (
  body: string,
  signature = createHmac('sha256', settings.appSecret)
    .update(settings.appKey + body, 'utf8')
    .digest('hex'),
  more = {},
) => pushed(tiktokShop, { ...settings, ...more }, 0, { headers: { Authorization: signature }, body });
const ts = 1_644_412_884_000;
const orderId = '576486316948490001';

describe('TikTok Shop', () => {
  it('signs as the standard vector says (RFC 4231, case 2, parted between key and body)', () => {
    expect(signTiktokShop('what do ya want ', 'Jefe', new TextEncoder().encode('for nothing?'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('refuses other signatures and other shops', () => {
    const body = JSON.stringify(TIKTOK_SHOP_BODIES.unpaid);
    expect(call(body, '00')).toEqual({ ok: false, reason: 'bad_signature' });
    expect(call(body, createHmac('sha256', settings.appSecret).update(body).digest('hex'))).toEqual({
      ok: false,
      reason: 'bad_signature',
    });
    expect(call(body, undefined, { shopId: '1' })).toEqual({ ok: false, reason: 'invalid' });
    expect(call(body, undefined, { shopId: '7494049642642441621' })).toMatchObject({ ok: true });
  });

  it.each<[keyof typeof TIKTOK_SHOP_BODIES, unknown[]]>([
    [
      'unpaid',
      [
        {
          type: 'order.created',
          id: `${orderId}:order.created`,
          orderId,
          ts,
          lines: [],
          amount: { minor: 0, currency: 'THB' },
        },
      ],
    ],
    [
      'paid',
      [
        {
          type: 'order.paid',
          id: `${orderId}:order.paid`,
          orderId,
          ts,
          lines: [
            {
              productId: '1729681322177039043',
              sku: 'P2',
              title: 'TINY PERFUME',
              qty: 2,
              amount: { minor: 19_000, currency: 'THB' },
            },
          ],
          amount: { minor: 19_000, currency: 'THB' },
          buyerUid: createHmac('sha256', settings.appSecret)
            .update('buyer:7021436810468230477')
            .digest('hex')
            .slice(0, 32),
        },
      ],
    ],
    [
      'cancelled',
      [
        {
          type: 'order.cancelled',
          id: `${orderId}:order.cancelled`,
          orderId,
          ts,
          lines: [],
          amount: { minor: 0, currency: 'THB' },
          reason: 'out of stock',
        },
      ],
    ],
    ['shipped', []],
    [
      'returned',
      [
        {
          type: 'order.refunded',
          id: `${orderId}:refund:9`,
          orderId,
          ts,
          lines: [],
          amount: { minor: 9500, currency: 'THB' },
        },
      ],
    ],
    ['asked', []],
    ['parcel', []],
  ])('%s', (name, events) => {
    const answer = call(JSON.stringify(TIKTOK_SHOP_BODIES[name]));
    expect(answer).toEqual({
      ok: true,
      events,
      unread: 0,
      reply: { status: 200, type: 'application/json', body: '{"code":0}' },
    });
    expect(JSON.stringify(answer)).not.toMatch(/Somchai|81\*/);
  });

  it.each(tiktokShopFuzz.map((one) => [one.name, one] as const))('%s never throws on damage', (_, one) => {
    expect(fuzzDecoder(one, 3000, 7).inputs).toBe(3000);
  });
});
