// Keeps the shared strings of an XLSX on disk with an index in memory: a million reviews cost megabytes, not a gigabyte.

import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { keepNewest } from '../../../../../kit/keep-newest.ts';
import { scratchFile } from './file-source.ts';
import { ReaderError } from './row-reader.ts';
import { xmlFeed } from './xlsx-xml.ts';

const PAGE_BYTES = 128 * 1024;
const PAGES = 128;

/** Strings by number; read through a small cache of pages, since sheets mostly use them in the order they were written. */
export interface SharedStrings {
  count: number;
  get(index: number): string;
  close(): Promise<void>;
}

/** Reads `sharedStrings.xml`. Throws `xlsx_strings_too_large` beyond `limitBytes`. */
export async function readSharedStrings(pieces: AsyncIterable<string>, limitBytes: number): Promise<SharedStrings> {
  const scratch = await scratchFile();
  const file = openSync(scratch.path, 'w+');
  const release = async () => {
    closeSync(file);
    await scratch.release();
  };
  try {
    const offsets = await writeStrings(file, pieces, limitBytes);
    return { count: offsets.length - 1, get: pagedReader(file, offsets), close: release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function writeStrings(file: number, pieces: AsyncIterable<string>, limitBytes: number): Promise<Float64Array> {
  let offsets = new Float64Array(1024);
  let count = 0;
  let size = 0;
  let pending: string[] = [];
  let pendingChars = 0;
  let current = '';
  let inText = false;
  let phonetic = false;

  const flush = () => {
    if (pending.length === 0) return;
    writeSync(file, Buffer.from(pending.join(''), 'utf8'));
    pending = [];
    pendingChars = 0;
  };
  const feed = xmlFeed({
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        const text = unescapeExcel(current);
        size += Buffer.byteLength(text, 'utf8');
        if (size > limitBytes) throw new ReaderError('xlsx_strings_too_large');
        count += 1;
        if (count >= offsets.length) {
          const larger = new Float64Array(offsets.length * 2);
          larger.set(offsets);
          offsets = larger;
        }
        offsets[count] = size;
        pending.push(text);
        pendingChars += text.length;
        if (pendingChars > 256 * 1024) flush();
      }
    },
  });
  for await (const piece of pieces) feed.write(piece);
  feed.end();
  flush();
  return offsets.subarray(0, count + 1);
}

function pagedReader(file: number, offsets: Float64Array): (index: number) => string {
  const pages = new Map<number, Buffer>();
  const page = (number: number): Buffer => {
    const held = pages.get(number);
    if (held) return held;
    const bytes = Buffer.alloc(PAGE_BYTES);
    const length = readSync(file, bytes, 0, PAGE_BYTES, number * PAGE_BYTES);
    pages.set(number, bytes.subarray(0, length));
    keepNewest(pages, PAGES);
    return bytes.subarray(0, length);
  };
  return (index) => {
    if (!Number.isInteger(index) || index < 0 || index >= offsets.length - 1) return '';
    const start = offsets[index]!;
    const end = offsets[index + 1]!;
    const first = Math.floor(start / PAGE_BYTES);
    const within = start - first * PAGE_BYTES;
    if (within + (end - start) <= PAGE_BYTES) return page(first).toString('utf8', within, within + end - start);
    const bytes = Buffer.alloc(end - start);
    readSync(file, bytes, 0, bytes.length, start);
    return bytes.toString('utf8');
  };
}

/** Excel writes control characters as _x000D_; a literal one is written _x005F_x000D_. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
