// Writes typed arrays as text and back, for checkpoints: base 64 without Node or the DOM.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODE_OF = new Uint8Array(128);
for (let at = 0; at < ALPHABET.length; at += 1) CODE_OF[ALPHABET.charCodeAt(at)] = at;
/** Bytes at a time; a multiple of three, so that only the last part is padded. */
const CHUNK = 6144;
const CODES = Uint8Array.from(ALPHABET, (char) => char.charCodeAt(0));
const PAD = 0x3d;

export type Packed = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** The first `count` items as base 64, in the machine's byte order (little on every machine we run on). */
export function pack(array: Packed, count: number): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, count * array.BYTES_PER_ELEMENT);
  const parts: string[] = [];
  const codes = new Uint8Array((CHUNK / 3) * 4);
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const end = Math.min(bytes.length, from + CHUNK);
    let size = 0;
    let at = from;
    for (; at + 2 < end; at += 3) {
      const bits = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
      codes[size++] = CODES[bits >> 18]!;
      codes[size++] = CODES[(bits >> 12) & 63]!;
      codes[size++] = CODES[(bits >> 6) & 63]!;
      codes[size++] = CODES[bits & 63]!;
    }
    if (at < end) {
      const bits = (bytes[at]! << 16) | ((at + 1 < end ? bytes[at + 1]! : 0) << 8);
      codes[size++] = CODES[bits >> 18]!;
      codes[size++] = CODES[(bits >> 12) & 63]!;
      codes[size++] = at + 1 < end ? CODES[(bits >> 6) & 63]! : PAD;
      codes[size++] = PAD;
    }
    // One text a part: adding characters one by one makes trees of texts that are slow to flatten.
    parts.push(String.fromCharCode.apply(null, codes.subarray(0, size) as unknown as number[]));
  }
  return parts.join('');
}

/** The bytes of a packed text. */
export function unpack(text: string): ArrayBuffer {
  let size = (text.length / 4) * 3;
  if (text.endsWith('==')) size -= 2;
  else if (text.endsWith('=')) size -= 1;
  const bytes = new Uint8Array(size);
  let to = 0;
  for (let at = 0; at < text.length; at += 4) {
    const a = CODE_OF[text.charCodeAt(at)]!;
    const b = CODE_OF[text.charCodeAt(at + 1)]!;
    const c = CODE_OF[text.charCodeAt(at + 2)]!;
    const d = CODE_OF[text.charCodeAt(at + 3)]!;
    bytes[to++] = (a << 2) | (b >> 4);
    if (to < size) bytes[to++] = ((b & 15) << 4) | (c >> 2);
    if (to < size) bytes[to++] = ((c & 3) << 6) | d;
  }
  return bytes.buffer;
}
