// Opens any file we import from: finds out what it is and hands back one kind of reader.

import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvRecords, type RawRecord } from './csv-records.ts';
import { type FileSource, readHead } from './file-source.ts';
import {
  columnNames,
  looksLikeHeader,
  READER_LIMITS,
  ReaderError,
  type ReaderLimits,
  type RowReader,
  type SourceRow,
} from './row-reader.ts';
import { sniffContainer, sniffTextFormat } from './sniff-format.ts';
import { chooseEncoding, decodeLines, sniffEncoding } from './text-encoding.ts';
import { readTextRows, type TextLayout } from './text-reader.ts';
import { readSheet, readXlsxRows, type SheetRow, type XlsxLayout } from './xlsx-reader.ts';

const HEAD_BYTES = 256 * 1024;
const DEFAULT_BATCH = 1_000;

export interface OpenOptions {
  /** Rows kept as a sample for guessing and preview. */
  sampleSize?: number;
  /** Sheet of an XLSX by name; the first visible one when left out. */
  sheet?: string;
  /** Whether the first record names the columns; found out when left out. */
  header?: boolean;
  limits?: Partial<ReaderLimits>;
}

/**
 * Opens a file for reading rows. Throws ReaderError with a code of FILE_ERRORS when the file as a whole is of no use;
 * a bad row never throws, it is handed over as a row with an error.
 */
export async function openReader(source: FileSource, options: OpenOptions = {}): Promise<RowReader> {
  const limits = { ...READER_LIMITS, ...options.limits };
  if (source.sizeBytes === 0) throw new ReaderError('file_empty');
  const stored = await readHead(source, HEAD_BYTES);
  const container = sniffContainer(stored);
  if (container === 'zip') return openXlsx(source, options, limits);
  const gzip = container === 'gzip';
  const head = gzip ? await unpackHead(stored) : stored;
  if (gzip && sniffContainer(head) !== 'text') throw new ReaderError('format_unknown');
  return openText(source, head, gzip, options, limits);
}

async function openText(
  source: FileSource,
  head: Buffer,
  gzip: boolean,
  options: OpenOptions,
  limits: ReaderLimits,
): Promise<RowReader> {
  const sniffed = sniffEncoding(head);
  if (sniffed.binary) throw new ReaderError('format_unknown');
  const carriageReturns = !head.includes(0x0a) && head.includes(0x0d) && !sniffed.encoding?.startsWith('utf-16');
  const text = headText(head, sniffed.encoding, sniffed.bomBytes, carriageReturns);
  if (text.trim() === '') throw new ReaderError('file_empty');
  const { format, delimiter } = sniffTextFormat(text, source.fileName);
  const layout: TextLayout = {
    format,
    gzip,
    delimiter,
    carriageReturns,
    encoding: sniffed.encoding,
    bomBytes: sniffed.bomBytes,
    columns: [],
    header: false,
  };
  if (delimiter !== null) {
    const first = firstRecord(text, delimiter, limits);
    layout.header = options.header ?? looksLikeHeader(first);
    layout.columns = columnNames(layout.header ? first : first.map(() => ''), limits.columns);
  }
  const batches: RowReader['batches'] = (read = {}) =>
    readTextRows(source, layout, {
      batchSize: read.batchSize ?? DEFAULT_BATCH,
      from: read.from,
      signal: read.signal,
      limits,
    });
  const sample = await takeSample(batches, options.sampleSize ?? 200);
  if (format === 'jsonl') {
    layout.columns = [...new Set(sample.flatMap((row) => Object.keys(row.fields ?? {})))];
    if (layout.columns.length === 0) throw new ReaderError('columns_missing');
  }
  const { columns, encoding } = layout;
  return { format, gzip, encoding, delimiter, columns, sizeBytes: source.sizeBytes, sample, batches };
}

async function openXlsx(source: FileSource, options: OpenOptions, limits: ReaderLimits): Promise<RowReader> {
  const head: SheetRow[] = [];
  for await (const piece of readSheet(source, options.sheet, limits)) {
    head.push(...piece.rows);
    if (head.length >= 30) break;
  }
  const header = findHeader(head.slice(0, 10), options.header);
  if (head.length === 0) throw new ReaderError('file_empty');
  const width = head.reduce((most, row) => Math.max(most, row.values.length), 0);
  const named = Array.from(
    { length: Math.max(width, header?.values.length ?? 0) },
    (_, index) => header?.values[index] ?? '',
  );
  while (named.length > limits.columns && named.at(-1) === '') named.pop();
  const layout: XlsxLayout = {
    columns: columnNames(named, limits.columns),
    headerLine: header?.line ?? 0,
    sheet: options.sheet,
  };
  const batches: RowReader['batches'] = (read = {}) =>
    readXlsxRows(source, layout, {
      batchSize: read.batchSize ?? DEFAULT_BATCH,
      from: read.from,
      signal: read.signal,
      limits,
    });
  return {
    format: 'xlsx',
    gzip: false,
    encoding: 'utf-8',
    delimiter: null,
    columns: layout.columns,
    sizeBytes: source.sizeBytes,
    sample: await takeSample(batches, options.sampleSize ?? 200),
    batches,
  };
}

/** Exports often open with a title or a note; the header is the first row about as wide as the widest. */
function findHeader(rows: readonly SheetRow[], wanted: boolean | undefined): SheetRow | null {
  if (wanted === false) return null;
  const filled = rows.map((row) => row.values.filter((value) => value.trim() !== '').length);
  const widest = Math.max(0, ...filled);
  const row = rows[filled.findIndex((count) => count >= widest * 0.6)];
  if (!row) return null;
  return wanted || looksLikeHeader(row.values) ? row : null;
}

async function takeSample(batches: RowReader['batches'], size: number): Promise<SourceRow[]> {
  if (size <= 0) return [];
  for await (const batch of batches({ batchSize: size })) return batch.rows;
  return [];
}

function headText(head: Buffer, encoding: TextLayout['encoding'], bomBytes: number, carriageReturns: boolean): string {
  const bytes = head.subarray(bomBytes);
  const text =
    encoding === 'utf-16le' || encoding === 'utf-16be'
      ? new TextDecoder(encoding).decode(bytes)
      : decodeLines(bytes, encoding ?? chooseEncoding(bytes)).text;
  return carriageReturns ? text.replaceAll('\r', '\n') : text;
}

function firstRecord(text: string, delimiter: string, limits: ReaderLimits): string[] {
  const out: RawRecord[] = [];
  const records = new CsvRecords(delimiter, limits);
  records.push({ text: text.endsWith('\n') ? text : `${text}\n`, offset: 0, line: 1, bad: [], long: [] }, out);
  records.end(out);
  const first = out[0];
  if (!first) throw new ReaderError('file_empty');
  if (first.values) return first.values;
  throw new ReaderError('columns_missing', first.error);
}

/** Unpacks as much of a gzip head as it holds. */
async function unpackHead(stored: Buffer): Promise<Buffer> {
  const gunzip = Readable.from([stored]).pipe(createGunzip());
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of gunzip) {
      parts.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size >= HEAD_BYTES) break;
    }
  } catch (error) {
    // The head is cut in the middle, so running out of input is no fault unless nothing at all came out.
    if (size === 0) throw new ReaderError('file_damaged', error instanceof Error ? error.message : undefined);
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}
