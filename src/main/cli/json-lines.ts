// Reads a file of any size as batches of lines, holding no more than a few at a time, and puts objects into lines.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { statOf } from './file-words.ts';

/** A single line longer than this is refused, since no text of a person is. */
const LONGEST_LINE = 64 * 1024 * 1024;
const CHUNK = 64 * 1024;

/** @throws when there is no such file, or it is a folder; `-` is standard input. */
export function checkInput(file: string): void {
  const found = statOf(file, 0);
  if (found === undefined && file !== '-') throw new Error(`there is no file ${file === '' ? 'without a name' : file}`);
  if (found?.isDirectory()) throw new Error(`${file === '-' ? 'standard input' : file} is a folder, not a file`);
}

/** The line's own `id` with all its digits: a number too long for JavaScript is taken from the line as it stands there. */
export function exactId<T>(line: string, id: T): T | bigint {
  if (!Number.isInteger(id) || Number.isSafeInteger(id)) return id;
  for (const [, digits] of line.matchAll(/"id"\s*:\s*(-?\d{16,40})(?=[\s,}])/gu)) {
    if (digits !== undefined && Object.is(Number(digits), id)) return BigInt(digits);
  }
  return id;
}

/** One JSON object with the id in front; a long number, there or in `duplicateOf`, is written with all its digits. */
export function idFirst(id: unknown, rest: Record<string, unknown>): string {
  const fields = Object.entries({ id, ...rest }).flatMap(([name, value]) => {
    const json: string | undefined = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
    return json === undefined ? [] : [`${JSON.stringify(name)}:${json}`];
  });
  return `{${fields.join(',')}}`;
}

/**
 * Batches of the lines of a file, or of standard input for `-`; gzip is recognised by its first bytes.
 * @throws when the file cannot be read, the gzip is damaged or a line is longer than 64 MB.
 */
export async function* readLineBatches(file: string): AsyncGenerator<string[]> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK });
  const chunks = unpacked(source, file);
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error(`a line of ${file} is longer than 64 MB`);
    if (lines.length > 0) yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
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
