// Recorded commands of Bilibili in the frames they travel in.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, deflateSync } from 'node:zlib';
import type { FuzzCase } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { decodeCommand } from './commands.ts';
import { encodePacket, OP } from './frames.ts';
import { hearBilibili } from './hear-bilibili.ts';

const read = (name: string) =>
  exactJson(readFileSync(new URL(name, import.meta.url), 'utf8')) as Record<string, unknown>;

/** 79 commands of 39 kinds, see NOTICE.md. */
export const recordedCommands = read('commands.recorded.json');
/** What each of them must become at `expectedAt` in room 77777777774. */
export const expectedEvents = read('commands.expected.json');
export const expectedAt = 1_700_000_000_000;
export const expectedRoom = '77777777774';

export const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
export const commandPacket = (command: unknown): Uint8Array => encodePacket(OP.command, JSON.stringify(command));

/** Packets packed into one, as the platform does: version 2 is zlib, 3 is brotli. */
export function packed(version: 2 | 3, ...packets: Uint8Array[]): Uint8Array {
  const inner = join(...packets);
  const packet = encodePacket(OP.command, version === 2 ? deflateSync(inner) : brotliCompressSync(inner));
  new DataView(packet.buffer).setUint16(6, version);
  return packet;
}

/** Protobuf fields in wire form: whole numbers as varints, texts and messages with their length. */
function fields(...given: [number, bigint | string | Uint8Array][]): Uint8Array {
  const bytes: number[] = [];
  const varint = (value: bigint) => {
    let left = value;
    for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
    bytes.push(Number(left));
  };
  for (const [field, value] of given) {
    varint(BigInt(field * 8 + (typeof value === 'bigint' ? 0 : 2)));
    if (typeof value === 'bigint') varint(value);
    else {
      const inner = typeof value === 'string' ? new TextEncoder().encode(value) : value;
      varint(BigInt(inner.length));
      bytes.push(...inner);
    }
  }
  return Uint8Array.from(bytes);
}

/** A visitor in the second version: 1 uid, 2 name, 4 identities, 5 kind, 6 room, 7 time, 9 medal, 15 exact time in ns. */
export const interactWordPb = Buffer.from(
  fields(
    [1, 77_577_653_691n],
    [2, '小雨的木木'],
    [4, Uint8Array.of(3, 1)],
    [5, 1n],
    [6, 33_989n],
    [7, 1_700_000_000n],
    [9, fields([2, 22n], [3, '泛团'])],
    [15, 1_700_000_000_123_456_789n],
  ),
).toString('base64');

const all = Object.values(recordedCommands);
const heartbeatReply = encodePacket(OP.heartbeatReply, Uint8Array.of(0, 1, 226, 64));

export const bilibiliSeeds: Uint8Array[] = [
  ...all.map(commandPacket),
  packed(2, ...all.slice(0, 10).map(commandPacket)),
  packed(3, ...all.slice(10, 40).map(commandPacket)),
  packed(3, packed(2, ...all.slice(40).map(commandPacket))),
  join(heartbeatReply, encodePacket(OP.authReply, '{"code":0}'), commandPacket(all[0])),
  commandPacket({ cmd: 'INTERACT_WORD_V2', data: { pb: interactWordPb } }),
];

export const bilibiliFuzz: FuzzCase = {
  name: 'bilibili',
  seeds: bilibiliSeeds,
  decode: (data) =>
    hearBilibili(data, (command) => decodeCommand(command, { now: expectedAt, roomId: expectedRoom }), expectedAt),
};
