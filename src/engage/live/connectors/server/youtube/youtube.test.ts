// Every kind of YouTube message becomes exactly these events; the loop keeps its place, the quota and the truth about holes.
import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { RecordedTraffic } from '../kit/recorded-traffic.fixture.ts';
import { decodeAction } from './decode-action.ts';
import { decodeItem } from './decode-item.ts';
import { youtube } from './youtube.connector.ts';
import { answerWith, YOUTUBE_ITEMS, youtubeFuzz } from './youtube.fixture.ts';
import { YOUTUBE_ACTIONS } from './youtube-actions.fixture.ts';

const AT = Date.UTC(2026, 4, 1, 12);
const ts = AT + 123;
const user = { uid: 'UC_1', name: 'Ann', role: 'member' };

describe('messages of the API', () => {
  it.each<[keyof typeof YOUTUBE_ITEMS, unknown[]]>([
    ['text', [{ type: 'comment', text: '这个多少钱', id: 'm1', ts, user }]],
    ['superChat', [{ type: 'superchat', text: 'nice', amount: { minor: 500, currency: 'USD' }, id: 'm2', ts, user }]],
    ['yen', [{ type: 'superchat', text: '', amount: { minor: 1000, currency: 'JPY' }, id: 'm3', ts, user }]],
    ['sticker', [{ type: 'superchat', text: 'Shiba', amount: { minor: 199, currency: 'EUR' }, id: 'm4', ts, user }]],
    ['member', [{ type: 'viewer.subscribe', tier: 'Gold', id: 'm5', ts, user }]],
    [
      'milestone',
      [
        { type: 'viewer.subscribe', months: 6, tier: 'Gold', id: 'm6', ts, user },
        { type: 'comment', text: 'six months', id: 'm6:text', ts, user },
      ],
    ],
    ['gifting', [{ type: 'viewer.subscribe', count: 5, tier: 'Gold', channel: 'gift', id: 'm7', ts, user }]],
    ['received', []],
    ['deleted', [{ type: 'comment.remove', targetId: 'm1', by: 'moderator', id: 'm9', ts, user }]],
    [
      'banned',
      [{ type: 'comment.remove', targetUid: 'UC_9', by: 'moderator', reason: 'temporary', id: 'm10', ts, user }],
    ],
    [
      'poll',
      [
        {
          type: 'interaction.update',
          interactionId: 'm11',
          kind: 'poll',
          state: 'open',
          tallies: { Red: 3, Blue: 4 },
          id: 'm11:7',
          ts,
        },
      ],
    ],
    [
      'closed',
      [
        {
          type: 'interaction.close',
          interactionId: 'm11',
          kind: 'poll',
          state: 'closed',
          tallies: { Red: 3 },
          id: 'm11:closed',
          ts,
        },
      ],
    ],
    ['ended', [{ type: 'room.end', reason: 'ended', id: 'm12', ts }]],
  ])('%s', (name, wanted) => expect(decodeItem(YOUTUBE_ITEMS[name])).toEqual(wanted));

  it('refuses what has no time, no words or no money', () => {
    expect(decodeItem({})).toBeNull();
    expect(decodeItem({ snippet: { type: 'textMessageEvent', publishedAt: '2026-05-01T12:00:00Z' } })).toBeNull();
    expect(
      decodeItem({
        snippet: {
          type: 'superChatEvent',
          publishedAt: '2026-05-01T12:00:00Z',
          superChatDetails: { amountMicros: 'x', currency: 'USD' },
        },
      }),
    ).toBeNull();
  });
});

