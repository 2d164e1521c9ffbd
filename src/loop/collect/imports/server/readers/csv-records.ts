// Cuts CSV and TSV text into records and recovers after a bad one: a stray quote costs its own line and nothing else.
import type { RowErrorCode } from '../../core/import.contract.ts';
import type { LineBlock } from './line-blocks.ts';
import type { ReaderLimits } from './row-reader.ts';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** After so many unclosed quotes a quoted value must end on its own line, so that hostile files cost linear time. */
const PATIENCE = 1_000;

/** A record as cut: its values, or why it has none and how it begins. `line` is where it starts. */
export type RawRecord =
  | { line: number; values: string[]; error?: undefined }
  | { line: number; error: RowErrorCode; raw: string; values?: undefined };

/** csv-parse stops, or loses every following row, at an unclosed quote; this splitter looks ahead a bounded way and goes back. */
export class CsvRecords {
  private readonly delimiter: string;
  private readonly limits: ReaderLimits;
  private carry = '';
  private carryLine = 1;
  private bad = new Set<number>();
  private long = new Set<number>();
  private unclosed = 0;
  /** Number of values in the header; 0 while it is unknown. */
  columns = 0;

  private text = '';
  private nextDelimiter = -1;

  constructor(delimiter: string, limits: ReaderLimits) {
    this.delimiter = delimiter;
    this.limits = limits;
  }

  /** True when the last block ended at the end of a record, so that reading may start anew at the next block. */
  get clean(): boolean {
    return this.carry === '';
  }

  /**
   * Takes the next block.
   * @param out receives the records that are complete
   */
  push(block: LineBlock, out: RawRecord[]): void {
    if (this.carry === '') this.carryLine = block.line;
    for (const line of block.bad) this.bad.add(line);
    for (const line of block.long) this.long.add(line);
    this.scan(this.carry + block.text, out, false);
  }

  /** Tells that no block follows. */
  end(out: RawRecord[]): void {
    if (this.carry !== '') this.scan(this.carry, out, true);
  }

  private scan(text: string, out: RawRecord[], last: boolean): void {
    this.text = text;
    this.nextDelimiter = -1;
    let at = 0;
    let line = this.carryLine;
    while (at < text.length) {
      const lineEnd = text.indexOf('\n', at);
      if (isBlank(text, at, lineEnd)) {
        at = lineEnd + 1;
        line += 1;
        continue;
      }
      const record = this.readRecord(at, lineEnd, last);
      if (record === 'incomplete') break;
      const fault = record.error ?? this.faultOf(record, line);
      if (fault !== null) {
        // A record of the wrong shape over several lines was opened by a stray quote: only its first line is given up.
        const swallowed = record.lines > 1 && (fault === 'too_few_columns' || fault === 'too_many_columns');
        const goBack = swallowed || record.error !== null;
        const error = swallowed ? 'unclosed_quote' : fault;
        if (error === 'unclosed_quote') this.unclosed += 1;
        out.push({ line, error, raw: text.slice(at, Math.min(lineEnd, at + 2_000)).trimEnd() });
        at = goBack ? lineEnd + 1 : record.next;
        line += goBack ? 1 : record.lines;
        this.nextDelimiter = -1;
        continue;
      }
      out.push({ line, values: record.values });
      at = record.next;
      line += record.lines;
    }
    this.carry = at < text.length ? text.slice(at) : '';
    this.carryLine = line;
    if (this.carry === '') {
      this.bad.clear();
      this.long.clear();
    }
  }

  private faultOf(record: Complete, line: number): RowErrorCode | null {
    if (this.bad.size > 0 || this.long.size > 0) {
      for (let index = line; index < line + record.lines; index += 1) {
        if (this.long.has(index)) return 'line_too_long';
        if (this.bad.has(index)) return 'bad_encoding';
      }
    }
    const { values } = record;
    if (this.columns > 0 && values.length !== this.columns) {
      if (values.length < this.columns) return 'too_few_columns';
      if (values.slice(this.columns).some((value) => value.trim() !== '')) return 'too_many_columns';
    }
    if (record.lines > 3 && this.columns > 2 && this.hidesRows(values)) return 'too_few_columns';
    for (const value of values) {
      if (value.length > this.limits.fieldChars) return 'field_too_long';
      if (value.includes('\u0000')) return 'nul_character';
    }
    return null;
  }

