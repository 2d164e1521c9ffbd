// Reads a file of any size as batches of lines and writes batches back, holding no more than a few at a time.
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** A single line longer than this is refused, since no text of a person is. */
const LONGEST_LINE = 64 * 1024 * 1024;
const CHUNK = 256 * 1024;

/**
 * Batches of the lines of a file, or of standard input for `-`; gzip is recognised by its first bytes.
 * @throws when the file cannot be read, the gzip is damaged or a line is longer than 64 MB.
 */
export async function* readLineBatches(file: string): AsyncGenerator<string[]> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK });
  const chunks = unpacked(source);
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

async function* unpacked(source: Readable): AsyncGenerator<Buffer> {
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
  yield* gunzip as AsyncIterable<Buffer>;
}

export interface LineWriter {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

/** A file, gzip when its name ends in `.gz`, or standard output for `-`. A reader who hangs up early ends the program quietly. */
export function writeTo(file: string): LineWriter {
  if (file === '-') {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
    return { write: (text) => push(process.stdout, text), end: async () => {} };
  }
  const target = createWriteStream(file, { mode: 0o600 });
  const done = finished(target);
  done.catch(() => {});
  const gzip = file.endsWith('.gz') ? createGzip() : null;
  gzip?.pipe(target);
  const head: Writable = gzip ?? target;
  return {
    write: (text) => Promise.race([push(head, text), done]),
    async end() {
      head.end();
      await done;
    },
  };
}

async function push(stream: Writable, text: string): Promise<void> {
  if (text !== '' && !stream.write(text)) await once(stream, 'drain');
}
