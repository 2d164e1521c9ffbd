// The example of the Standard Webhooks specification, and a call as a bridge sends it.
import type { FuzzCase } from '../../core/connector.contract.ts';
import { decodeWebhook } from './webhook.connector.ts';

/** https://github.com/standard-webhooks/standard-webhooks (MIT), test vector of the reference libraries. */
export const standardVector = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1614265330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

export const bridgeCall = `{"events":[
  {"type":"comment","id":"c-1","ts":1764000000123,"text":"3号链接还有货吗","user":{"uid":9007199254740993,"name":"小雨","role":"fan"}},
  {"type":"product.pin","ts":1764000001000,"productId":"p3","action":"pin","index":3,"title":"燕麦奶","price":{"minor":3990,"currency":"CNY"}},
  {"type":"order.paid","id":"o-7","ts":1764000002000,"orderId":"20261122007","lines":[{"productId":"p3","qty":2,"amount":{"minor":7980,"currency":"CNY"}}],"amount":{"minor":7980,"currency":"CNY"},"attribution":"live"},
  {"type":"comment","ts":1764000003000},
  {"type":"interaction.entry","ts":1764000004000,"interactionId":"draw_1","by":"tap"}
]}`;

export const webhookFuzz: FuzzCase = {
  name: 'webhook',
  seeds: [bridgeCall, '[{"type":"like","ts":1764000000000,"count":3}]'].map((text) => new TextEncoder().encode(text)),
  decode(data) {
    const batch = decodeWebhook(data, 'call');
    return batch ? { events: batch.events, unread: batch.rejected.length } : { events: [], unread: 1 };
  },
};
