// Reads danmaku XML: what recorders of live rooms write (danmaku, gifts, super chats, memberships) and the files of videos.
import type { DecodedEvent, LiveUser } from '../../../stream/core/live-event.contract.ts';
import { asCount, asNumber, asText, readObject } from './json-fields.ts';
import { coinsToFen, GUARD_TIERS } from './live-jsonl.ts';
import { instantOfNumber, readInstant } from './read-time.ts';
import type { RecordingMeta, RecordReader, RejectCode } from './recording.types.ts';

export const XML_TAGS = ['d', 'gift', 'sc', 'guard'] as const;

type Attributes = Record<string, string>;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five named signs and numbered characters of XML; anything else stays as it is written. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:([a-z]{2,4})|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name, decimal, hex) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

/** Attributes of the tag an element begins with. */
export function attributesOf(element: string): Attributes {
  const found: Attributes = {};
  const pattern = /\s([A-Za-z_][\w.-]{0,40})\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  pattern.lastIndex = element.search(/[\s/>]/);
  for (let match = pattern.exec(element); match; match = pattern.exec(element)) {
    found[match[1]!.toLowerCase()] = unescapeXml(match[2] ?? match[3] ?? '');
  }
  return found;
}

/** What the head of the file says: start, room and title as the recorder wrote them. */
export function bilibiliXmlMeta(head: string): RecordingMeta {
  const info = /<BililiveRecorderRecordInfo\s[^>]*>/.exec(head)?.[0];
  if (info) {
    const of = attributesOf(info);
    return {
      platform: 'bilibili',
      startedAt: of.start_time ? readInstant(of.start_time, 480) : undefined,
      roomId: of.roomid,
      title: of.title,
      host: of.name,
    };
  }
  const tag = (name: string) => {
    const text = new RegExp(`<${name}>([^<]{1,500})</${name}>`).exec(head)?.[1];
    return text === undefined ? undefined : unescapeXml(text.trim());
  };
  const started = tag('record_start_time') ?? tag('live_start_time');
  return {
    platform: 'bilibili',
    startedAt: started ? readInstant(started, 480) : firstPosting(head),
    roomId: tag('room_id'),
    title: tag('room_title'),
    host: tag('user_name'),
  };
}

/** Without a start in the head: the moment the first line was sent, less its place. */
function firstPosting(head: string): number | undefined {
  const fields = /<d\s[^<>]*?p="([^"]{5,300})"/.exec(head)?.[1]?.split(',');
  const sentAt = fields && instantOfNumber(Number(fields[4]));
  return sentAt === undefined ? undefined : sentAt - Math.round(Number(fields![0]) * 1000);
}

/** Reader for a file that began at `startedAt`. */
export function bilibiliXmlReader(startedAt: number): RecordReader {
  return {
    framing: 'tags',
    take(element, out) {
      const of = attributesOf(element);
      const event = element.startsWith('<d') ? danmaku(element, of, startedAt) : extra(element, of, startedAt);
      if (typeof event === 'string') return event;
      out.push(event);
      return null;
    },
  };
}

/** `p` = seconds, mode, size, colour, sent at, pool, sender, id (Bilibili's danmaku XML; recorders put the user id in the seventh place). */
function danmaku(element: string, of: Attributes, startedAt: number): DecodedEvent | RejectCode {
  const fields = of.p?.split(',') ?? [];
  const seconds = asNumber(fields[0]);
  if (seconds === undefined || seconds < 0) return 'no_time';
  const text = unescapeXml(contentOf(element));
  if (text === '') return 'no_text';
  const uid = real(of.uid) ?? real(fields[6]);
  const user = userOf(uid, of.user);
  const id = real(fields[7]);
  const ts = startedAt + Math.round(seconds * 1000);
  return { type: 'comment', text, ts, ...(id && { id }), ...(user && { user }) };
}

function extra(element: string, of: Attributes, startedAt: number): DecodedEvent | RejectCode {
  const seconds = asNumber(of.ts);
  if (seconds === undefined || seconds < 0) return 'no_time';
  const user = userOf(real(of.uid), of.user);
  const base = { ts: startedAt + Math.round(seconds * 1000), ...(user && { user }) };
  if (element.startsWith('<sc')) {
    const yuan = asNumber(of.price);
    if (yuan === undefined || yuan < 0) return 'bad_field';
    const amount = { minor: Math.round(yuan * 100), currency: 'CNY' };
    return { type: 'superchat', text: unescapeXml(contentOf(element)), amount, pinSeconds: asCount(of.time), ...base };
  }
  if (element.startsWith('<guard')) {
    const tier = GUARD_TIERS[Number(of.level)];
    return tier
      ? { type: 'viewer.subscribe', tier, months: asCount(of.count) ?? 1, channel: 'guard', ...base }
      : 'bad_field';
  }
  const name = of.giftname;
  if (!name) return 'bad_field';
  return { type: 'gift', name, ...giftOf(of), ...base, giftId: asText(of.giftid) ?? name };
}

/** Price and kind of coin stand only in the recorder's copy of the raw message, when it kept one. */
function giftOf(of: Attributes) {
  const raw = of.raw ? readObject(of.raw) : null;
  const count = asCount(of.giftcount) ?? asCount(of.count) ?? 1;
  const isSilver = (raw?.coin_type ?? of.cointype) === 'silver';
  const coins = asNumber(raw?.total_coin) ?? (of.price ? (asNumber(of.price) ?? 0) * count : undefined);
  const value = coins === undefined || isSilver ? undefined : { minor: coinsToFen(coins), currency: 'CNY' };
  return { count, free: isSilver || coins === 0, ...(value && { value }) };
}

function contentOf(element: string): string {
  const from = element.lastIndexOf('</');
  if (from === -1) {
    const end = element.indexOf('>');
    return element.endsWith('/>') || end === -1 ? '' : element.slice(end + 1).trim();
  }
  return element.slice(element.lastIndexOf('>', from) + 1, from).trim();
}

/** Masked readers write 0 for everybody; that is no id. */
function real(value: string | undefined): string | undefined {
  return value === undefined || value === '' || value === '0' ? undefined : value;
}

function userOf(uid: string | undefined, name: string | undefined): LiveUser | undefined {
  if (!uid && !name) return undefined;
  return { ...(uid && { uid }), ...(name && { name }) };
}
