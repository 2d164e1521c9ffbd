// The binary frames of Bilibili's live sockets: 16 bytes of header, many packets a frame, packed frames within frames.
import { brotliDecompressSync, inflateSync } from 'node:zlib';
import { looseNumber } from '../kit/loose-fields.ts';

export const OP = { heartbeat: 2, heartbeatReply: 3, command: 5, auth: 7, authReply: 8 } as const;
const HEADER = 16;

/** Larger frames are refused unread; the busiest rooms send some hundred kilobytes. */
const MAX_FRAME = 4 * 1024 * 1024;
/** What one frame may unpack to in all: beyond it, it is a bomb. */
const MAX_UNPACKED = 16 * 1024 * 1024;
const MAX_PACKETS = 10_000;
const MAX_DEPTH = 3;

/** One packet: big-endian total length, header length 16, version 1, operation, sequence 1, then the body. */
export function encodePacket(operation: number, body: string | Uint8Array = ''): Uint8Array {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const packet = new Uint8Array(HEADER + bytes.length);
  const view = new DataView(packet.buffer);
  view.setUint32(0, packet.length);
  view.setUint16(4, HEADER);
  view.setUint16(6, 1);
  view.setUint32(8, operation);
  view.setUint32(12, 1);
  packet.set(bytes, HEADER);
  return packet;
}

export interface Packet {
  operation: number;
  body: Uint8Array;
}

export interface Unframed {
  packets: Packet[];
  /** Broken packets, bombs and unknown packings; what stood before them was read. */
  broken: number;
}

interface Budget {
  bytes: number;
}

function unpack(body: Uint8Array, version: number, budget: Budget): Uint8Array | null {
  if (budget.bytes <= 0) return null;
  try {
    const options = { maxOutputLength: budget.bytes };
    const plain = version === 2 ? inflateSync(body, options) : brotliDecompressSync(body, options);
    budget.bytes -= plain.length;
    return plain;
  } catch {
    return null;
  }
}

function walk(data: Uint8Array, into: Unframed, budget: Budget, depth: number): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 0;
  while (at < data.length) {
    if (data.length - at < HEADER || into.packets.length >= MAX_PACKETS) {
      into.broken += 1;
      return;
    }
    const total = view.getUint32(at);
    const header = view.getUint16(at + 4);
    const version = view.getUint16(at + 6);
    const operation = view.getUint32(at + 8);
    if (header < HEADER || total < header || total > data.length - at) {
      into.broken += 1;
      return;
    }
    const body = data.subarray(at + header, at + total);
    at += total;
    if (operation !== OP.command || version < 2) into.packets.push({ operation, body });
    else {
      const plain = depth < MAX_DEPTH && version <= 3 ? unpack(body, version, budget) : null;
      if (plain) walk(plain, into, budget, depth + 1);
      else into.broken += 1;
    }
  }
}

/** Takes a frame apart; never throws. At most 16 MiB are unpacked from it. */
export function readFrame(data: Uint8Array): Unframed {
  const unframed: Unframed = { packets: [], broken: 0 };
  if (data.length > MAX_FRAME) return { packets: [], broken: 1 };
  walk(data, unframed, { bytes: MAX_UNPACKED }, 0);
  return unframed;
}

/** Popularity in a heartbeat's reply, or undefined. */
export function popularityOf(body: Uint8Array): number | undefined {
  if (body.length < 4) return undefined;
  return looseNumber(new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(0));
}
