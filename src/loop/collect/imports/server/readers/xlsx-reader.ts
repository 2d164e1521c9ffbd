// Streams the rows of one sheet of an XLSX without ever holding the sheet.
import { posix } from 'node:path';
import type { FileSource } from './file-source.ts';
import { spool } from './file-source.ts';
import { type Checkpoint, ReaderError, type ReaderLimits, type RowBatch, type SourceRow } from './row-reader.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type CellContext, cellText, columnOf, isDateFormat } from './xlsx-cells.ts';
import { parseXml, xmlFeed } from './xlsx-xml.ts';
import { openXlsxParts, type XlsxParts } from './xlsx-zip.ts';

/** One row of the sheet as it stands: sheet row number and cell texts. */
export interface SheetRow {
  line: number;
  values: string[];
  tooLong: boolean;
}

export interface XlsxLayout {
  columns: string[];
  /** Sheet row of the header; rows up to it are no data. 0 = the sheet has no header. */
  headerLine: number;
  sheet: string | undefined;
}

/** Opens an XLSX and yields its non-blank sheet rows, in pieces as they come. Closes everything when broken off. */
export async function* readSheet(
  source: FileSource,
  sheet: string | undefined,
  limits: ReaderLimits,
): AsyncGenerator<{ rows: SheetRow[]; share: number }, void, void> {
  const file = await spool(source, limits.unpackedBytes);
  let parts: XlsxParts | null = null;
  let context: CellContext | null = null;
  try {
    parts = await openXlsxParts(file.path, limits);
    const book = await readWorkbook(parts, sheet);
    const strings = parts.has(book.strings)
      ? await readSharedStrings(parts.text(book.strings), limits.sharedStringBytes)
      : null;
    context = { strings, dateStyles: await readDateStyles(parts, book.styles), date1904: book.date1904 };
    yield* readRows(parts, book.sheet, context, limits);
  } finally {
    await context?.strings?.close();
    parts?.close();
    await file.release();
  }
}

/** Yields batches of data rows, from the start or after a checkpoint's row (which is found by reading on). */
export async function* readXlsxRows(
  source: FileSource,
  layout: XlsxLayout,
  options: { batchSize: number; from: Checkpoint | undefined; signal: AbortSignal | undefined; limits: ReaderLimits },
): AsyncGenerator<RowBatch, void, void> {
  const skipTo = options.from?.row ?? 0;
  let row = 0;
  let rows: SourceRow[] = [];
  const batch = (share: number): RowBatch => {
    const full: RowBatch = {
      rows,
      checkpoint: { row, offset: 0, baseRow: 0, baseLine: 1, encoding: 'utf-8' },
      bytesRead: Math.round(source.sizeBytes * Math.min(1, share)),
    };
    rows = [];
    return full;
  };
  for await (const piece of readSheet(source, layout.sheet, options.limits)) {
    options.signal?.throwIfAborted();
    for (const found of piece.rows) {
      if (found.line <= layout.headerLine) continue;
      row += 1;
      if (row <= skipTo) continue;
      rows.push(asRow(found, row, layout.columns));
      if (rows.length >= options.batchSize) yield batch(piece.share);
    }
  }
  if (rows.length > 0) yield batch(1);
}

function asRow(found: SheetRow, row: number, columns: readonly string[]): SourceRow {
  const raw = () => found.values.join(' | ').slice(0, 2_000);
  if (found.tooLong) return { row, line: found.line, error: { code: 'field_too_long' }, raw: raw() };
  if (found.values.length > columns.length && found.values.slice(columns.length).some((value) => value !== '')) {
    return { row, line: found.line, error: { code: 'too_many_columns' }, raw: raw() };
  }
  const fields: Record<string, string> = {};
  for (let index = 0; index < columns.length; index += 1) fields[columns[index]!] = found.values[index] ?? '';
  return { row, line: found.line, fields };
}

interface Workbook {
  sheet: string;
  strings: string;
  styles: string;
  date1904: boolean;
}