describe('raw actions of the chat page', () => {
  const decoded = YOUTUBE_ACTIONS.map((action) => [Object.keys(action)[0], decodeAction(action, AT)] as const);
  const all = decoded.flatMap(([, events]) => events ?? []);

  it('are all read', () => {
    expect(YOUTUBE_ACTIONS).toHaveLength(19);
    expect(decoded.filter(([, events]) => events === null)).toEqual([]);
  });

  it('give these events', () => {
    expect(
      all.map(({ type, ts: at, ...rest }) => ({
        type,
        ...('amount' in rest && { amount: rest.amount }),
        ...('text' in rest && { text: rest.text }),
      })),
    ).toEqual([
      { type: 'comment', text: 'Consistency Level ASL ❤️' },
      { type: 'viewer.subscribe' },
      { type: 'platform.warning', text: 'Anonymous donated $50.00 · to UN Foundation (UNF)' },
      {
        type: 'superchat',
        text: 'Shiba dog dressed in a traditional outfit waving Japanese fans',
        amount: { minor: 999, currency: 'USD' },
      },
      { type: 'platform.warning', text: 'Slow mode is on · Send a message every 60 seconds' },
      { type: 'superchat', text: expect.stringContaining('Pear character'), amount: { minor: 2000, currency: 'USD' } },
      { type: 'comment.remove' },
      { type: 'comment.remove' },
      { type: 'superchat', text: expect.stringContaining('TECHNO SUPPORT'), amount: { minor: 1000, currency: 'USD' } },
      { type: 'viewer.subscribe' },
      { type: 'moderation.action' },
      { type: 'interaction.open' },
      { type: 'interaction.update' },
      { type: 'interaction.close' },
    ]);
  });

  it('give the ticker copy the id of its original, so that it is dropped as a repeat', () => {
    const members = all.filter((event) => event.type === 'viewer.subscribe');
    expect(members).toHaveLength(2);
    expect(members[0]!.id).toBe(members[1]!.id);
  });

  it('turn shares of a poll into votes', () => {
    const update = all.find((event) => event.type === 'interaction.update');
    expect(update).toMatchObject({
      interactionId: 'ChkKF2h0Z1ZZT0R3THYyOHRPVVAxcmFaOEFN',
      tallies: { Blue: 10_631, White: 5379, Black: 6802 },
    });
  });
});

describe('asking', () => {
  const settings = { apiKey: 'key-key-key-key', videoId: 'abcdefghijk', everySeconds: 2 };
  const video = { items: [{ liveStreamingDetails: { activeLiveChatId: 'chat' } }] };
  const error = (reason: string) => ({ error: { errors: [{ reason }] } });

  it('finds the chat, waits as told and goes on from its place', async () => {
    const io = new RecordedTraffic(AT, ({ url }) => ({
      body: url.includes('/videos?') ? video : answerWith(YOUTUBE_ITEMS.text),
    }));
    const running = youtube.open!(settings, io);
    await io.pass(0);
    expect(io.asked.map((one) => new URL(one.url).searchParams.get('pageToken'))).toEqual([null, null]);
    expect(io.events).toHaveLength(1);
    await io.pass(2999);
    expect(io.asked).toHaveLength(2);
    await io.pass(1);
    expect(new URL(io.asked[2]!.url).searchParams.get('pageToken')).toBe('next');
    expect(new URL(io.asked[2]!.url).searchParams.get('liveChatId')).toBe('chat');
    await running.stop();
    expect([io.states, io.gaps]).toEqual([['connecting', 'open'], []]);
  });

  it('says quota where the day is used up, and how long nothing was heard', async () => {
    let isSpent = false;
    const io = new RecordedTraffic(AT, ({ url }) =>
      url.includes('/videos?')
        ? { body: video }
        : isSpent
          ? { status: 403, body: error('quotaExceeded') }
          : { body: answerWith() },
    );
    const running = youtube.open!(settings, io);
    await io.pass(0);
    isSpent = true;
    await io.pass(3000);
    isSpent = false;
    await io.pass(600_000);
    expect(io.states).toEqual(['connecting', 'open', 'waiting quota', 'open']);
    expect(io.gaps).toEqual([{ from: AT, to: AT + 603_000, cause: 'quota' }]);
    await running.stop();
  });

  it('forgives a short loss, since YouTube still has the lines, but not a lost place', async () => {
    const answers = [
      { status: 503 },
      { body: answerWith() },
      { status: 400, body: error('pageTokenInvalid') },
      { body: answerWith() },
    ];
    let isBegun = false;
    const io = new RecordedTraffic(AT, ({ url }) => {
      if (url.includes('/videos?')) return { body: video };
      const next = isBegun ? answers.shift() : { body: answerWith() };
      isBegun = true;
      return next ?? { body: answerWith() };
    });
    const running = youtube.open!(settings, io);
    await io.pass(0);
    await io.pass(3000);
    await io.pass(1000);
    expect(io.gaps).toEqual([]);
    await io.pass(3000);
    await io.pass(1000);
    expect(io.gaps).toHaveLength(1);
    expect(io.gaps[0]!.cause).toBe('disconnect');
    await running.stop();
  });

  it('stops asking when the chat is over', async () => {
    const io = new RecordedTraffic(AT, ({ url }) => ({
      body: url.includes('/videos?') ? video : answerWith(YOUTUBE_ITEMS.ended),
    }));
    const running = youtube.open!(settings, io);
    await io.pass(60_000);
    expect(io.asked).toHaveLength(2);
    expect(io.events.map((event) => event.type)).toEqual(['room.end']);
    await running.stop();
  });
});

describe('damage', () => {
  it.each(youtubeFuzz.map((one) => [one.name, one] as const))('%s never throws', (_, one) => {
    expect(fuzzDecoder(one, 3000, 7).inputs).toBe(3000);
  });
});
