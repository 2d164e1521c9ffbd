// Reads a file of any size as batches of lines, holding no more than a few at a time.
import { isUtf8 } from 'node:buffer';
import { accessSync, constants, createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { reasonOf, statOf } from './file-words.ts';
import { LongLine, UNREADABLE, type UnreadableLine } from './long-line.ts';
import { WrongUsage } from './wrong-usage.ts';

/** A line without its end, or why there is none to read. */
export type Line = string | UnreadableLine;

const CHUNK = 64 * 1024;
const NEWLINE = 0x0a;

/** @throws when there is no such file, it is a folder or may not be read; `-` is standard input. `option` is what named it. */
export function checkInput(file: string, option = '--in'): void {
  const found = statOf(file, 0);
  if (file === '') throw new WrongUsage(`${option} names no file`);
  if (found === undefined && file !== '-') throw new Error(`${option}: there is no file ${file}`);
  if (found?.isDirectory()) throw new Error(`${option}: ${file === '-' ? 'standard input' : file} is a folder`);
  if (file === '-') return;
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new Error(`${option}: ${file} cannot be read: ${reasonOf(error)}`);
  }
}

/**
 * Batches of the lines of a file, or of standard input for `-`; gzip is recognised by its first bytes. A line longer than
 * 64 MB and one that is not UTF-8 come as their fault, and the others go on.
 * @throws when the file cannot be read, the gzip is damaged or the whole file is UTF-16.
 */
export async function* readLineBatches(file: string): AsyncGenerator<Line[]> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK });
  const open = new LongLine();
  let isFirst = true;
  const close = (): Line => {
    const bytes = open.take();
    const line = bytes === null ? UNREADABLE.line_too_long : textOf(bytes);
    if (!isFirst) return line;
    isFirst = false;
    if (bytes !== null && isUtf16(bytes)) {
      throw new Error(`${file} is UTF-16: save it as UTF-8 文件是 UTF-16 编码，请另存为 UTF-8`);
    }
    return typeof line === 'string' && line.startsWith('\ufeff') ? line.slice(1) : line;
  };
  for await (const chunk of unpacked(source, file)) {
    const [first, last] = [chunk.indexOf(NEWLINE), chunk.lastIndexOf(NEWLINE)];
    open.add(first === -1 ? chunk : chunk.subarray(0, first));
    if (first === -1) continue;
    const lines = [close()];
    if (last > first) for (const line of linesOf(chunk.subarray(first + 1, last))) lines.push(line);
    open.add(chunk.subarray(last + 1));
    yield lines;
  }
  if (!open.isEmpty) yield [close()];
}

function textOf(bytes: Buffer): Line {
  return isUtf8(bytes) ? bytes.toString('utf8') : UNREADABLE.not_utf8;
}

function linesOf(bytes: Buffer): Line[] {
  if (isUtf8(bytes)) return bytes.toString('utf8').split('\n');
  const lines: Line[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, from);
    const to = found === -1 ? bytes.length : found;
    lines.push(textOf(bytes.subarray(from, to)));
    from = to + 1;
  }
  return lines;
}

/** By the mark such a file begins with; no UTF-8 begins so. */
function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  return mark === 0xfffe || mark === 0xfeff;
}

async function* unpacked(source: Readable, file: string): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* all;
    return;
  }
  const packed = Readable.from(all);
  const gunzip = createGunzip({ chunkSize: CHUNK });
  packed.on('error', (error) => gunzip.destroy(error));
  packed.pipe(gunzip);
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code?.startsWith('Z_') ? new Error(`the gzip of ${file} is damaged or cut short: ${message}`) : error;
  }
}
