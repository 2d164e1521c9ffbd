// Typed, prefixed, time-ordered ids: readable in a log, sortable in an index, impossible to mix up in the type checker.
import { uuidv7obj } from 'uuidv7';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id such as `case_01jd…`: the prefix names the thing, the rest is a UUIDv7 in Crockford base 32 (TypeID format). */
export type Id<P extends string = string> = `${P}_${string}`;

/**
 * Makes a new id. Ids made later sort later (millisecond clock plus a monotonic counter within the process).
 * @param prefix lower-case letters naming the thing, for example `case`
 */
export function newId<P extends string>(prefix: P): Id<P> {
  return `${prefix}_${encode(uuidv7obj().bytes)}`;
}

/** Tells whether a text has the form of any id of ours, whatever it names. */
export function hasIdForm(value: string): boolean {
  return /^[a-z]{2,12}_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(value);
}

function encode(bytes: Uint8Array): string {
  // 128 bits are written as 26 characters of 5 bits, the first one holding only 3.
  let text = ALPHABET[bytes[0]! >> 5]! + ALPHABET[bytes[0]! & 31]!;
  let buffer = 0;
  let bits = 0;
  for (let index = 1; index < 16; index += 1) {
    buffer = (buffer << 8) | bytes[index]!;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(buffer >> bits) & 31]!;
    }
  }
  return text;
}