async function readWorkbook(parts: XlsxParts, wanted: string | undefined): Promise<Workbook> {
  if (!parts.has('xl/workbook.xml')) throw new ReaderError('format_unknown', 'no workbook inside');
  const targets = new Map<string, string>();
  const kinds = new Map<string, string>();
  await parseXml(parts.text('xl/_rels/workbook.xml.rels'), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const target = partName(attributes.Target ?? '');
      targets.set(attributes.Id ?? '', target);
      kinds.set((attributes.Type ?? '').split('/').at(-1) ?? '', target);
    },
  }).catch(ignoreMissing(parts, 'xl/_rels/workbook.xml.rels'));
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let date1904 = false;
  await parseXml(parts.text('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'sheet') {
        const id = Object.entries(attributes).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1] ?? '';
        sheets.push({ name: attributes.name ?? '', id, hidden: (attributes.state ?? 'visible') !== 'visible' });
      } else if (name === 'workbookPr') {
        date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      }
    },
  });
  const chosen =
    wanted === undefined
      ? (sheets.find((sheet) => !sheet.hidden) ?? sheets[0])
      : sheets.find((sheet) => sheet.name === wanted);
  if (!chosen) throw new ReaderError(wanted === undefined ? 'xlsx_no_sheet' : 'xlsx_sheet_not_found');
  const sheet = targets.get(chosen.id) ?? 'xl/worksheets/sheet1.xml';
  if (!parts.has(sheet)) throw new ReaderError('xlsx_no_sheet');
  return {
    sheet,
    strings: kinds.get('sharedStrings') ?? 'xl/sharedStrings.xml',
    styles: kinds.get('styles') ?? 'xl/styles.xml',
    date1904,
  };
}

function ignoreMissing(parts: XlsxParts, name: string): (error: unknown) => void {
  return (error) => {
    if (parts.has(name)) throw error;
  };
}

/** Names a part from a relationship target; a target that climbs out of the file names nothing. */
function partName(target: string): string {
  const name = posix.normalize(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  return name.startsWith('..') ? '' : name;
}

async function readDateStyles(parts: XlsxParts, name: string): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  if (!parts.has(name)) return styles;
  await parseXml(parts.text(name), {
    open(tag, attributes) {
      if (tag === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells && styles.length < 100_000) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(isDateFormat(id, formats.get(id)));
      }
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function* readRows(
  parts: XlsxParts,
  sheet: string,
  context: CellContext,
  limits: ReaderLimits,
): AsyncGenerator<{ rows: SheetRow[]; share: number }, void, void> {
  let rows: SheetRow[] = [];
  let current: SheetRow | null = null;
  let lastLine = 0;
  let column = -1;
  let type: string | undefined;
  let style = 0;
  let value = '';
  let reading = false;
  let phonetic = false;
  const feed = xmlFeed({
    open(name, attributes) {
      if (name === 'c') {
        const named = columnOf(attributes.r);
        column = named === -1 ? column + 1 : named;
        type = attributes.t;
        style = Number(attributes.s ?? 0);
        value = '';
      } else if (name === 'v' || (name === 't' && !phonetic)) {
        reading = true;
      } else if (name === 'rPh') {
        phonetic = true;
      } else if (name === 'row') {
        lastLine = Number(attributes.r ?? lastLine + 1) || lastLine + 1;
        current = { line: lastLine, values: [], tooLong: false };
        column = -1;
      }
    },
    text(text) {
      if (reading && value.length <= limits.fieldChars) value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && current && column < limits.columns * 4) {
        const text = cellText(type, style, value, context);
        if (text.length > limits.fieldChars) current.tooLong = true;
        while (current.values.length < column) current.values.push('');
        current.values[column] = text.length > limits.fieldChars ? text.slice(0, 1_000) : text.replaceAll('\u0000', '');
      } else if (name === 'row' && current) {
        if (current.values.some((text) => text.trim() !== '')) rows.push(current);
        current = null;
      }
    },
  });
  const size = Math.max(1, parts.sizeOf(sheet));
  let done = 0;
  for await (const piece of parts.text(sheet)) {
    feed.write(piece);
    done += piece.length;
    if (rows.length > 0) {
      yield { rows, share: done / size };
      rows = [];
    }
  }
  feed.end();
  if (rows.length > 0) yield { rows, share: 1 };
}
