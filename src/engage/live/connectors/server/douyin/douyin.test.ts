// Douyin's pushes: the official signature, every type, what is refused, and the gap its breaker leaves.
import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { createPushWatch } from '../kit/push-watch.ts';
import { pushed } from '../kit/recorded-traffic.fixture.ts';
import { douyin } from './douyin.connector.ts';
import { douyinCalls, douyinFuzz, douyinVectors } from './douyin.fixture.ts';
import { signDouyin } from './douyin-signature.ts';

const now = 1_764_000_005_000;
const secret = 'app-secret';
function call(type: string, body: string, more: { at?: number; room?: string; signature?: string } = {}) {
  const headers = {
    'x-nonce-str': 'n',
    'x-timestamp': String(more.at ?? now),
    'x-roomid': more.room ?? '268',
    'x-msg-type': type,
  };
  const signature = more.signature ?? signDouyin(secret, headers, body);
  return pushed(douyin, { secret, roomId: '268' }, now, { headers: { ...headers, 'X-Signature': signature }, body });
}
const user = { uid: 'sec-1', name: '小雨' };

describe('the data push of Douyin', () => {
  it.each(douyinVectors)(
    'is signed as in the documentation ($headers.x-msg-type)',
    ({ headers, body, secret: key, signature }) => {
      expect(signDouyin(key, headers, body)).toBe(signature);
    },
  );

  it.each([
    [
      'live_comment',
      [
        { id: '7300000000000000001', ts: 1_764_000_000_123, type: 'comment', text: '3号链接多少钱', user },
        { id: '7300000000000000002', ts: 1_764_000_000_456, type: 'comment', text: '发什么快递', user },
      ],
    ],
    [
      'live_gift',
      [
        {
          id: '7300000000000000003',
          ts: 1_764_000_001_000,
          type: 'gift',
          giftId: 'gift-a',
          name: 'gift-a',
          count: 3,
          free: false,
          value: { minor: 300, currency: 'CNY' },
          user,
        },
        {
          id: '7300000000000000004',
          ts: 1_764_000_001_500,
          type: 'gift',
          giftId: 'gift-b',
          name: 'gift-b',
          count: 1,
          free: false,
          value: { minor: 990, currency: 'CNY' },
          test: true,
          user,
        },
      ],
    ],
    ['live_like', [{ id: '7300000000000000005', ts: 1_764_000_002_000, type: 'like', count: 12, user }]],
    [
      'live_fansclub',
      [
        {
          id: '7300000000000000006',
          ts: 1_764_000_003_000,
          type: 'viewer.subscribe',
          channel: 'fansclub',
          user: { ...user, role: 'fan', level: 1 },
        },
        {
          id: '7300000000000000007',
          ts: 1_764_000_003_500,
          type: 'system',
          name: 'douyin.fansclub_level',
          data: { level: 5 },
          user: { ...user, role: 'fan', level: 5 },
        },
      ],
    ],
  ] as const)('brings %s', (type, events) => {
    expect(call(type, douyinCalls[type])).toEqual({
      ok: true,
      events,
      unread: 0,
      reply: { status: 200, type: 'application/json', body: '{"err_no":0,"err_msg":"ok"}' },
    });
  });

  it('counts what it cannot read', () => {
    expect(call('live_comment', '[{"msg_id":"1"},{},null,5]')).toMatchObject({ ok: true, events: [], unread: 4 });
    expect(call('live_new', '[{"msg_id":"1"}]')).toMatchObject({ ok: true, events: [], unread: 1 });
    expect(
      call('live_comment', '[{"msg_id":7300000000000000001,"timestamp":1764000000123,"content":"在吗"}]'),
    ).toMatchObject({
      events: [{ id: '7300000000000000001' }],
    });
  });

  it('refuses what is not signed, old, of another room, or no list', () => {
    expect(call('live_like', '[]', { signature: 'x' })).toEqual({ ok: false, reason: 'bad_signature' });
    expect(call('live_like', '[]', { at: now - 16 * 60_000 })).toEqual({ ok: false, reason: 'stale_signature' });
    expect(call('live_like', '[]', { at: 456789 })).toEqual({ ok: false, reason: 'stale_signature' });
    expect(call('live_like', '[]', { room: '269' })).toEqual({ ok: false, reason: 'invalid' });
    expect(call('live_like', '{}')).toEqual({ ok: false, reason: 'invalid' });
  });

  it('survives damaged bodies', () => {
    expect(fuzzDecoder(douyinFuzz, 2000, 3).inputs).toBe(2000);
  });
});

describe('a watch over pushes', () => {
  const busy = () => {
    const watch = createPushWatch();
    for (let second = 0; second < 300; second += 1) expect(watch.taken(now + second * 1000, 5)).toBeNull();
    return { watch, last: now + 299_000 };
  };

  it('tells the gap of an open breaker, and about how much was lost', () => {
    const { watch, last } = busy();
    for (let time = 0; time < 10; time += 1) watch.failed(last);
    const gap = watch.taken(last + 60_000, 5);
    expect(gap).toMatchObject({ type: 'room.gap', from: last, to: last + 60_000, cause: 'breaker' });
    expect(gap?.estimatedLost).toBeGreaterThan(240);
    expect(gap?.estimatedLost).toBeLessThan(330);
  });

  it('calls it silence when we had not failed, and a quiet room no gap', () => {
    const { watch, last } = busy();
    expect(watch.taken(last + 60_000, 5)?.cause).toBe('silence');
    expect(watch.taken(last + 65_000, 5)).toBeNull();
    const quiet = createPushWatch();
    for (let minute = 0; minute < 20; minute += 1) expect(quiet.taken(now + minute * 60_000, 2)).toBeNull();
  });
});
