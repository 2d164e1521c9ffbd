// Every format, whole and damaged: what comes out, in which order, and which lines are named.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { TIKTOK_PAYLOADS } from '../tiktok/tiktok-payloads.fixture.ts';
import { YOUTUBE_ACTIONS } from '../youtube/youtube-actions.fixture.ts';
import { openRecording, UnknownRecording } from './open-recording.ts';
import type { RecordingFormat, RecordingOptions } from './recording.types.ts';
import { RECORDER_XML, recordingFuzz } from './recordings.fixture.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'recordings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function open(content: string | Buffer, format: RecordingFormat | 'auto' = 'auto', options?: RecordingOptions) {
  files += 1;
  const file = path.join(folder, String(files));
  writeFileSync(file, content);
  const recording = await openRecording(file, format, options);
  const events: DecodedEvent[] = [];
  for await (const batch of recording.events) events.push(...batch);
  return { ...recording, events };
}

const START = Date.UTC(2021, 11, 30, 11, 34, 42);
const LIVE = [
  '{"k": "meta", "platform": "bilibili", "start": "2021-12-30T19:34:42+08:00", "durationMs": 15151470}',
  '{"o":750,"k":"dm","u":"8ff9cd72","x":"？？？"}',
  '{"o":750,"k":"rank","n":704}',
  '{"o":5970,"k":"gift","u":"da94","g":"牛哇牛哇","gid":31039,"n":2,"price":100,"coin":200,"id":"1640864088121500002"}',
  '{"o":2820,"k":"enter","u":"fdd0","lvl":3}',
  '{"o":13330,"k":"sc","u":"463c","x":"好看","cny":50,"sec":120,"id":"2907299"}',
  '{"o":19540,"k":"guard","u":"2c4c","lvl":3,"n":1,"price":198000}',
];
const LIVE_EVENTS = [
  { type: 'comment', text: '？？？', ts: START + 750, user: { uid: '8ff9cd72' } },
  { type: 'viewer.count', rank: 704, ts: START + 750 },
  { type: 'viewer.enter', ts: START + 2820, user: { uid: 'fdd0' } },
  {
    type: 'gift',
    giftId: '31039',
    name: '牛哇牛哇',
    count: 2,
    value: { minor: 20, currency: 'CNY' },
    free: false,
    ts: START + 5970,
    id: '1640864088121500002',
    user: { uid: 'da94' },
  },
  {
    type: 'superchat',
    text: '好看',
    amount: { minor: 5000, currency: 'CNY' },
    pinSeconds: 120,
    ts: START + 13_330,
    id: '2907299',
    user: { uid: '463c' },
  },
  { type: 'viewer.subscribe', tier: '舰长', months: 1, channel: 'guard', ts: START + 19_540, user: { uid: '2c4c' } },
];

describe('compact recordings', () => {
  it('give every kind of line as an event, in time order', async () => {
    const read = await open(LIVE.join('\n'));
    expect([read.format, read.meta.platform, read.meta.startedAt]).toEqual(['live-jsonl', 'bilibili', START]);
    expect(read.events).toEqual(LIVE_EVENTS);
    expect(read.counts()).toEqual({ records: 7, events: 6, rejected: 0, copies: 0 });
  });

  it('are the same packed, with a byte order mark and with Windows line ends', async () => {
    expect((await open(gzipSync(LIVE.join('\n')))).events).toEqual(LIVE_EVENTS);
    expect((await open(`\ufeff${LIVE.join('\r\n')}\r\n`)).events).toEqual(LIVE_EVENTS);
  });

  it('name every line that cannot be read and go on', async () => {
    const bad = [
      '{"o":1,"k":"dm"}',
      '{"k":"dm","x":"a"}',
      '{"o":1,"k":"what"}',
      '{"o":1',
      `{"o":1,"k":"dm","x":"${'a'.repeat(1_000_001)}"}`,
      '{"o":1,"k":"gift"}',
      '{"o":1e300,"k":"dm","x":"a"}',
    ];
    const read = await open([LIVE[0], ...bad, LIVE[1]].join('\n'));
    expect(read.events).toEqual([LIVE_EVENTS[0]]);
    expect(read.rejected()).toEqual([
      { line: 2, code: 'no_text' },
      { line: 3, code: 'no_time' },
      { line: 4, code: 'unknown_kind' },
      { line: 5, code: 'not_json' },
      { line: 6, code: 'too_long' },
      { line: 7, code: 'bad_field' },
      { line: 8, code: 'bad_field' },
    ]);
    expect(read.counts().rejected).toBe(7);
  });

  it('give what there is of a packed file that was cut, and say so', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) =>
        `{"o":${index * 10},"k":"dm","u":"u${index}","x":"line ${index} ${Math.imul(index, 2_654_435_761)}"}`,
    );
    const packed = gzipSync([LIVE[0], ...lines].join('\n'));
    const read = await open(packed.subarray(0, packed.length >> 1));
    expect(read.events.length).toBeGreaterThan(500);
    expect(read.rejected().map((one) => one.code)).toContain('cut_short');
  });
});

