// Reads the protobuf of INTERACT_WORD_V2: who entered, followed or shared.
import { filled } from '../kit/loose-fields.ts';

export interface InteractWord {
  uid?: string;
  uname?: string;
  msgType?: number;
  timestamp?: number;
  /** Score of the platform; tells two visits of one person apart. */
  triggerTime?: string;
}

const utf8 = new TextDecoder('utf-8');

/** A varint as bigint with the place after it; null when it is cut off or too long. */
function varint(data: Uint8Array, from: number): [bigint, number] | null {
  let value = 0n;
  for (let at = from, shift = 0n; at < data.length && shift < 70n; at += 1, shift += 7n) {
    const byte = data[at]!;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return [BigInt.asUintN(64, value), at + 1];
  }
  return null;
}

/** Fields 1 uid, 2 uname, 5 msg_type, 7 timestamp, 15 trigger_time; the others are skipped. Null when the bytes are broken. */
export function readInteractWord(base64: unknown): InteractWord | null {
  if (typeof base64 !== 'string' || base64.length > 20_000) return null;
  const data = Buffer.from(base64, 'base64');
  const word: InteractWord = {};
  let at = 0;
  while (at < data.length) {
    const tag = varint(data, at);
    if (!tag) return null;
    const field = Number(tag[0] >> 3n);
    const wire = Number(tag[0] & 7n);
    at = tag[1];
    if (wire === 0) {
      const value = varint(data, at);
      if (!value) return null;
      at = value[1];
      if (field === 1) word.uid = String(value[0]);
      else if (field === 5) word.msgType = Number(value[0]);
      else if (field === 7) word.timestamp = Number(value[0]);
      else if (field === 15) word.triggerTime = String(value[0]);
    } else if (wire === 2) {
      const length = varint(data, at);
      if (!length || length[0] > BigInt(data.length - length[1])) return null;
      const end = length[1] + Number(length[0]);
      if (field === 2) word.uname = utf8.decode(data.subarray(length[1], end));
      at = end;
    } else if (wire === 5) at += 4;
    else if (wire === 1) at += 8;
    else return null;
  }
  return at === data.length && word.msgType !== undefined ? filled(word) : null;
}
