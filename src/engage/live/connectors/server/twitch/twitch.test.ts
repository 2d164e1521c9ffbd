// Every kind of Twitch line becomes exactly these events, and the line is held as Twitch asks for it.
import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { RecordedTraffic } from '../kit/recorded-traffic.fixture.ts';
import { decodeTwitch } from './decode-twitch.ts';
import { readIrcLine } from './irc-line.ts';
import { twitch } from './twitch.connector.ts';
import { TWITCH_LINES, twitchFuzz } from './twitch.fixture.ts';

const ts = 1_700_000_000_123;

describe('lines', () => {
  it.each<[keyof typeof TWITCH_LINES, unknown[]]>([
    [
      'message',
      [
        {
          type: 'comment',
          text: 'Kappa how much: 20?',
          replyTo: 'aaa',
          emotes: ['Kappa'],
          id: 'b34ccfc7',
          ts,
          user: { uid: '713936733', name: 'Ann', role: 'host' },
        },
      ],
    ],
    [
      'bits',
      [
        {
          type: 'superchat',
          text: 'cheer100 great',
          amount: { minor: 100, currency: 'bits' },
          id: 'c1',
          ts,
          user: { uid: '2', name: 'Bo', role: 'member' },
        },
      ],
    ],
    ['first', [{ type: 'comment', text: 'waves', id: 'c2', ts, user: { uid: '3', name: 'cy', newcomer: true } }]],
    [
      'resub',
      [
        {
          type: 'viewer.subscribe',
          tier: 'Prime',
          months: 6,
          id: 'd1',
          ts,
          user: { uid: '4', name: 'Di', role: 'mod' },
        },
        { type: 'comment', text: 'Great stream', id: 'd1:text', ts, user: { uid: '4', name: 'Di', role: 'mod' } },
      ],
    ],
    [
      'mystery',
      [
        {
          type: 'viewer.subscribe',
          tier: '1000',
          count: 20,
          channel: 'gift',
          id: 'e1',
          ts,
          user: { uid: '5', name: 'Ed' },
        },
      ],
    ],
    ['partOfMystery', []],
    [
      'gift',
      [
        {
          type: 'viewer.subscribe',
          tier: '1000',
          count: 1,
          channel: 'gift',
          id: 'e3',
          ts,
          user: { uid: '5', name: 'Ed' },
        },
      ],
    ],
    ['raid', [{ type: 'viewer.enter', count: 42, channel: 'raid', id: 'f1', ts, user: { uid: '6', name: 'Fo' } }]],
    ['timeout', [{ type: 'comment.remove', targetUid: '87654321', by: 'moderator', reason: 'timeout', ts }]],
    ['ban', [{ type: 'comment.remove', targetUid: '87654321', by: 'moderator', reason: 'ban', ts }]],
    ['cleared', []],
    ['deleted', [{ type: 'comment.remove', targetId: '94e6c7ff', by: 'moderator', ts }]],
    ['ping', []],
  ])('%s', (name, wanted) => expect(decodeTwitch(`${TWITCH_LINES[name]}\r\n`, 1).events).toEqual(wanted));

  it('are taken apart by the rules of tags', () => {
    expect(readIrcLine('@a=1\\s2\\:3;b=;c :nick!u@h PRIVMSG #x :hi : there')).toEqual({
      tags: { a: '1 2;3', b: '' },
      from: 'nick',
      command: 'PRIVMSG',
      params: ['#x', 'hi : there'],
    });
    for (const bad of ['', '@tags-only', ':from', 'lower #x', `PRIVMSG ${'x'.repeat(20_000)}`])
      expect(readIrcLine(bad)).toBeNull();
    expect(decodeTwitch('nonsense\r\n\r\n', 1)).toMatchObject({ events: [], unread: 1 });
  });
});

describe('the line', () => {
  it('reads without an account, answers pings, comes again when asked, and tells the hole', async () => {
    const io = new RecordedTraffic(ts);
    const running = twitch.open!({ channel: 'shop' }, io);
    await io.pass(0);
    expect(io.line.url).toBe('wss://irc-ws.chat.twitch.tv:443');
    io.line.opens();
    expect(io.line.sent.slice(0, 3)).toEqual([
      'CAP REQ :twitch.tv/tags twitch.tv/commands',
      'NICK justinfan50000',
      'JOIN #shop',
    ]);
    io.line.says(`${TWITCH_LINES.joined}\r\n${TWITCH_LINES.ping}\r\n${TWITCH_LINES.message}\r\n`);
    await io.pass(0);
    expect(io.line.sent.at(-1)).toBe('PONG :tmi.twitch.tv');
    expect(io.events).toHaveLength(1);
    io.line.says(`${TWITCH_LINES.again}\r\n`);
    await io.pass(1000);
    expect(io.sockets).toHaveLength(2);
    io.line.opens();
    await io.pass(500);
    io.line.says(`${TWITCH_LINES.joined}\r\n`);
    await io.pass(0);
    expect(io.gaps).toHaveLength(1);
    expect(io.gaps[0]).toMatchObject({ from: ts, cause: 'disconnect' });
    await running.stop();
  });

  it('takes a channel with or without its sign', () => {
    const parse = (channel: string) => twitch.manifest.settings.safeParse({ channel }).success;
    expect([parse('#Shop_1'), parse('a'), parse('x\r\nJOIN #y')]).toEqual([true, false, false]);
  });
});

describe('damage', () => {
  it.each(twitchFuzz.map((one) => [one.name, one] as const))('%s never throws', (_, one) => {
    expect(fuzzDecoder(one, 3000, 7).inputs).toBe(3000);
  });
});
