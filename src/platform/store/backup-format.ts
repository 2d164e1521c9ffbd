// The container of a backup: a gzip stream of frames, each a letter, a length and bytes, closed by a hash over all of them.
import { createHash, type Hash } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';

/** Version of the container; a reader refuses a higher one. */
export const FORMAT = 1;

/** H header · T table begins · F file begins · D data · E table or file ends · Z trailer */
export type FrameKind = 'H' | 'T' | 'F' | 'D' | 'E' | 'Z';

export interface Frame {
  kind: FrameKind;
  body: Buffer;
}

/** What stands at the head of a backup. */
export interface BackupHeader {
  product: 'huiyin';
  format: number;
  /** Instant of the snapshot, ISO 8601. */
  madeAt: string;
  /** Version of the server it was read from. */
  server: string;
  migrations: { name: string; checksum: string }[];
  /** In an order in which rows come after those they point to. `rows` is exact: counted in the same snapshot. */
  tables: { name: string; columns: string[]; rows: number }[];
  sequences: { name: string; value: number; called: boolean }[];
  partitions: { name: string; parent: string; bound: string }[];
}

/** Ends a table (`rows` lines) or a file. `sha256` is over its data, hexadecimal. */
export interface PartEnd {
  rows: number;
  bytes: number;
  sha256: string;
}

/** The last frame: `sha256` is over every byte before it, so a backup that was cut or changed is recognised. */
export interface Trailer {
  tables: number;
  rows: number;
  files: number;
  sha256: string;
}

/** Thrown for a backup that cannot be used; the message says why in plain words. */
export class BackupError extends Error {}

const MAGIC = Buffer.from('HUIYIN BACKUP\n');
const LONGEST_FRAME = 64 * 1024 * 1024;
const CHUNK = 256 * 1024;

/** Writes frames, waiting whenever the stream behind is full. */
export class FrameWriter {
  readonly #out: Writable;
  readonly #hash: Hash = createHash('sha256');
  bytes = 0;

  constructor(out: Writable) {
    this.#out = out;
  }

  async begin(header: BackupHeader): Promise<void> {
    await this.#put(MAGIC);
    await this.frame('H', header);
  }

  async frame(kind: FrameKind, body: Buffer | object): Promise<void> {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const head = Buffer.alloc(5);
    head.write(kind, 0, 'latin1');
    head.writeUInt32BE(bytes.length, 1);
    await this.#put(head);
    await this.#put(bytes);
  }

  /** Copies a stream into data frames and closes them. @param rows asked at the end */
  async part(source: Readable, rows: () => number): Promise<PartEnd> {
    const hash = createHash('sha256');
    let bytes = 0;
    let held: Buffer[] = [];
    let size = 0;
    const flush = async () => {
      if (size === 0) return;
      const body = Buffer.concat(held);
      held = [];
      size = 0;
      hash.update(body);
      bytes += body.length;
      await this.frame('D', body);
    };
    for await (const chunk of source) {
      held.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size >= CHUNK) await flush();
    }
    await flush();
    const end: PartEnd = { rows: rows(), bytes, sha256: hash.digest('hex') };
    await this.frame('E', end);
    return end;
  }

  async end(trailer: Omit<Trailer, 'sha256'>): Promise<void> {
    await this.frame('Z', { ...trailer, sha256: this.#hash.copy().digest('hex') } satisfies Trailer);
  }

  async #put(bytes: Buffer): Promise<void> {
    this.#hash.update(bytes);
    this.bytes += bytes.length;
    if (this.#out.destroyed) throw this.#out.errored ?? new Error('The backup could not be written.');
    if (!this.#out.write(bytes)) await roomIn(this.#out);
  }
}

/** Waits until a full stream takes more, or is closed. */
function roomIn(out: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      out.off('drain', done);
      out.off('close', done);
      resolve();
    };
    out.on('drain', done);
    out.on('close', done);
  });
}

/**
 * Reads frames and checks the trailer's hash and that nothing follows it.
 * @throws BackupError when the stream is no backup, ends early or was changed
 */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const hash = createHash('sha256');
  const input = new ByteQueue(source);
  const magic = await input.take(MAGIC.length);
  if (!magic?.equals(MAGIC)) throw new BackupError('This file is not a backup made by Huiyin.');
  hash.update(magic);
  for (;;) {
    const head = await input.take(5);
    if (!head) throw new BackupError('The backup is cut short: its end is missing.');
    const kind = head.toString('latin1', 0, 1) as FrameKind;
    const length = head.readUInt32BE(1);
    if (!'HTFDEZ'.includes(kind) || length > LONGEST_FRAME) throw new BackupError('The backup is damaged.');
    const body = await input.take(length);
    if (!body) throw new BackupError('The backup is cut short: its end is missing.');
    if (kind === 'Z') {
      const trailer = parse<Trailer>(body);
      if (trailer.sha256 !== hash.digest('hex')) throw new BackupError('The backup was changed after it was made.');
      if (await input.take(1)) throw new BackupError('Something was added to the end of the backup.');
      if (input.cut) throw new BackupError('The backup is cut short: its end is missing.');
      yield { kind, body };
      return;
    }
    hash.update(head);
    hash.update(body);
    yield { kind, body };
  }
}

/** Reads the JSON of a frame. */
export function parse<T>(body: Buffer): T {
  try {
    return JSON.parse(body.toString('utf8')) as T;
  } catch {
    throw new BackupError('The backup is damaged.');
  }
}

/** Hands out exact numbers of bytes from a stream of chunks, holding no more than it must. */
class ByteQueue {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer[] = [];
  #size = 0;
  /** The compressed stream ended before its own end. */
  cut = false;

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** @returns `undefined` when the stream ends before so many bytes have come */
  async take(length: number): Promise<Buffer | undefined> {
    while (this.#size < length) {
      const next = await this.#next();
      if (next === undefined) return undefined;
      this.#held.push(next);
      this.#size += next.length;
    }
    const all = this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held);
    this.#held = all.length > length ? [all.subarray(length)] : [];
    this.#size = all.length - length;
    return all.subarray(0, length);
  }

  async #next(): Promise<Buffer | undefined> {
    try {
      const next = await this.#chunks.next();
      return next.done ? undefined : next.value;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code === 'Z_BUF_ERROR') {
        this.cut = true;
        return undefined;
      }
      if (code === 'Z_DATA_ERROR' && (error as Error).message.includes('header')) {
        throw new BackupError('This file is not a backup made by Huiyin.');
      }
      if (code.startsWith('Z_')) throw new BackupError('The backup is damaged.');
      throw error;
    }
  }
}
