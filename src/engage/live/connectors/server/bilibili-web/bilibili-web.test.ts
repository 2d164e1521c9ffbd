// Bilibili's frames and commands, and a recorded visit from the first question to the second line.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isEventFault, readDecodedEvent } from '../../../stream/core/read-event.contract.ts';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { breathe, RecordedTraffic } from '../kit/recorded-traffic.fixture.ts';
import { bilibiliWeb } from './bilibili-web.connector.ts';
import {
  bilibiliFuzz,
  commandPacket,
  expectedAt,
  expectedEvents,
  expectedRoom,
  interactWordPb,
  join,
  packed,
  recordedCommands,
} from './bilibili-web.fixture.ts';
import { decodeCommand } from './commands.ts';
import { encodePacket, OP, readFrame } from './frames.ts';
import { hearBilibili } from './hear-bilibili.ts';
import { mixinKey, signWbi } from './wbi.ts';

const context = { now: expectedAt, roomId: expectedRoom };
const hear = (data: Uint8Array) => hearBilibili(data, (command) => decodeCommand(command, context), expectedAt);

describe('recorded commands', () => {
  it('are 79 of 39 kinds', () => {
    const kinds = new Set(Object.keys(recordedCommands).map((name) => name.split('/')[0]));
    expect([Object.keys(recordedCommands).length, kinds.size]).toEqual([79, 39]);
  });

  it.each(Object.entries(recordedCommands))('%s becomes what it says', (name, command) => {
    const { events, outcome } = decodeCommand(command, context);
    expect(outcome === 'decoded' ? events : outcome).toEqual(expectedEvents[name]);
    for (const event of events) expect(isEventFault(readDecodedEvent(event))).toBe(false);
  });

  it('count each payment once', () => {
    const events = Object.values(recordedCommands).flatMap((command) => decodeCommand(command, context).events);
    const gifts = events.filter((event) => event.type === 'gift');
    expect(gifts.length).toBe(10);
    expect(gifts.filter((gift) => gift.free).every((gift) => gift.value === undefined)).toBe(true);
  });

  it('read who came from the protobuf of the second version', () => {
    expect(decodeCommand({ cmd: 'INTERACT_WORD_V2', data: { pb: interactWordPb } }, context)).toEqual({
      outcome: 'decoded',
      events: [
        {
          type: 'viewer.enter',
          id: 'viewer.enter.77577653691.1700000000123',
          ts: 1_700_000_000_123,
          user: { uid: '77577653691', name: '小雨的木木', role: 'viewer' },
        },
      ],
    });
  });

  it('take an id that has more digits than a number', () => {
    const extra = JSON.stringify({ id_str: '9007199254740993123', reply_uname: '小雨' });
    const info = [
      [0, 1, 25, 1, 1_700_000_000_123, 5, 0, 'abc', 0, 0, 0, '', 0, '{}', '{}', { extra }],
      '多少钱',
      [0, '张***', 0],
    ];
    expect(decodeCommand({ cmd: 'DANMU_MSG', info }, context).events).toEqual([
      {
        type: 'comment',
        id: '9007199254740993123',
        ts: 1_700_000_000_123,
        text: '多少钱',
        mentions: ['小雨'],
        user: { name: '张***', role: 'viewer' },
      },
    ]);
  });
});

describe('frames', () => {
  const likes = Array.from({ length: 300 }, (_, index) =>
    commandPacket({ cmd: 'WATCHED_CHANGE', data: { num: index } }),
  );

  it('hold many packets, packed once or twice', () => {
    for (const frame of [join(...likes), packed(2, ...likes), packed(3, ...likes), packed(3, packed(2, ...likes))]) {
      const heard = hear(frame);
      expect(heard.events.length).toBe(300);
      expect(heard.unread).toBe(0);
      expect(heard.events[299]).toEqual({ type: 'viewer.count', cumulative: 299, ts: expectedAt });
    }
  });

  it('tell popularity and the answer to the auth packet', () => {
    const heard = hear(
      join(encodePacket(OP.authReply, '{"code":0}'), encodePacket(OP.heartbeatReply, Uint8Array.of(0, 1, 226, 64))),
    );
    expect(heard).toEqual({
      isWelcome: true,
      unread: 0,
      events: [{ type: 'system', ts: expectedAt, name: 'bilibili.popularity', data: { popularity: 123_456 } }],
    });
    expect(hear(encodePacket(OP.authReply, '{"code":-101}')).again).toBe('auth_-101');
  });

  it('give what stood before the break of a cut frame', () => {
    const whole = join(...likes.slice(0, 3));
    const heard = hear(whole.subarray(0, whole.length - 5));
    expect([heard.events.length, heard.unread]).toEqual([2, 1]);
  });

  it('do not unpack a bomb', () => {
    const bomb = encodePacket(OP.command, deflateSync(new Uint8Array(64 * 1024 * 1024)));
    new DataView(bomb.buffer).setUint16(6, 2);
    const before = process.memoryUsage().external;
    expect(readFrame(bomb)).toEqual({ packets: [], broken: 1 });
    expect(process.memoryUsage().external - before).toBeLessThan(40 * 1024 * 1024);
    let nested = packed(2, ...likes.slice(0, 1));
    for (let depth = 0; depth < 5; depth += 1) nested = packed(2, nested);
    expect(readFrame(nested)).toEqual({ packets: [], broken: 1 });
    expect(readFrame(new Uint8Array(5 * 1024 * 1024)).broken).toBe(1);
  });

  it('survive damage', () => {
    expect(fuzzDecoder(bilibiliFuzz, 2000, 11).inputs).toBe(2000);
  });
});