describe('danmaku XML', () => {
  it('of a recorder: danmaku, gifts, super chats, memberships, with its start', async () => {
    const read = await open(RECORDER_XML);
    const at = Date.UTC(2026, 4, 1, 12);
    expect(read.meta).toEqual({
      platform: 'bilibili',
      startedAt: at,
      roomId: '123',
      title: '五一<专场>',
      host: '主播',
    });
    expect(read.events).toEqual([
      { type: 'comment', text: '1号链接 <多少钱> & 包邮吗', ts: at + 112, user: { uid: '4455', name: '小王"' } },
      { type: 'comment', text: '没关上', ts: at + 2000, user: { name: 'masked' } },
      {
        type: 'gift',
        giftId: '辣条',
        name: '辣条',
        count: 3,
        free: true,
        ts: at + 4200,
        user: { uid: '77', name: 'a>b' },
      },
      {
        type: 'gift',
        giftId: '小花花',
        name: '小花花',
        count: 2,
        free: false,
        value: { minor: 20, currency: 'CNY' },
        ts: at + 5000,
        user: { name: 'c' },
      },
      {
        type: 'superchat',
        text: '主播好',
        amount: { minor: 3000, currency: 'CNY' },
        pinSeconds: 60,
        ts: at + 12_000,
        user: { name: 'd' },
      },
      { type: 'viewer.subscribe', tier: '提督', months: 2, channel: 'guard', ts: at + 20_000, user: { name: 'e' } },
    ]);
    expect(read.rejected()).toEqual([
      { line: 8, code: 'no_time' },
      { line: 13, code: 'bad_field' },
    ]);
  });

  it('of a video: by place in the video, from the moment the first line was sent', async () => {
    const xml =
      '<?xml version="1.0"?><i><chatid>1</chatid><d p="2.5,1,25,1,1626077354,0,aa,11,10">b</d><d p="0.5,1,25,1,1625843057,0,bb,12,10">a</d></i>';
    const read = await open(xml);
    const start = 1_626_077_354_000 - 2500;
    expect(read.events).toEqual([
      { type: 'comment', text: 'a', id: '12', ts: start + 500, user: { uid: 'bb' } },
      { type: 'comment', text: 'b', id: '11', ts: start + 2500, user: { uid: 'aa' } },
    ]);
  });
});

