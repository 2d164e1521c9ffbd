// The open platform of Bilibili: signed calls, every message, and a session that is closed and begun anew.
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isEventFault, readDecodedEvent } from '../../../stream/core/read-event.contract.ts';
import { commandPacket } from '../bilibili-web/bilibili-web.fixture.ts';
import { encodePacket, OP, readFrame } from '../bilibili-web/frames.ts';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { breathe, RecordedTraffic } from '../kit/recorded-traffic.fixture.ts';
import { bilibiliOpen } from './bilibili-open.connector.ts';
import { bilibiliOpenFuzz, openMessages } from './bilibili-open.fixture.ts';
import { decodeOpenCommand } from './open-commands.ts';
import { openHeaders } from './sign-open.ts';

const now = 1_764_000_100_000;
const said = (name: string) => decodeOpenCommand(openMessages[name], now);
const fan = { uid: 'open-1', name: '小雨', role: 'fan' };

describe('messages of the open platform', () => {
  it.each([
    ['DM', [{ id: 'm-1', ts: 1_764_000_000_000, type: 'comment', text: '3号链接有运费险吗', user: fan }]],
    [
      'DM_ADMIN_STICKER',
      [
        {
          id: 'm-2',
          ts: 1_764_000_001_000,
          type: 'comment',
          text: '赞',
          kind: 'emote',
          mentions: ['阿木'],
          user: { ...fan, role: 'mod' },
        },
      ],
    ],
    // 0.08 yuan each, three pieces.
    [
      'SEND_GIFT',
      [
        {
          id: 'm-3',
          ts: 1_764_000_002_000,
          type: 'gift',
          giftId: '31036',
          name: '小花花',
          count: 3,
          free: false,
          value: { minor: 24, currency: 'CNY' },
          combo: { id: 'combo-1', index: 2, end: true },
          user: fan,
        },
      ],
    ],
    [
      'SEND_GIFT_FREE',
      [
        {
          id: 'm-4',
          ts: 1_764_000_003_000,
          type: 'gift',
          giftId: '1',
          name: '辣条',
          count: 10,
          free: true,
          user: { ...fan, role: 'viewer' },
        },
      ],
    ],
    [
      'SUPER_CHAT',
      [
        {
          id: 'sc.9007199254740',
          ts: 1_764_000_004_000,
          type: 'superchat',
          text: '请问过敏能喝吗',
          amount: { minor: 3000, currency: 'CNY' },
          pinSeconds: 60,
          user: fan,
        },
      ],
    ],
    ['SUPER_CHAT_DEL', [{ ts: now, type: 'comment.remove', targetId: 'sc.9007199254740', by: 'platform' }]],
    [
      'GUARD',
      [
        {
          id: 'm-7',
          ts: 1_764_000_006_000,
          type: 'viewer.subscribe',
          tier: '舰长',
          months: 1,
          channel: 'guard',
          user: { ...fan, role: 'member' },
        },
        {
          id: 'm-7.paid',
          ts: 1_764_000_006_000,
          type: 'gift',
          giftId: 'guard.3',
          name: '舰长',
          count: 1,
          free: false,
          value: { minor: 19_800, currency: 'CNY' },
          user: { ...fan, role: 'member' },
        },
      ],
    ],
    ['LIKE', [{ id: 'm-8', ts: 1_764_000_007_000, type: 'like', count: 7, user: { ...fan, role: 'viewer' } }]],
    ['LIVE_ROOM_ENTER', [{ ts: 1_764_000_008_000, type: 'viewer.enter', user: { ...fan, role: 'viewer' } }]],
    ['LIVE_START', [{ ts: 1_764_000_009_000, type: 'room.start', title: '燕麦奶专场', category: '日常' }]],
    ['LIVE_END', [{ ts: 1_764_000_010_000, type: 'room.end', title: '燕麦奶专场', category: '日常' }]],
  ])('%s', (name, events) => {
    expect(said(name)).toEqual({ events, outcome: 'decoded' });
    for (const event of events) expect(isEventFault(readDecodedEvent(event))).toBe(false);
  });

  it('leave nothing unread silently', () => {
    expect(said('INTERACTION_END').outcome).toBe('ignored');
    for (const broken of [
      null,
      {},
      { cmd: 'LIVE_OPEN_PLATFORM_NEW' },
      { cmd: 'LIVE_OPEN_PLATFORM_DM', data: [] },
      { cmd: 'DANMU_MSG' },
    ])
      expect(decodeOpenCommand(broken, now)).toEqual({ events: [], outcome: 'unread' });
  });

  it('survive damage', () => {
    expect(fuzzDecoder(bilibiliOpenFuzz, 2000, 5).inputs).toBe(2000);
  });
});