describe('WBI', () => {
  it('signs as the page does', () => {
    const key = mixinKey(
      'https://i0.hdslb.com/bfs/wbi/7cd084941338484aae1ad9425b84077c.png',
      'https://i0.hdslb.com/bfs/wbi/4932caff0ff746eab6f01bf08b70ac45.png',
    );
    expect(key).toBe('ea1db124af3c7062474693fa704f4ff8');
    expect(signWbi({ foo: '114', bar: '514', zab: 1919810 }, key, 1702204169)).toBe(
      'bar=514&foo=114&wts=1702204169&zab=1919810&w_rid=8f6f2b5b3d485fe1886cec6a0be8c5d4',
    );
  });
});

describe('a visit', () => {
  const answers: Record<string, object> = {
    room_init: { code: 0, data: { room_id: 21452505, live_status: 1 } },
    spi: { code: 0, data: { b_3: 'DEVICE-1' } },
    nav: {
      code: -101,
      data: {
        wbi_img: {
          img_url: 'https://i0.hdslb.com/bfs/wbi/7cd084941338484aae1ad9425b84077c.png',
          sub_url: 'https://i0.hdslb.com/bfs/wbi/4932caff0ff746eab6f01bf08b70ac45.png',
        },
      },
    },
    getDanmuInfo: {
      code: 0,
      data: {
        token: 'a-token',
        host_list: [
          { host: 'tx-sh-live-comet-01.chat.bilibili.com', wss_port: 443 },
          { host: 'broadcastlv.chat.bilibili.com', wss_port: 2245 },
        ],
      },
    },
  };
  const play = (given = answers) =>
    new RecordedTraffic(expectedAt, ({ url }) => ({
      body: given[Object.keys(given).find((name) => url.includes(name)) ?? ''] ?? {},
    }));

  it('asks, greets, listens, and comes back on another host with the gap told', async () => {
    const traffic = play();
    const running = bilibiliWeb.open!({ roomId: '5050' }, traffic);
    await breathe();
    await breathe();
    expect(traffic.asked.map(({ url }) => url.split('?')[0])).toEqual([
      'https://api.live.bilibili.com/room/v1/Room/room_init',
      'https://api.bilibili.com/x/frontend/finger/spi',
      'https://api.bilibili.com/x/web-interface/nav',
      'https://api.live.bilibili.com/xlive/web-room/v1/index/getDanmuInfo',
    ]);
    expect(traffic.asked[3]?.url).toMatch(
      /\?id=21452505&type=0&web_location=444\.8&wts=1700000000&w_rid=[0-9a-f]{32}$/,
    );
    expect(traffic.asked[3]?.headers.cookie).toBe('buvid3=DEVICE-1');
    expect(traffic.line.url).toBe('wss://tx-sh-live-comet-01.chat.bilibili.com:443/sub');
    traffic.line.opens();
    const greeting = readFrame(traffic.line.sent[0] as Uint8Array).packets[0]!;
    expect(greeting.operation).toBe(OP.auth);
    expect(JSON.parse(new TextDecoder().decode(greeting.body))).toEqual({
      uid: 0,
      roomid: 21452505,
      protover: 3,
      buvid: 'DEVICE-1',
      platform: 'web',
      type: 2,
      key: 'a-token',
    });
    traffic.line.says(encodePacket(OP.authReply, '{"code":0}'));
    traffic.line.says(packed(3, ...Object.values(recordedCommands).map(commandPacket)));
    await traffic.pass(30_000);
    expect(traffic.line.sent.length).toBe(3);
    const expected = Object.values(expectedEvents)
      .filter((events) => Array.isArray(events))
      .flat();
    expect(traffic.events.length).toBe(expected.length);
    expect(traffic.unread).toBe(3);
    traffic.line.drops();
    await traffic.pass(1000);
    expect(traffic.line.url).toBe('wss://broadcastlv.chat.bilibili.com:2245/sub');
    traffic.line.opens();
    traffic.line.says(encodePacket(OP.authReply, '{"code":0}'));
    expect(traffic.gaps).toEqual([{ from: expectedAt, to: expectedAt + 31_000, cause: 'disconnect' }]);
    await running.stop();
    expect(traffic.sockets.every((socket) => socket.isClosed)).toBe(true);
  });

  it('says that a room is not there, and dials no foreign host', async () => {
    const absent = play({ ...answers, room_init: { code: 60004, data: {} } });
    bilibiliWeb.open!({ roomId: '1' }, absent);
    await breathe();
    expect(absent.states).toEqual(['connecting', 'failed no_such_room']);
    const foreign = play({
      ...answers,
      getDanmuInfo: { code: 0, data: { token: 't', host_list: [{ host: 'evil.example.com', wss_port: 443 }] } },
    });
    bilibiliWeb.open!({ roomId: '1' }, foreign);
    await breathe();
    await breathe();
    expect(foreign.sockets).toEqual([]);
    expect(foreign.states.at(-1)).toBe('waiting no_host');
  });

  it('is no official reader', () => expect(bilibiliWeb.manifest.isOfficial).toBe(false));
});
