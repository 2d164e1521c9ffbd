// Says what kind of table a file is, from its first bytes before its name.
import type { ImportFormat } from '../../core/import.contract.ts';
import { CsvRecords, type RawRecord } from './csv-records.ts';
import { ReaderError, type ReaderLimits } from './row-reader.ts';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const OTHERS = ['%PDF', '\u0089PNG', 'GIF8', '\u00ff\u00d8\u00ff', 'Rar!', '7z\u00bc', '\u007fELF'].map((text) =>
  Buffer.from(text, 'latin1'),
);

/** The container of a file by its first bytes; refuses what is certainly no table. */
export function sniffContainer(head: Buffer): 'zip' | 'gzip' | 'text' {
  if (head.length === 0) throw new ReaderError('file_empty');
  if (startsWith(head, ZIP)) return 'zip';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  // The old Excel format, and also what a password makes of the new one.
  if (startsWith(head, OLE)) {
    const encrypted = head.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new ReaderError(encrypted ? 'file_encrypted' : 'xls_not_supported');
  }
  if (OTHERS.some((magic) => startsWith(head, magic))) throw new ReaderError('format_unknown');
  return 'text';
}

function startsWith(head: Buffer, magic: Buffer): boolean {
  return head.subarray(0, magic.length).equals(magic);
}

/** JSONL when the text opens an object (or an array of them), otherwise a delimited table. */
export function sniffTextFormat(
  text: string,
  fileName: string,
): { format: Exclude<ImportFormat, 'xlsx'>; delimiter: string | null } {
  const name = fileName.toLowerCase().replace(/\.gz$/, '');
  const json = /\.(jsonl|ndjson|json)$/.test(name) || /^\s*(\[\s*)?\{\s*"/.test(text);
  if (json && !/\.(csv|tsv)$/.test(name)) return { format: 'jsonl', delimiter: null };
  const delimiter = name.endsWith('.tsv') ? '\t' : sniffDelimiter(text);
  return { format: delimiter === '\t' ? 'tsv' : 'csv', delimiter };
}

const CANDIDATES = [',', '\t', ';', '|', '，'];

/** The sign that cuts the first records into the most alike and then the most numerous values. */
export function sniffDelimiter(text: string): string {
  const whole = text.lastIndexOf('\n') === -1 ? `${text}\n` : text.slice(0, text.lastIndexOf('\n') + 1);
  const head = whole.split('\n').slice(0, 41).join('\n');
  const sample = head.endsWith('\n') ? head : `${head}\n`;
  let best = ',';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const widths = recordWidths(sample, candidate);
    const first = widths[0] ?? 1;
    if (first < 2) continue;
    const alike = widths.filter((width) => width === first).length / widths.length;
    const score = alike * 1_000 + Math.min(first, 99);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

const SNIFF_LIMITS = { fieldChars: 64 * 1024, quoteChars: 64 * 1024 } as ReaderLimits;

function recordWidths(text: string, delimiter: string): number[] {
  const out: RawRecord[] = [];
  const records = new CsvRecords(delimiter, SNIFF_LIMITS);
  records.push({ text, offset: 0, line: 1, bad: [], long: [] }, out);
  return out.flatMap((record) => (record.values ? [record.values.length] : []));
}
