// Turns a stream of bytes into decoded blocks of whole lines whose byte position is known, in constant memory.
import { isAscii } from 'node:buffer';
import type { TextEncoding } from './row-reader.ts';
import { chooseEncoding, decodeLines } from './text-encoding.ts';

const NEW_LINE = 0x0a;

export interface LineBlock {
  /** Whole lines, each ending in \n (added to the last one of the file when it has none). */
  text: string;
  /** Byte in the (unpacked) file at which the block starts. */
  offset: number;
  /** Number of the block's first line, counted from 1. */
  line: number;
  /** Numbers of lines with bytes that are wrong in this encoding. */
  bad: number[];
  /** Numbers of lines that were longer than allowed; only their beginning is in `text`. */
  long: number[];
}

export interface BlockOptions {
  encoding: TextEncoding | null;
  startOffset: number;
  startLine: number;
  bomBytes: number;
  lineBytes: number;
  /** The file ends its lines with CR alone. */
  carriageReturns: boolean;
  /** Told once when an undecided encoding has been decided. */
  onEncoding(encoding: TextEncoding): void;
}

/** Reads blocks of whole lines. UTF-16 is turned into UTF-8 first, so its offsets are of no use for starting in the middle. */
export async function* readLineBlocks(
  chunks: AsyncIterable<Buffer>,
  options: BlockOptions,
): AsyncGenerator<LineBlock, void, void> {
  const utf16 = options.encoding === 'utf-16le' || options.encoding === 'utf-16be';
  let encoding: 'utf-8' | 'gb18030' | null = utf16 ? 'utf-8' : (options.encoding as 'utf-8' | 'gb18030' | null);
  let bytes: AsyncIterable<Buffer> = utf16 ? utf16AsUtf8(chunks, options.encoding as 'utf-16le' | 'utf-16be') : chunks;
  if (options.carriageReturns) bytes = withLineFeeds(bytes);
  let line = options.startLine;

  const makeBlock = (lines: Buffer, offset: number, long: boolean): LineBlock => {
    if (encoding === null && !isAscii(lines)) {
      encoding = chooseEncoding(lines);
      options.onEncoding(encoding);
    }
    const decoded = decodeLines(lines, encoding ?? 'utf-8');
    const block: LineBlock = {
      text: decoded.text,
      offset,
      line,
      bad: long ? [] : decoded.bad.map((index) => index + line),
      long: long ? [line] : [],
    };
    if (utf16 && block.text.includes('\ufffd')) markReplaced(block);
    line += countLines(lines);
    return block;
  };

  for await (const piece of cutAtLineEnds(bytes, options)) yield makeBlock(piece.bytes, piece.offset, piece.long);
}

interface Piece {
  bytes: Buffer;
  offset: number;
  long: boolean;
}

/** Gathers bytes up to a line end. A line beyond the limit is given as its beginning, alone, and marked; its rest is dropped as it streams by. */
async function* cutAtLineEnds(bytes: AsyncIterable<Buffer>, options: BlockOptions): AsyncGenerator<Piece, void, void> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let offset = options.startOffset;
  let dropped = 0;
  let skip = options.startOffset === 0 ? options.bomBytes : 0;
  offset += skip;

  const longLine = (): Piece => {
    const head = Buffer.concat(pending).subarray(0, 2_000);
    return { bytes: Buffer.concat([trimToAscii(head), Buffer.from('\n')]), offset, long: true };
  };

  for await (let chunk of bytes) {
    if (skip > 0) {
      const cutBytes = Math.min(skip, chunk.length);
      chunk = chunk.subarray(cutBytes);
      skip -= cutBytes;
    }
    if (dropped > 0 || pendingBytes > options.lineBytes) {
      const end = chunk.indexOf(NEW_LINE);
      if (end === -1) {
        dropped += chunk.length;
        continue;
      }
      yield longLine();
      offset += pendingBytes + dropped + end + 1;
      pending = [];
      pendingBytes = 0;
      dropped = 0;
      chunk = chunk.subarray(end + 1);
    }
    const last = chunk.lastIndexOf(NEW_LINE);
    if (last === -1) {
      if (chunk.length > 0) pending.push(chunk);
      pendingBytes += chunk.length;
      continue;
    }
    pending.push(chunk.subarray(0, last + 1));
    const block = pending.length === 1 ? pending[0]! : Buffer.concat(pending);
    yield { bytes: block, offset, long: false };
    offset += block.length;
    const rest = chunk.subarray(last + 1);
    pending = rest.length > 0 ? [rest] : [];
    pendingBytes = rest.length;
  }
  if (dropped > 0 || pendingBytes > options.lineBytes) yield longLine();
  else if (pendingBytes > 0) yield { bytes: Buffer.concat([...pending, Buffer.from('\n')]), offset, long: false };
}

/** Cuts a beginning so that it does not end inside a character of any encoding we read. */
function trimToAscii(head: Buffer): Buffer {
  let end = head.length;
  while (end > 0 && head[end - 1]! >= 0x80) end -= 1;
  return end > 0 ? head.subarray(0, end) : head.subarray(0, 0);
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEW_LINE); at !== -1; at = bytes.indexOf(NEW_LINE, at + 1)) lines += 1;
  return lines;
}

function markReplaced(block: LineBlock): void {
  const lines = block.text.split('\n');
  block.bad = lines.flatMap((text, index) => (text.includes('\ufffd') ? [block.line + index] : []));
}

async function* utf16AsUtf8(chunks: AsyncIterable<Buffer>, encoding: 'utf-16le' | 'utf-16be'): AsyncGenerator<Buffer> {
  // The decoder takes the byte order mark away itself, so the caller's count of mark bytes must be 0.
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest, 'utf8');
}

async function* withLineFeeds(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const copy = Buffer.from(chunk);
    for (let at = copy.indexOf(0x0d); at !== -1; at = copy.indexOf(0x0d, at + 1)) copy[at] = NEW_LINE;
    yield copy;
  }
}
