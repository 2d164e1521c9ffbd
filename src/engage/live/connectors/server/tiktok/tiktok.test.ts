// Recorded payloads of every kind must become exactly these events; envelopes, damage and the bridge's JSON too.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { RecordedTraffic } from '../kit/recorded-traffic.fixture.ts';
import { decodeFrame } from './decode-frame.ts';
import { decodePayload } from './decode-payload.ts';
import { hearTiktok, tiktok } from './tiktok.connector.ts';
import { field, pushFrame, tiktokFuzz } from './tiktok.fixture.ts';
import { TIKTOK_PAYLOADS } from './tiktok-payloads.fixture.ts';
import { idsOf, readMessage } from './wire.ts';

const AT = 1_700_000_000_000;
const decodedOf = (type: string) =>
  TIKTOK_PAYLOADS.filter((one) => one.type === type).map((one) =>
    decodePayload(type, Buffer.from(one.b64, 'base64'), AT),
  );

describe('recorded payloads', () => {
  it.each<[string, unknown[]]>([
    [
      'WebcastChatMessage',
      [
        [
          {
            type: 'comment',
            id: '7286185101407357702',
            ts: 1696447177084,
            text: 'Alarcon755k',
            user: { uid: '4501280845444704', name: 'viewer_ffde41dd', follower: true },
          },
        ],
        [
          {
            type: 'comment',
            id: '7286185052676410117',
            ts: 1696447177580,
            text: '@viewer_05faf1 kkkk olha',
            user: { uid: '3770806305585888', name: 'viewer_d6587425', role: 'fan', level: 8, follower: true },
          },
        ],
      ],
    ],
    [
      'WebcastGiftMessage',
      [
        [],
        [
          {
            type: 'gift',
            id: '7286185030476286752',
            ts: 1696447177080,
            giftId: '5655',
            name: 'Rose',
            count: 1,
            value: { minor: 1, currency: 'diamond' },
            free: false,
            combo: { id: '1696447173402', index: 1, end: true },
            user: { uid: '2773984555255737', name: 'viewer_9daec9c0', level: 24 },
          },
        ],
        [
          {
            type: 'gift',
            id: '7286184833947781934',
            ts: 1696447177011,
            giftId: '5655',
            name: 'Rose',
            count: 2,
            value: { minor: 2, currency: 'diamond' },
            free: false,
            combo: { id: '1696447173318', index: 2, end: true },
            user: { uid: '1803647340768950', name: 'viewer_668685f0', level: 17 },
          },
        ],
      ],
    ],
    [
      'WebcastLikeMessage',
      [
        [
          {
            type: 'like',
            id: '7286185145920703237',
            ts: 1696447177859,
            count: 15,
            total: 7331,
            user: { uid: '3697142009380254', name: 'viewer_d2287f42', role: 'mod', level: 2, follower: true },
          },
        ],
      ],
    ],
    [
      'WebcastMemberMessage',
      [
        [
          {
            type: 'viewer.enter',
            id: '7286185139394235169',
            ts: 1696447178225,
            user: { uid: '4076146690040885', name: 'viewer_e7b3bdb8' },
          },
        ],
      ],
    ],
    [
      'WebcastSocialMessage',
      [
        [
          {
            type: 'viewer.follow',
            id: '7286185137895672618',
            ts: 1696447177486,
            user: { uid: '260200829661719', name: 'viewer_0eca6ba0', follower: true },
          },
        ],
        [
          {
            type: 'viewer.share',
            id: '7286185140618971910',
            ts: 1696447177153,
            user: { uid: '3265467251841848', name: 'viewer_b99ecd79' },
          },
        ],
      ],
    ],
    [
      'WebcastRoomUserSeqMessage',
      [[{ type: 'viewer.count', id: '7286185143018670880', ts: 1696447177374, online: 6, cumulative: 473 }]],
    ],
    [
      'WebcastOecLiveShoppingMessage',
      [
        [
          {
            type: 'product.pin',
            action: 'pin',
            id: '7286173541144690693',
            ts: 1696444497636,
            title: 'ร ว ม น้ำ ห อ ม ผู้ ห ญิ ง ep.1',
            price: { minor: 10_000, currency: 'THB' },
            productId: '1729609008007580355',
          },
        ],
        [],
      ],
    ],
    // No time in this one: the second its id was made in stands in.
    [
      'WebcastEcShortItemRefreshMessage',
      [
        [
          {
            type: 'coupon.issue',
            id: '7284189855112921093',
            ts: 1695982612000,
            couponId: 'shortTouchEcommerceVoucher',
          },
        ],
      ],
    ],
    [
      'WebcastPollMessage',
      [
        [
          {
            type: 'interaction.open',
            id: '7286185037553716001',
            ts: 1696447174499,
            interactionId: '7286185037553699617',
            kind: 'poll',
            state: 'open',
            tallies: { '😁': 0, '😭': 0 },
          },
        ],
        [
          {
            type: 'interaction.update',
            id: '7286185063443417888',
            ts: 1696447177004,
            interactionId: '7286185037553699617',
            kind: 'poll',
            state: 'open',
            tallies: { '😁': 1, '😭': 0 },
          },
        ],
        [
          {
            type: 'interaction.close',
            id: '7286185053674113797',
            ts: 1696447172802,
            interactionId: '7286183683017558802',
            kind: 'poll',
            state: 'closed',
            tallies: { yes: 36, 'yes (2)': 1 },
          },
        ],
      ],
    ],
    [
      'WebcastQuestionNewMessage',
      [
        [
          {
            type: 'question',
            id: '7286184523921492768',
            ts: 1696447033223,
            questionId: '7286184250460651552',
            text: 'Wie definierst du einen „guten“ Menschen?',
            user: { uid: '2794581616687599', name: 'viewer_9eda83c8', level: 11 },
          },
        ],
      ],
    ],
    [
      'WebcastEnvelopeMessage',
      [
        [
          {
            type: 'interaction.open',
            id: '7286165733817027361',
            ts: 1696447167104,
            interactionId: '7286183170520795936',
            kind: 'redpacket',
            state: 'open',
            tallies: { diamonds: 2, people: 1 },
          },
        ],
        [
          {
            type: 'interaction.close',
            id: '7286158689143163681',
            ts: 1696447176114,
            interactionId: '7286180718476299041',
            kind: 'redpacket',
            state: 'closed',
          },
        ],
      ],
    ],
    [
      'WebcastRoomPinMessage',
      [
        [
          {
            type: 'moderation.action',
            action: 'pin',
            id: '7286184975962966789',
            ts: 1696447148281,
            targetId: '7286184625870195489',
            actor: '6784967759883633669',
          },
        ],
        [],
      ],
    ],
    [
      'WebcastControlMessage',
      [
        [{ type: 'room.end', reason: 'ended', id: '7286185121396296454', ts: 1696447172851 }],
        [{ type: 'room.update', reason: 'paused', id: '7286185048825580331', ts: 1696447157495 }],
      ],
    ],
    [
      'WebcastEmoteChatMessage',
      [
        [
          {
            type: 'comment',
            kind: 'emote',
            text: '[emote]',
            id: '7285356898715634437',
            ts: 1696254352679,
            emotes: ['728viewer_80b78e0a8501054696197'],
            user: { uid: '4424480016159546', name: 'viewer_fb80a87a', role: 'member', level: 5, follower: true },
          },
        ],
      ],
    ],
    [
      'WebcastImDeleteMessage',
      [
        [
          {
            type: 'comment.remove',
            by: 'platform',
            targetUid: '6970465249951400965',
            id: '7286185134131235589:6970465249951400965',
            ts: 1696447175162,
          },
        ],
      ],
    ],
    [
      'RoomMessage',
      [
        [
          {
            type: 'platform.warning',
            severity: 'info',
            id: '1697628941537779504',
            ts: 1697628941537,
            text: expect.stringContaining('Welcome to TikTok LIVE!'),
          },
        ],
      ],
    ],
  ])('%s', (type, wanted) => expect(decodedOf(type)).toEqual(wanted));

  it('holds every kind there is a sample of', () => {
    expect(new Set(TIKTOK_PAYLOADS.map((one) => one.type)).size).toBe(16);
  });
});

