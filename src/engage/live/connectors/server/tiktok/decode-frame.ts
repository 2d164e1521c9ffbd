// Opens the envelopes of a TikTok LIVE connection: the push frame, its packed response, and the messages in it.
import { gunzipSync } from 'node:zlib';
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { decodePayload } from './decode-payload.ts';
import { bytesOf, idOf, inners, numberOf, readMessage, textOf, type WireMessage } from './wire.ts';

const MOST_UNPACKED_BYTES = 8 * 1024 * 1024;
const MOST_MESSAGES = 2_000;

export interface DecodedFrame {
  events: DecodedEvent[];
  /** Messages or envelopes that could not be read. */
  unread: number;
  /** Sent back when the server wants to know that the frame came. */
  ack?: Uint8Array;
}

/** Reads a binary frame (or a bare response without the push envelope). Never throws. */
export function decodeFrame(data: Uint8Array, receivedAt: number): DecodedFrame {
  const frame = readMessage(data);
  if (!frame) return { events: [], unread: 1 };
  // Push frame: 2 log id, 6 encoding of the payload, 7 its kind (msg, hb, ack), 8 payload.
  const payload = bytesOf(frame, 8);
  const kind = textOf(frame, 7);
  if (!payload || kind === undefined) return decodeResponse(frame, receivedAt);
  if (kind !== 'msg') return { events: [], unread: 0 };
  const plain = unpack(payload);
  const response = plain && readMessage(plain);
  if (!response) return { events: [], unread: 1 };
  const decoded = decodeResponse(response, receivedAt);
  const logId = idOf(frame, 2);
  // Response: 9 wants an answer, 5 text to give back with it.
  if (numberOf(response, 9) === 1 && logId) decoded.ack = ackFrame(logId, textOf(response, 5) ?? '');
  return decoded;
}

/** Response: 1 messages {1 kind, 2 payload}. */
function decodeResponse(response: WireMessage, receivedAt: number): DecodedFrame {
  const wrapped = inners(response, 1, MOST_MESSAGES);
  const events: DecodedEvent[] = [];
  let unread = Math.max(0, (response.get(1)?.length ?? 0) - wrapped.length);
  for (const message of wrapped) {
    const [method, payload] = [textOf(message, 1), bytesOf(message, 2)];
    const decoded = method && payload ? decodePayload(method, payload, receivedAt) : null;
    if (decoded) for (const event of decoded) events.push(event);
    else unread += 1;
  }
  return { events, unread };
}

function unpack(payload: Uint8Array): Uint8Array | null {
  if (payload[0] !== 0x1f || payload[1] !== 0x8b) return payload;
  try {
    return gunzipSync(payload, { maxOutputLength: MOST_UNPACKED_BYTES });
  } catch {
    return null;
  }
}

function ackFrame(logId: string, back: string): Uint8Array {
  const text = (field: number, value: string) => {
    const bytes = Buffer.from(value, 'utf8');
    return [...writeVarint(BigInt(field * 8 + 2)), ...writeVarint(BigInt(bytes.length)), ...bytes];
  };
  return Uint8Array.from([...writeVarint(16n), ...writeVarint(BigInt(logId)), ...text(7, 'ack'), ...text(8, back)]);
}

/** Bytes of a variable-length number. */
export function writeVarint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
}