describe('a signed call', () => {
  it('covers the six headers in their order, and the body', () => {
    const body = '{"code":"IDCODE","app_id":1700000000000}';
    const headers = openHeaders(
      { accessKeyId: 'key-id', accessKeySecret: 'key-secret' },
      body,
      1_764_000_000,
      'nonce-1',
    );
    const signed = [
      'x-bili-accesskeyid:key-id',
      `x-bili-content-md5:${createHash('md5').update(body).digest('hex')}`,
      'x-bili-signature-method:HMAC-SHA256',
      'x-bili-signature-nonce:nonce-1',
      'x-bili-signature-version:1.0',
      'x-bili-timestamp:1764000000',
    ].join('\n');
    expect(headers.authorization).toBe(createHmac('sha256', 'key-secret').update(signed).digest('hex'));
    expect(headers['x-bili-content-md5']).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('a session', () => {
  const settings = { appId: '1700000000000', accessKeyId: 'key-id', accessKeySecret: 'key-secret', code: 'IDCODE' };
  const play = (heartbeat = () => 0, start = () => 0) => {
    let games = 0;
    return new RecordedTraffic(now, ({ url }) => {
      if (url.endsWith('/v2/app/start')) {
        const code = start();
        if (code !== 0) return { body: { code, message: 'no', data: {} } };
        games += 1;
        const websocket_info = {
          auth_body: `{"key":"line-${games}"}`,
          wss_link: ['wss://broadcastlv.chat.bilibili.com:443/sub'],
        };
        return { body: { code: 0, data: { game_info: { game_id: `game-${games}` }, websocket_info } } };
      }
      return { body: { code: url.endsWith('/heartbeat') ? heartbeat() : 0, data: {} } };
    });
  };
  const calls = (traffic: RecordedTraffic, path: string) => traffic.asked.filter(({ url }) => url.endsWith(path));
  const welcome = encodePacket(OP.authReply, '{"code":0}');

  it('begins, beats every 20 seconds, and ends', async () => {
    const traffic = play();
    const running = bilibiliOpen.open!(settings, traffic);
    await breathe();
    expect(calls(traffic, '/v2/app/start')[0]?.body).toBe('{"code":"IDCODE","app_id":1700000000000}');
    traffic.line.opens();
    expect(new TextDecoder().decode(readFrame(traffic.line.sent[0] as Uint8Array).packets[0]?.body)).toBe(
      '{"key":"line-1"}',
    );
    traffic.line.says(welcome);
    traffic.line.says(commandPacket(openMessages.DM));
    await traffic.pass(61_000);
    expect(calls(traffic, '/v2/app/heartbeat').map(({ body }) => body)).toEqual(
      Array.from({ length: 3 }, () => '{"game_id":"game-1"}'),
    );
    expect(traffic.events.length).toBe(1);
    await running.stop();
    expect(calls(traffic, '/v2/app/end')[0]?.body).toBe('{"app_id":1700000000000,"game_id":"game-1"}');
    const asked = traffic.asked.length;
    await traffic.pass(600_000);
    expect(traffic.asked.length).toBe(asked);
  });

  it.each([7000, 7003])('begins anew when a heartbeat is answered with %d', async (code) => {
    const answers = [0, code];
    const traffic = play(() => answers.shift() ?? 0);
    bilibiliOpen.open!(settings, traffic);
    await breathe();
    traffic.line.opens();
    traffic.line.says(welcome);
    await traffic.pass(40_000);
    expect(traffic.states.at(-1)).toBe('waiting session_closed');
    await traffic.pass(1000);
    expect(calls(traffic, '/v2/app/start').length).toBe(2);
    expect(calls(traffic, '/v2/app/end').length).toBe(0);
    traffic.line.opens();
    traffic.line.says(welcome);
    expect(traffic.gaps).toEqual([{ from: now, to: now + 41_000, cause: 'disconnect' }]);
  });

  it('begins anew when the platform ends its own session, not when it ends another', async () => {
    const traffic = play();
    bilibiliOpen.open!(settings, traffic);
    await breathe();
    traffic.line.opens();
    traffic.line.says(welcome);
    traffic.line.says(commandPacket({ cmd: 'LIVE_OPEN_PLATFORM_INTERACTION_END', data: { game_id: 'game-0' } }));
    expect(traffic.states.at(-1)).toBe('open');
    traffic.line.says(commandPacket(openMessages.INTERACTION_END));
    expect(traffic.states.at(-1)).toBe('waiting session_closed');
  });

  it('says what the platform refused', async () => {
    const wrongKey = play(undefined, () => 4002);
    bilibiliOpen.open!(settings, wrongKey);
    await breathe();
    expect(wrongKey.states).toEqual(['connecting', 'failed start_4002']);
    const busy = play(undefined, () => 7001);
    bilibiliOpen.open!(settings, busy);
    await breathe();
    expect(busy.states.at(-1)).toBe('waiting start_7001');
  });
});