const SAMPLES = '../shared/live-data/tiktok-webcast-samples.json';
describe('all recorded samples', () => {
  it.skipIf(!existsSync(SAMPLES))(
    'are read, with the texts, counts and prices noted beside them (recordings are not part of the repository)',
    () => {
      const types = JSON.parse(readFileSync(SAMPLES, 'utf8')).types as Record<string, any[]>;
      let count = 0;
      for (const [type, samples] of Object.entries(types)) {
        for (const sample of samples) {
          const events = decodePayload(type, Buffer.from(sample.b64, 'base64'), AT);
          expect(events).not.toBeNull();
          count += 1;
          const [first] = events as any[];
          if (sample.text) expect(first.text).toBe(sample.text);
          if (sample.total !== undefined) expect([first.count, first.total]).toEqual([sample.count, sample.total]);
          if (sample.productId) {
            expect([first.productId, first.title]).toEqual([sample.productId, sample.title]);
            expect(`฿${(first.price.minor / 100).toFixed(2)}`).toBe(sample.price);
          }
        }
      }
      expect(count).toBe(168);
    },
  );
});

describe('envelopes', () => {
  const chat = TIKTOK_PAYLOADS[0]!;
  it('opens packed and plain frames, counts what it cannot read, and answers when asked', () => {
    const frame = decodeFrame(pushFrame([chat, { type: 'WebcastChatMessage', b64: 'CgM=' }], { needsAck: true }), AT);
    expect(frame.events.map((event) => event.id)).toEqual(['7286185101407357702']);
    expect(frame.unread).toBe(1);
    const ack = readMessage(frame.ack!)!;
    expect(Buffer.from(ack.get(7)![0] as Uint8Array).toString()).toBe('ack');
    expect(Buffer.from(ack.get(8)![0] as Uint8Array).toString()).toBe('internal-ext');
    expect(ack.get(2)).toEqual([7_286_185_101_407_357_702n]);
    expect(decodeFrame(pushFrame([chat], { packed: false }), AT)).toEqual({ events: expect.any(Array), unread: 0 });
  });

  it('takes no bomb, no cut packing and no noise', () => {
    expect(
      decodeFrame(Uint8Array.from([...field(7, 'msg'), ...field(8, Uint8Array.from([0x1f, 0x8b, 8, 0, 0]))]), AT),
    ).toEqual({ events: [], unread: 1 });
    expect(decodeFrame(Uint8Array.from([0xff, 0xff]), AT)).toEqual({ events: [], unread: 1 });
    expect(decodeFrame(new Uint8Array(), AT)).toEqual({ events: [], unread: 0 });
  });

  it('keeps 64-bit ids whole, packed or not', () => {
    const message = readMessage(
      Uint8Array.from([...field(3, 18_446_744_073_709_551_615n), ...field(3, Uint8Array.from([5, 0, 0xff, 1]))]),
    )!;
    expect(idsOf(message, 3)).toEqual(['18446744073709551615', '5', '255']);
    expect(readMessage(Uint8Array.from([0x08, ...new Array(11).fill(0xff)]))).toBeNull();
    expect(readMessage(Uint8Array.from([0x0b]))).toBeNull();
    expect(readMessage(Uint8Array.from([0x00]))).toBeNull();
  });
});

