// Reads CSV, TSV and JSONL files, gzipped or not, in batches with a place to go on from after a crash.
import type { ImportFormat } from '../../core/import.contract.ts';
import { CsvRecords, type RawRecord } from './csv-records.ts';
import { type FileSource, openBytes } from './file-source.ts';
import { type JsonRecord, readJsonLines } from './jsonl-records.ts';
import { type LineBlock, readLineBlocks } from './line-blocks.ts';
import type { Checkpoint, ReaderLimits, RowBatch, SourceRow, TextEncoding } from './row-reader.ts';

/** What sniffing found out about a text file. */
export interface TextLayout {
  format: Exclude<ImportFormat, 'xlsx'>;
  gzip: boolean;
  encoding: TextEncoding | null;
  bomBytes: number;
  carriageReturns: boolean;
  delimiter: string | null;
  /** Column names of a delimited file. */
  columns: string[];
  /** The first record names the columns. */
  header: boolean;
}

export interface TextReadOptions {
  batchSize: number;
  from: Checkpoint | undefined;
  signal: AbortSignal | undefined;
  limits: ReaderLimits;
}

type AnyRecord = RawRecord | JsonRecord;

/** Splits blocks into records; `clean` says whether the block's end is also a record's end. */
interface Splitter {
  push(block: LineBlock, out: AnyRecord[]): void;
  end(out: AnyRecord[]): void;
  readonly clean: boolean;
}

/** Yields batches of rows, from the start or from a checkpoint. */
export async function* readTextRows(
  source: FileSource,
  layout: TextLayout,
  options: TextReadOptions,
): AsyncGenerator<RowBatch, void, void> {
  const utf16 = layout.encoding === 'utf-16le' || layout.encoding === 'utf-16be';
  const enterable = !layout.gzip && !utf16 && !layout.carriageReturns;
  const from = options.from;
  const start = enterable && from ? from.offset : 0;
  const skipTo = from?.row ?? 0;
  let encoding = layout.encoding ?? from?.encoding ?? null;
  let row = start > 0 && from ? from.baseRow : 0;
  const base = { offset: start, row, line: start > 0 && from ? from.baseLine : 1 };
  let headerSeen = !layout.header || start > 0;

  const bytes = await openBytes(source, layout.gzip, start, options.limits.unpackedBytes);
  const splitter = makeSplitter(layout, options.limits);
  const blocks = readLineBlocks(bytes.chunks, {
    encoding,
    startOffset: start,
    startLine: base.line,
    bomBytes: utf16 ? 0 : layout.bomBytes,
    lineBytes: options.limits.lineBytes,
    carriageReturns: layout.carriageReturns,
    onEncoding: (decided) => {
      encoding = decided;
    },
  });

  let rows: SourceRow[] = [];
  const records: AnyRecord[] = [];
  const batch = (): RowBatch => {
    const full: RowBatch = {
      rows,
      checkpoint: { row, offset: base.offset, baseRow: base.row, baseLine: base.line, encoding },
      bytesRead: bytes.bytesRead(),
    };
    rows = [];
    return full;
  };

  function* drain(): Generator<RowBatch> {
    for (const record of records) {
      if (!headerSeen) {
        headerSeen = true;
        continue;
      }
      row += 1;
      if (row <= skipTo) continue;
      rows.push(asRow(record, row, layout.columns));
      if (rows.length >= options.batchSize) yield batch();
    }
    records.length = 0;
  }

  try {
    for await (const block of blocks) {
      options.signal?.throwIfAborted();
      if (enterable && headerSeen && splitter.clean) {
        base.offset = block.offset;
        base.row = row;
        base.line = block.line;
      }
      splitter.push(block, records);
      yield* drain();
    }
    splitter.end(records);
    yield* drain();
    if (rows.length > 0) yield batch();
  } finally {
    await bytes.chunks.return();
  }
}

function makeSplitter(layout: TextLayout, limits: ReaderLimits): Splitter {
  if (layout.format === 'jsonl') {
    return { push: (block, out) => readJsonLines(block, limits, out as JsonRecord[]), end: () => {}, clean: true };
  }
  const records = new CsvRecords(layout.delimiter ?? ',', limits);
  records.columns = layout.columns.length;
  return records as Splitter;
}

/** Turns a record into a row; a value beyond the named columns is blank (the splitter saw to that) and left out. */
function asRow(record: AnyRecord, row: number, columns: readonly string[]): SourceRow {
  if (record.error) return { row, line: record.line, error: { code: record.error }, raw: record.raw };
  if ('fields' in record && record.fields) return { row, line: record.line, fields: record.fields };
  const values = (record as { values: string[] }).values;
  const fields: Record<string, string> = {};
  for (let index = 0; index < columns.length; index += 1) fields[columns[index]!] = values[index] ?? '';
  return { row, line: record.line, fields };
}
