// Where the bytes of an import come from: a file on this machine or anything that can be opened as a stream.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ReaderError } from './row-reader.ts';

/** Something that can be read more than once, from any byte. */
export interface FileSource {
  /** The name the person gave it; used only for its ending, never as a path. */
  fileName: string;
  sizeBytes: number;
  /** Path on this machine when there is one (XLSX is spooled to a temporary file when not). */
  path?: string;
  open(startAt: number): Readable | Promise<Readable>;
}

/** A file of this machine. Throws `file_missing` when it is not there or not a plain file. */
export async function fileSource(path: string, fileName: string = path): Promise<FileSource> {
  const info = await stat(path).catch(() => null);
  if (!info?.isFile()) throw new ReaderError('file_missing');
  return {
    fileName,
    path,
    sizeBytes: info.size,
    open: (startAt) => createReadStream(path, { start: startAt, highWaterMark: 256 * 1024 }),
  };
}

/** A text or buffer held in memory, for previews and tests. */
export function bufferSource(bytes: Uint8Array, fileName: string): FileSource {
  return {
    fileName,
    sizeBytes: bytes.byteLength,
    open: (startAt) => Readable.from(cut(Buffer.from(bytes).subarray(startAt)), { objectMode: false }),
  };
}

function* cut(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 64 * 1024) yield bytes.subarray(at, at + 64 * 1024);
}

/** Reads the first bytes of a source. */
export async function readHead(source: FileSource, length: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  const stream = await source.open(0);
  try {
    for await (const chunk of stream) {
      parts.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size >= length) break;
    }
  } finally {
    stream.destroy();
  }
  return Buffer.concat(parts).subarray(0, length);
}

/** The bytes of a source as they are meant: unpacked when gzipped, counted as stored, refused beyond `limit`. */
export interface ByteStream {
  chunks: AsyncGenerator<Buffer, void, void>;
  /** Bytes of the stored file read so far. */
  bytesRead(): number;
}

/** Opens a source for reading. `gzip` sources can only start at 0. */
export async function openBytes(
  source: FileSource,
  gzip: boolean,
  startAt: number,
  limit: number,
): Promise<ByteStream> {
  const stored = await source.open(startAt);
  let read = startAt;
  const gunzip = gzip ? createGunzip({ chunkSize: 256 * 1024 }) : null;
  if (gunzip) stored.on('error', (error) => gunzip.destroy(error));
  const stream: Readable = gunzip ? stored.pipe(gunzip) : stored;
  async function* chunks(): AsyncGenerator<Buffer, void, void> {
    let unpacked = 0;
    try {
      for await (const chunk of stream) {
        unpacked += (chunk as Buffer).length;
        read = gunzip ? gunzip.bytesWritten : startAt + unpacked;
        if (gzip && unpacked > limit) throw new ReaderError('file_too_large');
        yield chunk as Buffer;
      }
    } catch (error) {
      if (error instanceof ReaderError) throw error;
      throw new ReaderError('file_damaged', error instanceof Error ? error.message : undefined);
    } finally {
      stream.destroy();
      stored.destroy();
    }
  }
  return { chunks: chunks(), bytesRead: () => read };
}

/** Gives a path to a source, writing it to a temporary file when it has none. `release` removes what was written. */
export async function spool(source: FileSource, limit: number): Promise<{ path: string; release(): Promise<void> }> {
  if (source.path) return { path: source.path, release: async () => {} };
  if (source.sizeBytes > limit) throw new ReaderError('file_too_large');
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-import-'));
  const path = join(folder, 'file');
  const release = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(await source.open(0), createWriteStream(path, { mode: 0o600 }));
    return { path, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** A scratch file that vanishes with its last handle where the system allows. */
export async function scratchFile(): Promise<{ path: string; release(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-scratch-'));
  const path = join(folder, 'strings');
  await (await open(path, 'w', 0o600)).close();
  return { path, release: () => rm(folder, { recursive: true, force: true }) };
}