describe('the bridge', () => {
  it('is dialled with its token and heard in both ways', async () => {
    const io = new RecordedTraffic(AT);
    const running = tiktok.open!({ bridgeUrl: 'wss://bridge.example/room', token: 'key' }, io);
    await io.pass(0);
    expect([io.line.url, io.line.options]).toEqual([
      'wss://bridge.example/room',
      { headers: { authorization: 'Bearer key' } },
    ]);
    io.line.opens();
    io.line.says(pushFrame([TIKTOK_PAYLOADS[0]!], { needsAck: true }));
    io.line.says(
      JSON.stringify([
        {
          event: 'chat',
          data: {
            msgId: '9',
            userId: '7',
            nickname: 'Li',
            comment: '多少钱',
            createTime: '1696447177084',
            isModerator: true,
          },
        },
        { event: 'chat', data: {} },
      ]),
    );
    await io.pass(0);
    expect(io.events.map((event) => 'text' in event && event.text)).toEqual(['Alarcon755k', '多少钱']);
    expect(io.events[1]!.user).toEqual({ uid: '7', name: 'Li', role: 'mod' });
    expect(io.unread).toBe(1);
    expect(io.line.sent).toHaveLength(1);
    await running.stop();
  });

  it('counts a streak once, at its end', () => {
    const gift = (repeatEnd: boolean, repeatCount: number) =>
      hearTiktok(
        JSON.stringify({
          event: 'gift',
          data: {
            giftId: 5655,
            giftType: 1,
            repeatEnd,
            repeatCount,
            diamondCount: 5,
            giftName: 'Rose',
            groupId: 'g',
            userId: '1',
          },
        }),
        AT,
      ).events;
    expect(gift(false, 3)).toEqual([]);
    expect(gift(true, 7)).toEqual([
      {
        type: 'gift',
        giftId: '5655',
        name: 'Rose',
        count: 7,
        value: { minor: 35, currency: 'diamond' },
        free: false,
        combo: { id: 'g', index: 7, end: true },
        user: { uid: '1' },
        ts: AT,
      },
    ]);
  });
});

describe('damage', () => {
  it.each(tiktokFuzz.map((one) => [one.name, one] as const))('%s never throws', (_, one) => {
    expect(fuzzDecoder(one, 3000, 7).inputs).toBe(3000);
  });
});
