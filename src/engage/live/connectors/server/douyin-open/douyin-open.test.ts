// Douyin's open webhooks: the challenge is echoed, messages come in, nothing unsigned is read.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { pushed } from '../kit/recorded-traffic.fixture.ts';
import { douyinOpen } from './douyin-open.connector.ts';
import { challengeCall, douyinOpenFuzz, messageCall } from './douyin-open.fixture.ts';

const secret = 'client-secret';
const call = (body: string, key = secret) =>
  pushed(douyinOpen, { secret }, 1_764_000_000_000, {
    headers: {
      'X-Douyin-Signature': createHash('sha1')
        .update(key + body)
        .digest('hex'),
      'Msg-Id': 'msg-1',
    },
    body,
  });

describe('open webhooks of Douyin', () => {
  it('prove the address', () => {
    expect(call(challengeCall)).toEqual({
      ok: true,
      callId: 'msg-1',
      events: [],
      unread: 0,
      reply: { status: 200, type: 'application/json', body: '{"challenge":12345}' },
    });
    expect(call(challengeCall.replace('{"challenge":12345}', '"{\\"challenge\\":12345}"'))).toMatchObject({
      reply: { body: '{"challenge":12345}' },
    });
  });

  it('bring messages of customers', () => {
    expect(call(messageCall)).toMatchObject({
      events: [
        {
          type: 'message',
          id: '7300000000000000011',
          ts: 1_764_000_000_123,
          text: '昨晚直播拍的还没发货',
          channel: 'douyin',
          user: { uid: 'open-1' },
        },
      ],
      unread: 0,
    });
  });

  it('count other news, and refuse another key or a body that is none', () => {
    expect(call('{"event":"new_video","content":{}}')).toMatchObject({ ok: true, events: [], unread: 1 });
    expect(call(messageCall, 'another')).toEqual({ ok: false, reason: 'bad_signature' });
    expect(call('[]')).toEqual({ ok: false, reason: 'invalid' });
  });

  it('survive damaged bodies', () => {
    expect(fuzzDecoder(douyinOpenFuzz, 2000, 9).inputs).toBe(2000);
  });
});
