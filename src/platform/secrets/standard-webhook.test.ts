// What is signed here is read by the published library and by ours, and nothing else is.
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { checkWebhook, newWebhookSecret, signWebhook } from './standard-webhook.ts';

const secret = newWebhookSecret();
const at = 1_772_416_800;
const body = '{"what":"好"}';
const headers = (signature: string, time = at) => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(time),
  'webhook-signature': signature,
});
const check = (given: Record<string, string>, now = at, text = body) =>
  checkWebhook(secret, given, Buffer.from(text), now * 1000);

it('signs as the published library does', () => {
  expect(signWebhook(secret, 'msg_1', at, body)).toBe(new Webhook(secret).sign('msg_1', new Date(at * 1000), body));
});

it('takes one right signature of several, for this body, id and time only', () => {
  const right = signWebhook(secret, 'msg_1', at, body);
  expect(check(headers(`v1,AAAA ${right}`))).toEqual({ ok: true, id: 'msg_1' });
  const no = { ok: false, reason: 'bad_signature' };
  expect(check(headers(right), at, `${body} `)).toEqual(no);
  expect(check({ ...headers(right), 'webhook-id': 'msg_2' })).toEqual(no);
  expect(check(headers(right, at + 1))).toEqual(no);
  expect(check(headers(signWebhook(newWebhookSecret(), 'msg_1', at, body)))).toEqual(no);
  expect(checkWebhook('whsec_', headers(right), Buffer.from(body), at * 1000)).toEqual(no);
});

it('calls a right signature stale after five minutes, before and behind', () => {
  const right = headers(signWebhook(secret, 'msg_1', at, body));
  expect([300, -300, 301, -301].map((by) => check(right, at + by).ok)).toEqual([true, true, false, false]);
  expect(check(right, at + 301)).toEqual({ ok: false, reason: 'stale_signature' });
});
