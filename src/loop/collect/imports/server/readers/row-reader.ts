// The one shape in which every reader hands over rows, whatever the file is made of.
import type { FileErrorCode, ImportFormat, RowErrorCode } from '../../core/import.contract.ts';

/** A good row. `row` counts data rows from 1; `line` is the line (or sheet row) at which a person finds it in the file. */
export interface GoodRow {
  row: number;
  line: number;
  fields: Record<string, string>;
  error?: undefined;
}

/** A row that could not be read. `raw` is its beginning as far as it could be read, for the error file. */
export interface BadRow {
  row: number;
  line: number;
  error: { code: RowErrorCode };
  raw: string;
  fields?: undefined;
}

export type SourceRow = GoodRow | BadRow;

/**
 * Where an import stands. `row` is the last row handed over; reading goes on from byte `offset`, before which `baseRow`
 * rows lie, and skips up to `row`. Files that cannot be entered in the middle (gzip, UTF-16, XLSX) keep `offset` 0.
 */
export interface Checkpoint {
  row: number;
  offset: number;
  baseRow: number;
  baseLine: number;
  encoding: TextEncoding | null;
}

export interface RowBatch {
  rows: SourceRow[];
  checkpoint: Checkpoint;
  /** Bytes of the file as stored that have been read, for a progress bar. */
  bytesRead: number;
}

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface RowReader {
  format: ImportFormat;
  gzip: boolean;
  /** null while the file has shown only ASCII. XLSX says `utf-8`. */
  encoding: TextEncoding | null;
  delimiter: string | null;
  /** Column names as `fields` uses them: never empty, never twice. */
  columns: string[];
  sizeBytes: number;
  /** The first rows (at most `sampleSize`), for guessing and preview. */
  sample: SourceRow[];
  /** Reads the rows from the start or from a checkpoint; may be called more than once. Breaking off closes the file. */
  batches(options?: {
    batchSize?: number;
    from?: Checkpoint;
    signal?: AbortSignal;
  }): AsyncGenerator<RowBatch, void, void>;
}

export interface ReaderLimits {
  /** Longest value of one column, in characters. */
  fieldChars: number;
  /** Longest physical line, in bytes. */
  lineBytes: number;
  /** How far a quoted value may run over line ends, in characters. */
  quoteChars: number;
  columns: number;
  /** Bytes a compressed file may unfold to. */
  unpackedBytes: number;
  zipEntries: number;
  /** Largest unpacked : packed ratio of a part of an XLSX beyond its first 16 MiB. */
  zipRatio: number;
  sharedStringBytes: number;
}

export const READER_LIMITS: ReaderLimits = {
  fieldChars: 64 * 1024,
  lineBytes: 1024 * 1024,
  quoteChars: 256 * 1024,
  columns: 500,
  unpackedBytes: 8 * 1024 ** 3,
  zipEntries: 2_000,
  zipRatio: 200,
  sharedStringBytes: 2 * 1024 ** 3,
};

/** A file as a whole cannot be read (on). Rows already handed over stay good. */
export class ReaderError extends Error {
  readonly code: FileErrorCode;

  constructor(code: FileErrorCode, detail?: string) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'ReaderError';
    this.code = code;
  }
}

/** Makes column names that can be keys: blank ones get a number, a second of the same name too. */
export function columnNames(cells: readonly string[], limit: number): string[] {
  if (cells.length > limit) throw new ReaderError('columns_missing', `more than ${limit} columns`);
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    let name = cell
      .replace(/[\p{Cc}\ufeff]/gu, ' ')
      .trim()
      .slice(0, 300);
    if (name === '__proto__') name = '_proto_';
    if (name === '') name = `column_${index + 1}`;
    let unique = name;
    for (let copy = 2; seen.has(unique); copy += 1) unique = `${name} (${copy})`;
    seen.add(unique);
    return unique;
  });
}

/**
 * Tells whether the first record names columns rather than being data: headings are short, unlike each other, and no
 * numbers or dates.
 */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return false;
  if (
    filled.some((cell) => cell.length > 80 || /^[-+]?\d+([.,/:-]\d+)*( \d.*)?$/.test(cell) || /[。！？；]/.test(cell))
  ) {
    return false;
  }
  return new Set(filled).size > filled.length / 2;
}
