// Envelopes as TikTok sends them, built around recorded payloads, and what the fuzz bench damages.
import { gzipSync } from 'node:zlib';
import type { FuzzCase } from '../../core/connector.contract.ts';
import { decodeFrame, writeVarint } from './decode-frame.ts';
import { hearTiktok } from './tiktok.connector.ts';
import { TIKTOK_PAYLOADS } from './tiktok-payloads.fixture.ts';

/** One field of a message: a number, or bytes. */
export function field(number: number, value: number | bigint | string | Uint8Array): number[] {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return [...writeVarint(BigInt(number * 8)), ...writeVarint(BigInt(value))];
  }
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
  return [...writeVarint(BigInt(number * 8 + 2)), ...writeVarint(BigInt(bytes.length)), ...bytes];
}

/** A response with these payloads, packed into a push frame. */
export function pushFrame(
  payloads: readonly { type: string; b64: string }[],
  options: { packed?: boolean; needsAck?: boolean } = {},
): Uint8Array {
  const messages = payloads.flatMap(({ type, b64 }) =>
    field(1, Uint8Array.from([...field(1, type), ...field(2, Buffer.from(b64, 'base64'))])),
  );
  const tail = options.needsAck ? [...field(5, 'internal-ext'), ...field(9, 1)] : [];
  const response = Uint8Array.from([...messages, ...tail]);
  const payload = options.packed === false ? response : gzipSync(response);
  return Uint8Array.from([
    ...field(1, 7n),
    ...field(2, 7_286_185_101_407_357_702n),
    ...field(6, 'pb'),
    ...field(7, 'msg'),
    ...field(8, payload),
  ]);
}

const RECORDS = [
  {
    event: 'chat',
    data: { msgId: '7286185101407357702', userId: '1', nickname: 'a', comment: 'hi', createTime: '1696447177084' },
  },
  {
    event: 'gift',
    data: {
      giftId: 5655,
      giftType: 1,
      repeatEnd: true,
      repeatCount: 3,
      diamondCount: 1,
      giftName: 'Rose',
      userId: '1',
    },
  },
  { event: 'roomUser', data: { viewerCount: 5 } },
  {
    type: 'WebcastLikeMessage',
    ts: '2023-10-04T19:19:38.360Z',
    b64: TIKTOK_PAYLOADS.find((one) => one.type === 'WebcastLikeMessage')!.b64,
  },
];
const AT = 1_700_000_000_000;

export const tiktokFuzz: FuzzCase[] = [
  {
    name: 'tiktok frame',
    seeds: TIKTOK_PAYLOADS.map((one, index) => pushFrame([one], { packed: index % 4 === 0, needsAck: true })),
    decode: (data) => decodeFrame(data, AT),
  },
  {
    name: 'tiktok json',
    seeds: RECORDS.map((one) => new TextEncoder().encode(JSON.stringify(one))),
    decode: (data) => {
      const { events, unread = 0 } = hearTiktok(new TextDecoder().decode(data), AT);
      return { events, unread };
    },
  },
];
