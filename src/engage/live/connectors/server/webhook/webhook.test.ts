// A signed call of a bridge brings its events; anything unsigned, old, repeated or malformed does not.
import { describe, expect, it } from 'vitest';
import { signWebhook } from '../../../../../platform/secrets/standard-webhook.ts';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { pushed } from '../kit/recorded-traffic.fixture.ts';
import { webhook } from './webhook.connector.ts';
import { bridgeCall, standardVector, webhookFuzz } from './webhook.fixture.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const now = 1_764_000_010_000;
const headers = (body: string, at = now / 1000, id = 'msg_1') => ({
  'Webhook-Id': id,
  'Webhook-Timestamp': String(at),
  'Webhook-Signature': signWebhook(secret, id, at, body),
});
const call = (body: string, given = headers(body)) => pushed(webhook, { secret }, now, { headers: given, body });

describe('the webhook', () => {
  it('signs as the Standard Webhooks libraries do', () => {
    const { secret: key, id, timestamp, body, signature } = standardVector;
    expect(signWebhook(key, id, timestamp, body)).toBe(signature);
  });

  it('takes the events it can read and names the fields of the others', () => {
    expect(call(bridgeCall)).toEqual({
      ok: true,
      callId: 'msg_1',
      unread: 2,
      events: [
        {
          type: 'comment',
          id: 'c-1',
          ts: 1_764_000_000_123,
          text: '3号链接还有货吗',
          user: { uid: '9007199254740993', name: '小雨', role: 'fan' },
        },
        {
          type: 'product.pin',
          id: 'msg_1.1',
          ts: 1_764_000_001_000,
          productId: 'p3',
          action: 'pin',
          index: 3,
          title: '燕麦奶',
          price: { minor: 3990, currency: 'CNY' },
        },
        {
          type: 'order.paid',
          id: 'o-7',
          ts: 1_764_000_002_000,
          orderId: '20261122007',
          lines: [{ productId: 'p3', qty: 2, amount: { minor: 7980, currency: 'CNY' } }],
          amount: { minor: 7980, currency: 'CNY' },
          attribution: 'live',
        },
      ],
      reply: {
        status: 200,
        type: 'application/json',
        body: '{"taken":3,"rejected":[{"index":3,"field":"text","code":"missing"},{"index":4,"field":"type","code":"not_allowed"}]}',
      },
    });
  });

  it.each([
    [
      'another secret',
      { ...headers('[]'), 'Webhook-Signature': signWebhook('another-secret-of-mine', 'msg_1', now / 1000, '[]') },
    ],
    ['another body', headers('[1]')],
    ['another id', { ...headers('[]'), 'Webhook-Id': 'msg_2' }],
    ['no signature', {}],
    ['a time that is none', { ...headers('[]'), 'Webhook-Timestamp': 'now' }],
  ])('refuses %s', (_, given) => {
    expect(call('[]', given as ReturnType<typeof headers>)).toEqual({ ok: false, reason: 'bad_signature' });
  });

  it('refuses a right signature more than five minutes old or early', () => {
    for (const off of [-301, 301])
      expect(call('[]', headers('[]', now / 1000 + off))).toEqual({ ok: false, reason: 'stale_signature' });
    expect(call('[]', headers('[]', now / 1000 - 299))).toMatchObject({ ok: true });
  });

  it('takes one right signature of several while a key is changed', () => {
    const given = headers('[]');
    given['Webhook-Signature'] = `v1,old ${given['Webhook-Signature']}`;
    expect(call('[]', given)).toMatchObject({ ok: true });
  });

  it.each(['nonsense', '3', 'null', JSON.stringify(Array.from({ length: 1001 }, () => ({})))])(
    'refuses a body that is no batch',
    (body) => {
      expect(call(body)).toEqual({ ok: false, reason: 'invalid' });
    },
  );

  it('survives damaged bodies', () => {
    expect(fuzzDecoder(webhookFuzz, 2000, 7).inputs).toBe(2000);
  });
});