  /** Two stray quotes far apart can close each other; then every line between them has the shape of a row. */
  private hidesRows(values: readonly string[]): boolean {
    return values.some((value) => {
      const inner = value.split('\n').slice(1, -1);
      return inner.length > 1 && inner.every((line) => line.split(this.delimiter).length === this.columns);
    });
  }

  private readRecord(start: number, firstLineEnd: number, last: boolean): Complete | 'incomplete' {
    const { text, delimiter } = this;
    const values: string[] = [];
    let at = start;
    let lineEnd = firstLineEnd;
    let lines = 1;
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        const close = this.closingQuote(at, start, lineEnd);
        if (close < 0) {
          if (
            close === UNCLOSED &&
            !last &&
            this.unclosed < PATIENCE &&
            text.length - start <= this.limits.quoteChars
          ) {
            return 'incomplete';
          }
          return { values, next: 0, lines, error: close === STRAY ? 'stray_quote' : 'unclosed_quote' };
        }
        const inner = text.slice(at + 1, close);
        values.push(inner.includes('"') ? inner.replaceAll('""', '"') : inner);
        if (close > lineEnd) {
          for (let feed = lineEnd; feed !== -1 && feed < close; feed = text.indexOf('\n', feed + 1)) lines += 1;
          lineEnd = text.indexOf('\n', close);
        }
        const after = close + 1;
        if (text.startsWith(delimiter, after)) {
          at = after + 1;
          continue;
        }
        return { values, next: lineEnd + 1, lines, error: null };
      }
      if (this.nextDelimiter < at) {
        const found = text.indexOf(delimiter, at);
        this.nextDelimiter = found === -1 ? Number.POSITIVE_INFINITY : found;
      }
      if (this.nextDelimiter < lineEnd) {
        values.push(text.slice(at, this.nextDelimiter));
        at = this.nextDelimiter + 1;
        continue;
      }
      const end = text.charCodeAt(lineEnd - 1) === CARRIAGE_RETURN && lineEnd > at ? lineEnd - 1 : lineEnd;
      values.push(text.slice(at, end));
      return { values, next: lineEnd + 1, lines, error: null };
    }
  }

  /** Position of the quote that closes the one at `open`, STRAY when something else follows it, UNCLOSED when there is none in reach. */
  private closingQuote(open: number, start: number, lineEnd: number): number {
    const { text } = this;
    let at = open + 1;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote === -1 || quote - start > this.limits.quoteChars) return UNCLOSED;
      if (quote > lineEnd && this.unclosed >= PATIENCE) return UNCLOSED;
      const next = text.charCodeAt(quote + 1);
      if (next === QUOTE) {
        at = quote + 2;
        continue;
      }
      if (next === LINE_FEED || text.startsWith(this.delimiter, quote + 1)) return quote;
      if (next === CARRIAGE_RETURN && text.charCodeAt(quote + 2) === LINE_FEED) return quote;
      return quote > lineEnd ? LATER_STRAY : STRAY;
    }
  }
}

const UNCLOSED = -1;
/** The quote is wrong on its own line. */
const STRAY = -2;
/** The next quote, on a later line, opens a value there: the one here was never closed. */
const LATER_STRAY = -3;

interface Complete {
  values: string[];
  /** Where the next record starts. */
  next: number;
  /** Lines the record runs over. */
  lines: number;
  error: RowErrorCode | null;
}

function isBlank(text: string, at: number, lineEnd: number): boolean {
  if (lineEnd === at) return true;
  return lineEnd === at + 1 && text.charCodeAt(at) === CARRIAGE_RETURN;
}
