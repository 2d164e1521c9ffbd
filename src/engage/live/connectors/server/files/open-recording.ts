// Opens any recording we can read as one stream of events in time order; what cannot be read is counted with its line and passed over.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import {
  EARLIEST_TS,
  isEventFault,
  LATEST_TS,
  readDecodedEvent,
  TEXT_LIMITS,
} from '../../../stream/core/read-event.contract.ts';
import { bilibiliXmlMeta, bilibiliXmlReader, XML_TAGS } from './bilibili-xml.ts';
import { chatCsvReader } from './chat-csv.ts';
import { chatDownloaderReader } from './chat-downloader.ts';
import { type Cutter, cutLines, cutObjects, cutRows, cutTags, type OnRecord } from './cut-records.ts';
import { detectFormat } from './detect-format.ts';
import { eventsJsonlReader } from './events-jsonl.ts';
import { inTimeOrder } from './in-time-order.ts';
import { liveJsonlMeta, liveJsonlReader } from './live-jsonl.ts';
import { readText, type TextFile } from './read-text.ts';
import type { RecordingFormat, RecordingMeta, RecordingOptions, RecordReader, RejectCode } from './recording.types.ts';
import { tiktokJsonlReader } from './tiktok-jsonl.ts';

export interface Rejected {
  /** Line of the (unpacked) file, from 1; for JSON arrays and XML the line on which the record begins. */
  line: number;
  code: RejectCode;
}

export interface Recording {
  format: RecordingFormat;
  meta: RecordingMeta;
  encoding: string;
  /** Batches in time order. May be read once. */
  events: AsyncIterable<DecodedEvent[]>;
  /** The first thousand records that could not be taken; complete once `events` is read. */
  rejected(): Rejected[];
  /** Complete once `events` is read: records = events made of them + rejected + copies + descriptions of the file. */
  counts(): { records: number; events: number; rejected: number; copies: number };
}

/** The file is none of the kinds we read. */
export class UnknownRecording extends Error {
  override name = 'UnknownRecording';
}

const MOST_NAMED = 1_000;

/** Opens a file, packed (gzip) or not. Throws UnknownRecording for `auto` when it is no recording, and what the file system throws. */
export async function openRecording(
  path: string,
  format: RecordingFormat | 'auto' = 'auto',
  options: RecordingOptions = {},
): Promise<Recording> {
  const file = await readText(path);
  const detected = format === 'auto' ? detectFormat(file.head) : format;
  if (!detected) {
    await file.pieces.return();
    throw new UnknownRecording(`no known kind of recording: ${path}`);
  }
  const meta = metaOf(detected, file.head);
  const startedAt = meta.startedAt ?? options.startAt;
  const reader = readerOf(detected, file.head, startedAt, options);
  const rejected: Rejected[] = [];
  const counts = { records: 0, events: 0, rejected: 0, copies: 0 };
  const reject = (line: number, code: RejectCode) => {
    counts.rejected += 1;
    if (rejected.length < MOST_NAMED) rejected.push({ line, code });
  };
  return {
    format: detected,
    meta: { ...meta, startedAt },
    encoding: file.encoding,
    events: inTimeOrder(read(file, reader, counts, reject)),
    rejected: () => rejected,
    counts: () => ({ ...counts, copies: reader.copies?.() ?? 0 }),
  };
}

async function* read(
  file: TextFile,
  reader: RecordReader,
  counts: { records: number; events: number },
  reject: (line: number, code: RejectCode) => void,
): AsyncGenerator<DecodedEvent[], void, void> {
  let out: DecodedEvent[] = [];
  let lastLine = 1;
  const cutter = cutterOf(reader, (record, line, isLong) => {
    counts.records += 1;
    lastLine = line;
    const before = out.length;
    const code = isLong ? 'too_long' : reader.take(record, out);
    if (code) reject(line, code);
    if (reader !== eventsJsonlReader) admit(out, before, isPlain(record), () => reject(line, 'bad_field'));
  });
  for await (const piece of file.pieces) {
    cutter.push(piece);
    counts.events += out.length;
    if (out.length > 0) yield out;
    out = [];
  }
  cutter.end();
  if (file.isCut()) reject(lastLine, 'cut_short');
  reader.end?.(out);
  counts.events += out.length;
  if (out.length > 0) yield out;
}

/** Lets only real events of allowed sizes through; over-long words are cut before they are judged. */
function admit(out: DecodedEvent[], from: number, isPlainRecord: boolean, onFault: () => void): void {
  let kept = from;
  for (let index = from; index < out.length; index += 1) {
    const given = out[index]!;
    if (isPlainRecord && isPlainEvent(given)) {
      out[kept++] = given;
      continue;
    }
    const event = readDecodedEvent(shortened(given));
    if (isEventFault(event)) onFault();
    else out[kept++] = event;
  }
  out.length = kept;
}

/** Short and without escapes: nothing in it can be too long or hold a sign that no text may hold. */
function isPlain(record: string): boolean {
  return record.length < 100 && !record.includes('\\') && !record.includes('&') && !record.includes('\u0000');
}

/** Lines of chat and entries, nine of ten events, hold nothing but texts and a time. */
function isPlainEvent(event: DecodedEvent): boolean {
  const { type, ts } = event;
  return (
    (type === 'comment' || type === 'viewer.enter') && Number.isSafeInteger(ts) && ts >= EARLIEST_TS && ts <= LATEST_TS
  );
}

function shortened(event: DecodedEvent): DecodedEvent {
  if ('text' in event && event.text !== undefined && event.text.length > TEXT_LIMITS.comment) {
    const most = event.type === 'comment' ? TEXT_LIMITS.comment : TEXT_LIMITS.paid;
    event.text = [...event.text.slice(0, most * 2)].slice(0, most).join('');
  }
  const name = event.user?.name;
  if (name && name.length > TEXT_LIMITS.name) event.user!.name = [...name].slice(0, TEXT_LIMITS.name).join('');
  return event;
}

function cutterOf(reader: RecordReader, onRecord: OnRecord): Cutter {
  if (reader.framing === 'objects') return cutObjects(onRecord);
  if (reader.framing === 'tags') return cutTags(XML_TAGS, onRecord);
  return reader.framing === 'rows' ? cutRows(onRecord) : cutLines(onRecord);
}

function metaOf(format: RecordingFormat, head: string): RecordingMeta {
  if (format === 'bilibili-xml') return bilibiliXmlMeta(head);
  if (format === 'live-jsonl') return liveJsonlMeta(head.split('\n', 1)[0]!) ?? {};
  return format === 'tiktok-jsonl' ? { platform: 'tiktok' } : {};
}

function readerOf(
  format: RecordingFormat,
  head: string,
  startedAt: number | undefined,
  options: RecordingOptions,
): RecordReader {
  const isArray = head.trimStart().startsWith('[');
  switch (format) {
    case 'bilibili-xml':
      return bilibiliXmlReader(startedAt ?? 0);
    case 'live-jsonl':
      return liveJsonlReader(startedAt ?? 0);
    case 'chat-downloader':
      return chatDownloaderReader(startedAt, isArray ? 'objects' : 'lines');
    case 'tiktok-jsonl':
      return tiktokJsonlReader();
    case 'csv':
      return chatCsvReader({ ...options, startedAt });
    case 'events-jsonl':
      return eventsJsonlReader;
  }
}
