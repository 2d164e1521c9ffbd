// Recordings of every format for tests and the fuzz bench. The recorder's XML has all that happens to such files: masked users, entities, signs in attributes, unclosed and empty elements.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import type { FuzzCase } from '../../core/connector.contract.ts';
import { TIKTOK_PAYLOADS } from '../tiktok/tiktok-payloads.fixture.ts';
import { YOUTUBE_ACTIONS } from '../youtube/youtube-actions.fixture.ts';
import { detectFormat } from './detect-format.ts';
import { cutRecords, metaOf, readerOf } from './formats.ts';
import { RECORDING_FORMATS, type RecordingFormat } from './recording.types.ts';

export const RECORDER_XML = `<?xml version="1.0" encoding="utf-8"?>
<i>
<BililiveRecorder version="1.3.11" />
<BililiveRecorderRecordInfo roomid="123" name="主播" title="五一&lt;专场&gt;" start_time="2026-05-01T20:00:00.0000000+08:00" />
<d p="0.112,1,25,16777215,1777636800112,0,4455,0" user="小王&quot;">1号链接 &lt;多少钱&gt; &amp; 包邮吗</d>
<d p="2.000,1,25,16777215,1777636802000,0,0,0" user="masked">没关上
<gift ts="4.2" user="a>b" uid="77" giftname="辣条" giftcount="3" raw="{&quot;coin_type&quot;:&quot;silver&quot;,&quot;total_coin&quot;:300}" />
<d p="x" user="nobody">no time</d>
<gift ts="5.000" user="c" giftname="小花花" giftcount="2" raw="{&quot;coin_type&quot;:&quot;gold&quot;,&quot;total_coin&quot;:200}" />
<sc ts="12" user="d" price="30" time="60">主播好</sc>
<guard ts="20" user="e" level="2" count="2" />

<guard ts="21" user="f" level="9" count="1" /></i>`;

const LINES: Readonly<Record<RecordingFormat, readonly string[]>> = {
  'bilibili-xml': [RECORDER_XML],
  'live-jsonl': [
    '{"o":750,"k":"dm","u":"8ff9cd72","x":"？？？"}\n{"o":750,"k":"rank","n":704}\n',
    '{"o":5970,"k":"gift","u":"da94","g":"牛哇","gid":31039,"n":2,"price":100,"coin":200,"id":"1"}\n{"o":1,"k":"guard","lvl":3,"n":1}\n',
    '{"o":13330,"k":"sc","u":"463c","x":"好看","cny":50,"sec":120,"id":"2907299"}\n',
  ],
  'chat-downloader': [
    '{"message_id":"B","message":"take","message_type":"paid_message","timestamp":1600000001000000,"money":{"text":"CA$20.00"},"author":{"id":"UC2"}}\n',
    '{"ts":1600376423492,"u":"a","x":"Hello","amount":"£10.00","k":"superchat","deleted":1,"banned":1}\n',
    ...YOUTUBE_ACTIONS.slice(0, 7).map((action) => JSON.stringify(action)),
  ],
  'tiktok-jsonl': TIKTOK_PAYLOADS.slice(0, 8).map((one) => JSON.stringify(one)),
  csv: [
    '时间,类型,用户,内容,礼物,数量,金额\n2026-05-01 20:00:00,评论,小王,"包邮吗, ""真的""吗",,,\n2026/5/1 20:00:05,礼物,小李,,玫瑰,3,1.50\n',
  ],
  'events-jsonl': [
    '{"type":"comment","text":"多少钱","ts":1600000000000}\n{"type":"like","count":3,"ts":1600000000001}\n',
  ],
};

/** All formats, read from memory. */
export const recordingFuzz: FuzzCase[] = RECORDING_FORMATS.map((format) => ({
  name: `file ${format}`,
  seeds: LINES[format].map((text) => new TextEncoder().encode(text)),
  decode(data) {
    const text = new TextDecoder().decode(data);
    detectFormat(text);
    const startedAt = metaOf(format, text).startedAt ?? 1_600_000_000_000;
    const events: DecodedEvent[] = [];
    let unread = 0;
    const reader = readerOf(format, text, startedAt, {});
    const reject = () => {
      unread += 1;
    };
    const cutter = cutRecords(
      reader,
      () => events,
      () => {},
      reject,
    );
    cutter.push(text.slice(0, text.length >> 1));
    cutter.push(text.slice(text.length >> 1));
    cutter.end();
    reader.end?.(events);
    return { events, unread };
  },
}));