describe('chat-downloader', () => {
  const full = [
    {
      message_id: 'A',
      message: 'hi',
      message_type: 'text_message',
      timestamp: 1_600_000_000_000_000,
      author: { id: 'UC1', name: 'Ann', badges: [{ title: 'Moderator' }] },
    },
    {
      message_id: 'B',
      message: 'take',
      message_type: 'paid_message',
      timestamp: 1_600_000_001_000_000,
      money: { text: 'CA$20.00', amount: 20, currency: 'CAD' },
      author: { id: 'UC2' },
    },
    {
      message_id: 'B',
      message: 'take',
      message_type: 'ticker_paid_message_item',
      timestamp: 1_600_000_001_000_000,
      money: { text: 'CA$20.00', amount: 20, currency: 'CAD' },
      author: { id: 'UC2' },
    },
    {
      message_id: 'C',
      message_type: 'membership_item',
      timestamp: 1_600_000_002_000_000,
      author: { id: 'UC3', name: 'Cy' },
    },
    { message_id: 'D', message_type: 'text_message', timestamp: 1_600_000_003_000_000 },
  ];
  const events = [
    { type: 'comment', text: 'hi', id: 'A', ts: 1_600_000_000_000, user: { uid: 'UC1', name: 'Ann', role: 'mod' } },
    {
      type: 'superchat',
      text: 'take',
      amount: { minor: 2000, currency: 'CAD' },
      id: 'B',
      ts: 1_600_000_001_000,
      user: { uid: 'UC2' },
    },
    { type: 'viewer.subscribe', id: 'C', ts: 1_600_000_002_000, user: { uid: 'UC3', name: 'Cy' } },
  ];

  it('as a list, written over many lines, and as lines', async () => {
    for (const text of [JSON.stringify(full, null, 2), full.map((one) => JSON.stringify(one)).join('\n')]) {
      const read = await open(text);
      expect(read.format).toBe('chat-downloader');
      expect(read.events).toEqual(events);
      expect(read.counts()).toEqual({ records: 5, events: 3, rejected: 1, copies: 1 });
      expect(read.rejected()[0]!.code).toBe('no_text');
    }
  });

  it('in short form: the ticker is no money, what moderators took away comes at the end', async () => {
    const lines = [
      { o: 0, ts: 1_600_376_423_492, u: 'a', x: 'Hello', amount: '£10.00', k: 'superchat' },
      { o: 0, ts: 1_600_376_423_492, u: 'a', x: 'Hello', amount: '£10.00', k: 'ticker' },
      { ts: 1_600_376_423_000, u: 'b', x: 'spam', deleted: 1, banned: 1 },
      { ts: 1_600_376_425_000, u: 'c', x: 'hi', k: 'chat', badges: 'Member (2 months)' },
    ];
    const read = await open(lines.map((one) => JSON.stringify(one)).join('\n'));
    const end = 1_600_376_425_000;
    expect(read.events).toEqual([
      { type: 'comment', text: 'spam', id: 'chat:2', ts: 1_600_376_423_000, user: { uid: 'b' } },
      {
        type: 'superchat',
        text: 'Hello',
        amount: { minor: 1000, currency: 'GBP' },
        ts: 1_600_376_423_492,
        user: { uid: 'a' },
      },
      { type: 'comment', text: 'hi', ts: end, user: { uid: 'c', role: 'member' } },
      { type: 'comment.remove', targetId: 'chat:2', by: 'moderator', reason: 'deleted', ts: end },
      { type: 'comment.remove', targetUid: 'b', by: 'moderator', reason: 'banned', ts: end },
    ]);
  });

  it('as raw actions of the page, alone and wrapped by replay tools', async () => {
    const wrapped = YOUTUBE_ACTIONS.map((action, index) =>
      JSON.stringify({ replayChatItemAction: { actions: [action], videoOffsetTimeMsec: String(index * 1000) } }),
    );
    const read = await open(wrapped.join('\n'), 'auto', { startAt: 1_600_000_000_000 });
    expect([read.format, read.counts()]).toEqual([
      'chat-downloader',
      { records: 19, events: 13, rejected: 0, copies: 1 },
    ]);
    expect((await open(JSON.stringify(YOUTUBE_ACTIONS))).counts()).toEqual({
      records: 19,
      events: 13,
      rejected: 0,
      copies: 1,
    });
  });
});

describe('TikTok', () => {
  it('as payloads and as events of bridges', async () => {
    const lines = [
      ...TIKTOK_PAYLOADS.slice(0, 2).map((one) => JSON.stringify({ ...one, ts: '2023-10-04T19:19:38.343Z' })),
      JSON.stringify({
        event: 'chat',
        data: { msgId: '5', userId: '1', comment: 'hello', createTime: '1696447177999' },
      }),
      JSON.stringify({ event: 'chat', data: {} }),
    ];
    const read = await open(lines.join('\n'));
    expect(read.format).toBe('tiktok-jsonl');
    expect(read.events.map((event) => 'text' in event && event.text)).toEqual([
      'Alarcon755k',
      '@viewer_05faf1 kkkk olha',
      'hello',
    ]);
    expect(read.rejected()).toEqual([{ line: 4, code: 'bad_field' }]);
  });
});

