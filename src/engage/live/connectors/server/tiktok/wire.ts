// Reads the protobuf wire format without a schema: bounded, lazy about what is nested, and silent about what is damaged.

/** Fields of one message that are kept; real messages of a live room have fewer than a hundred. */
const MOST_FIELDS = 20_000;
const MOST_TEXT_BYTES = 32 * 1024;

type WireValue = number | bigint | Uint8Array;

/** Field number → its values in order. Nested messages stay bytes until somebody asks. */
export type WireMessage = ReadonlyMap<number, readonly WireValue[]>;

const NOTHING: WireMessage = new Map();

/** Cursor over bytes; `at` is -1 once anything was wrong. */
interface Cursor {
  bytes: Uint8Array;
  at: number;
}

/** One variable-length number: at most ten bytes, as number while it is exact, else as unsigned 64-bit integer. */
function varint(cursor: Cursor): number | bigint {
  const { bytes } = cursor;
  let value = 0;
  let factor = 1;
  for (let index = 0; index < 7; index += 1) {
    const byte = bytes[cursor.at];
    if (byte === undefined) return fail(cursor);
    cursor.at += 1;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return value;
    factor *= 128;
  }
  let large = BigInt(value);
  for (let shift = 49n; shift < 70n; shift += 7n) {
    const byte = bytes[cursor.at];
    if (byte === undefined) return fail(cursor);
    cursor.at += 1;
    large |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) {
      const unsigned = BigInt.asUintN(64, large);
      return unsigned <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(unsigned) : unsigned;
    }
  }
  return fail(cursor);
}

function fail(cursor: Cursor): number {
  cursor.at = -1;
  return 0;
}

/** Reads the fields of a message (protobuf.dev, "Encoding"); null when it is cut, damaged, uses groups, or has too many fields. */
export function readMessage(bytes: Uint8Array): WireMessage | null {
  const fields = new Map<number, WireValue[]>();
  const cursor: Cursor = { bytes, at: 0 };
  let count = 0;
  while (cursor.at < bytes.length) {
    const tag = varint(cursor);
    if (cursor.at === -1 || typeof tag !== 'number') return null;
    const number = Math.floor(tag / 8);
    if (number === 0 || number > 0x1fffffff || ++count > MOST_FIELDS) return null;
    const value = readValue(cursor, tag % 8);
    if (value === null || cursor.at === -1) return null;
    const values = fields.get(number);
    if (values) values.push(value);
    else fields.set(number, [value]);
  }
  return fields;
}

function readValue(cursor: Cursor, kind: number): WireValue | null {
  if (kind === 0) return varint(cursor);
  const length = kind === 2 ? varint(cursor) : kind === 1 ? 8 : kind === 5 ? 4 : -1;
  if (cursor.at === -1 || typeof length !== 'number' || length < 0 || length > cursor.bytes.length - cursor.at)
    return null;
  const value = cursor.bytes.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  return value;
}

/** The message in a field, following numbers inwards; an empty one where it is missing or damaged. */
export function inner(message: WireMessage, ...path: number[]): WireMessage {
  let current = message;
  for (const field of path) {
    const value = current.get(field)?.at(-1);
    current = (value instanceof Uint8Array ? readMessage(value) : null) ?? NOTHING;
  }
  return current;
}

/** The messages of a repeated field, at most `max`; damaged ones are left out. */
export function inners(message: WireMessage, field: number, max = 200): WireMessage[] {
  const found: WireMessage[] = [];
  for (const value of message.get(field) ?? []) {
    if (found.length === max) break;
    const read = value instanceof Uint8Array ? readMessage(value) : null;
    if (read) found.push(read);
  }
  return found;
}

export function bytesOf(message: WireMessage, field: number): Uint8Array | undefined {
  const value = message.get(field)?.at(-1);
  return value instanceof Uint8Array ? value : undefined;
}

/** UTF-8 text that is not empty; wrong bytes become replacement characters. */
export function textOf(message: WireMessage, field: number): string | undefined {
  const bytes = bytesOf(message, field);
  if (!bytes || bytes.length === 0) return undefined;
  const length = Math.min(bytes.length, MOST_TEXT_BYTES);
  return Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('utf8');
}

/** A number that lost no digit. */
export function numberOf(message: WireMessage, field: number): number | undefined {
  const value = message.get(field)?.at(-1);
  return typeof value === 'number' ? value : undefined;
}

/** An unsigned 64-bit id as text; 0 is nobody. */
export function idOf(message: WireMessage, field: number): string | undefined {
  const value = message.get(field)?.at(-1);
  return value === undefined || value instanceof Uint8Array || value === 0 ? undefined : String(value);
}

/** Ids of a repeated field, packed or not; at most `max`. */
export function idsOf(message: WireMessage, field: number, max = 200): string[] {
  const ids: string[] = [];
  for (const value of message.get(field) ?? []) {
    if (value instanceof Uint8Array) {
      const cursor: Cursor = { bytes: value, at: 0 };
      while (cursor.at < value.length && ids.length < max) {
        const id = varint(cursor);
        if (cursor.at === -1) break;
        ids.push(String(id));
      }
    } else if (ids.length < max) ids.push(String(value));
  }
  return ids.filter((id) => id !== '0');
}
