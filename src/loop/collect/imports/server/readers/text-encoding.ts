// Finds out in which encoding a text file is written, and decodes it line-true with every wrong line named.
import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncoding } from './row-reader.ts';

const NEW_LINE = 0x0a;

/** What the head of a file says about its encoding; `null` encoding = only ASCII seen so far, decide later. */
export interface SniffedEncoding {
  encoding: TextEncoding | null;
  bomBytes: number;
  /** The head is no text at all. */
  binary: boolean;
}

/** Sniffs the head of a file: byte order marks, then the zero pattern of UTF-16, then which of UTF-8 and GB18030 more lines obey. */
export function sniffEncoding(head: Buffer): SniffedEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8', bomBytes: 3, binary: false };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2, binary: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2, binary: false };
  if (head.subarray(0, 4).equals(Buffer.from([0x84, 0x31, 0x95, 0x33]))) {
    return { encoding: 'gb18030', bomBytes: 4, binary: false };
  }
  const zeros = countZeros(head);
  if (zeros.even + zeros.odd > head.length / 20) {
    if (zeros.odd > 8 * zeros.even) return { encoding: 'utf-16le', bomBytes: 0, binary: false };
    if (zeros.even > 8 * zeros.odd) return { encoding: 'utf-16be', bomBytes: 0, binary: false };
    return { encoding: 'utf-8', bomBytes: 0, binary: true };
  }
  return { encoding: isAscii(head) ? null : chooseEncoding(head), bomBytes: 0, binary: false };
}

function countZeros(bytes: Buffer): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) zeros.even += 1;
    else zeros.odd += 1;
  }
  return zeros;
}

/** UTF-8 or GB18030, by how many lines with other than ASCII are well formed in each. UTF-8 well-formedness is hardly ever an accident, so it wins early. */
export function chooseEncoding(sample: Buffer): 'utf-8' | 'gb18030' {
  let utf8 = 0;
  let gb = 0;
  let lines = 0;
  for (const line of linesOf(sample)) {
    if (isAscii(line)) continue;
    lines += 1;
    if (isUtf8(line)) utf8 += 1;
    else if (decodeGb18030(line) !== null) gb += 1;
  }
  if (lines === 0) return isUtf8(sample) ? 'utf-8' : 'gb18030';
  return gb > utf8 ? 'gb18030' : 'utf-8';
}

function* linesOf(sample: Buffer): Generator<Buffer> {
  let from = 0;
  for (let end = sample.indexOf(NEW_LINE, from); end !== -1; end = sample.indexOf(NEW_LINE, from)) {
    yield sample.subarray(from, end);
    from = end + 1;
  }
  // The last line of a sample may be cut inside a character; it only counts when it is the only one.
  if (from === 0) yield trimPartial(sample);
}

function trimPartial(line: Buffer): Buffer {
  for (let cutBytes = 0; cutBytes < 4 && cutBytes < line.length; cutBytes += 1) {
    const shorter = line.subarray(0, line.length - cutBytes);
    if (isUtf8(shorter)) return shorter;
  }
  return line;
}

const gb18030 = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });

function decodeGb18030(bytes: Buffer): string | null {
  try {
    return gb18030.decode(bytes);
  } catch {
    return null;
  }
}

const gb18030Loose = new TextDecoder('gb18030', { ignoreBOM: true });

/**
 * Decodes whole lines. Lines with wrong bytes are decoded as well as can be and named in `bad` (counted from 0 within
 * the block); all others are exact.
 */
export function decodeLines(bytes: Buffer, encoding: 'utf-8' | 'gb18030'): { text: string; bad: number[] } {
  if (encoding === 'utf-8') {
    if (isUtf8(bytes)) return { text: bytes.toString('utf8'), bad: [] };
  } else {
    const text = decodeGb18030(bytes);
    if (text !== null) return { text, bad: [] };
  }
  const bad: number[] = [];
  const parts: string[] = [];
  let from = 0;
  for (let line = 0; from < bytes.length; line += 1) {
    const found = bytes.indexOf(NEW_LINE, from);
    const end = found === -1 ? bytes.length : found + 1;
    const slice = bytes.subarray(from, end);
    const text = encoding === 'utf-8' ? (isUtf8(slice) ? slice.toString('utf8') : null) : decodeGb18030(slice);
    if (text === null) bad.push(line);
    parts.push(text ?? (encoding === 'utf-8' ? slice.toString('utf8') : wholeLine(slice)));
    from = end;
  }
  return { text: parts.join(''), bad };
}

/** A wrong byte may pair with the line end; the line must keep it, or two rows become one. */
function wholeLine(slice: Buffer): string {
  const ended = slice.at(-1) === NEW_LINE;
  const text = gb18030Loose.decode(ended ? slice.subarray(0, -1) : slice).replaceAll('\n', ' ');
  return ended ? `${text}\n` : text;
}