describe('tables', () => {
  const at = Date.UTC(2026, 4, 1, 12);
  it('in Chinese as spreadsheets write them (GB18030), with local time', async () => {
    const table =
      '时间,类型,用户昵称,内容,礼物,数量,金额\r\n2026-05-01 20:00:00,评论,小王,"包邮吗, ""真的""吗",,,\r\n2026/5/1 20:00:05,礼物,小李,,玫瑰,3,1.50\r\n2026-05-01 20:00:06,点赞,小李,,,10,\r\n昨天,评论,小王,x,,,\r\n2026-05-01 20:00:07,飞,小王,x,,,\r\n';
    const read = await open(iconv.encode(table, 'gb18030'));
    expect([read.format, read.encoding]).toEqual(['csv', 'gb18030']);
    expect(read.events).toEqual([
      { type: 'comment', text: '包邮吗, "真的"吗', ts: at, user: { name: '小王' } },
      {
        type: 'gift',
        giftId: '玫瑰',
        name: '玫瑰',
        count: 3,
        free: false,
        value: { minor: 150, currency: 'CNY' },
        ts: at + 5000,
        user: { name: '小李' },
      },
      { type: 'like', count: 10, ts: at + 6000, user: { name: '小李' } },
    ]);
    expect(read.rejected()).toEqual([
      { line: 5, code: 'no_time' },
      { line: 6, code: 'unknown_kind' },
    ]);
  });

  it('in English, with tabs, other zones and times counted from the start', async () => {
    const read = await open('timestamp\tuser_id\tmessage\n2026-05-01T12:00:00Z\tu1\thello\n', 'auto');
    expect(read.events).toEqual([{ type: 'comment', text: 'hello', ts: at, user: { uid: 'u1' } }]);
    const counted = await open('time,message\n01:02:03.5,late\n0:05,early\n', 'csv', { startAt: at });
    expect(counted.events.map((event) => event.ts - at)).toEqual([5000, 3_723_500]);
  });
});

describe('our own events', () => {
  it('come back as they were, without what the next journal gives anew', async () => {
    const event = {
      v: 1,
      id: 'own:room_1:1',
      source: 'own',
      roomId: 'r',
      sessionId: 's',
      rts: START,
      seq: 1,
      trust: 'own',
      type: 'comment',
      text: '多少钱',
      ts: START,
      onAir: 'p',
    };
    const lines = [
      event,
      { event: { type: 'like', count: 3, ts: START + 1 }, truth: { class: 'x' } },
      { type: 'like', ts: START },
      { type: 'nothing', ts: START },
      { type: 'like', count: 1, ts: 5 },
    ];
    const read = await open(lines.map((one) => JSON.stringify(one)).join('\n'));
    expect(read.format).toBe('events-jsonl');
    expect(read.events).toEqual([
      { type: 'comment', id: 'own:room_1:1', text: '多少钱', ts: START },
      { type: 'like', count: 3, ts: START + 1 },
    ]);
    expect(read.rejected().map((one) => one.code)).toEqual(['bad_field', 'unknown_kind', 'no_time']);
  });
});

describe('anything else', () => {
  it('is refused by name', async () => {
    await expect(open('just words\nand more')).rejects.toThrow(UnknownRecording);
    await expect(open('')).rejects.toThrow(UnknownRecording);
    await expect(open('<html><body></body></html>')).rejects.toThrow(UnknownRecording);
    await expect(openRecording(path.join(folder, 'missing'))).rejects.toThrow('ENOENT');
  });
});

describe('damage', () => {
  it.each(recordingFuzz.map((one) => [one.name, one] as const))('%s never throws', (_, one) => {
    expect(fuzzDecoder(one, 1500, 7).inputs).toBe(1500);
  });
});
