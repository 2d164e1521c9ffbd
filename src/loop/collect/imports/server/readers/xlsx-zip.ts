// Opens the ZIP an XLSX is, with every guard against bombs; parts are only ever looked up by name, never written to disk.

import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import yauzl from 'yauzl';
import { ReaderError, type ReaderLimits } from './row-reader.ts';

const RATIO_FREE_BYTES = 16 * 1024 * 1024;

export interface XlsxParts {
  has(name: string): boolean;
  /** Opens a part as decoded text pieces, counted against the limits of the whole file. */
  text(name: string): AsyncGenerator<string, void, void>;
  /** Unpacked size of a part as its entry claims it. */
  sizeOf(name: string): number;
  close(): void;
}

/** Reads the table of contents. Entries with odd names (`../`, absolute, drive letters) are left out like any part nobody asks for. */
export async function openXlsxParts(path: string, limits: ReaderLimits): Promise<XlsxParts> {
  const zip = await openZip(path);
  const entries = new Map<string, yauzl.Entry>();
  try {
    if (zip.entryCount > limits.zipEntries) throw new ReaderError('zip_too_many_entries');
    await listEntries(zip, entries, limits);
  } catch (error) {
    zip.close();
    throw error;
  }
  let unpacked = 0;

  async function* text(name: string): AsyncGenerator<string, void, void> {
    const entry = entries.get(name);
    if (!entry) return;
    const stream = await openEntry(zip, entry);
    const decoder = new StringDecoder('utf8');
    let size = 0;
    try {
      for await (const chunk of stream) {
        size += (chunk as Buffer).length;
        unpacked += (chunk as Buffer).length;
        if (unpacked > limits.unpackedBytes) throw new ReaderError('zip_bomb', 'too many bytes');
        if (size > RATIO_FREE_BYTES && size > entry.compressedSize * limits.zipRatio) {
          throw new ReaderError('zip_bomb', `more than ${limits.zipRatio}:1`);
        }
        yield decoder.write(chunk as Buffer);
      }
      yield decoder.end();
    } catch (error) {
      if (error instanceof ReaderError) throw error;
      throw new ReaderError('file_damaged', error instanceof Error ? error.message : undefined);
    } finally {
      stream.destroy();
    }
  }

  return {
    has: (name) => entries.has(name),
    text,
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    close: () => zip.close(),
  };
}

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    // Names stay bytes here so that one evil name does not make the whole file unreadable.
    yauzl.open(
      path,
      { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true },
      (error, zip) => {
        if (error || !zip) reject(new ReaderError('file_damaged', error?.message));
        else resolve(zip);
      },
    );
  });
}

function listEntries(zip: yauzl.ZipFile, entries: Map<string, yauzl.Entry>, limits: ReaderLimits): Promise<void> {
  return new Promise((resolve, reject) => {
    let claimed = 0;
    let count = 0;
    zip.on('entry', (entry: yauzl.Entry) => {
      const name = (entry.fileName as unknown as Buffer).toString('utf8').replaceAll('\\', '/');
      claimed += entry.uncompressedSize;
      count += 1;
      if (count > limits.zipEntries) return reject(new ReaderError('zip_too_many_entries'));
      if (claimed > limits.unpackedBytes) return reject(new ReaderError('zip_bomb', 'too many bytes claimed'));
      if (
        entry.uncompressedSize > RATIO_FREE_BYTES &&
        entry.uncompressedSize > entry.compressedSize * limits.zipRatio
      ) {
        return reject(new ReaderError('zip_bomb', `more than ${limits.zipRatio}:1 claimed`));
      }
      if ((entry.generalPurposeBitFlag & 1) === 1) return reject(new ReaderError('file_encrypted'));
      if (!name.startsWith('/') && !name.split('/').includes('..') && !entries.has(name)) entries.set(name, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve());
    zip.on('error', (error: Error) => reject(new ReaderError('file_damaged', error.message)));
    zip.readEntry();
  });
}

function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) reject(new ReaderError('file_damaged', error?.message));
      else resolve(stream);
    });
  });
}
