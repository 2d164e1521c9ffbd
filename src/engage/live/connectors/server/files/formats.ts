// What belongs to each format: how its head is read, how its records are cut and understood, and what of them is let through.
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
import { eventsJsonlReader } from './events-jsonl.ts';
import { liveJsonlMeta, liveJsonlReader } from './live-jsonl.ts';
import type { RecordingFormat, RecordingMeta, RecordingOptions, RecordReader, RejectCode } from './recording.types.ts';
import { tiktokJsonlReader } from './tiktok-jsonl.ts';

/** What the beginning of a file says about the recording. */
export function metaOf(format: RecordingFormat, head: string): RecordingMeta {
  if (format === 'bilibili-xml') return bilibiliXmlMeta(head);
  if (format === 'live-jsonl') return liveJsonlMeta(head.split('\n', 1)[0]!) ?? {};
  return format === 'tiktok-jsonl' ? { platform: 'tiktok' } : {};
}

/** A fresh reader for one file. */
export function readerOf(
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

/** Cuts text into records, has each read into the list `out` gives at that moment, and names those that could not be. */
export function cutRecords(
  reader: RecordReader,
  out: () => DecodedEvent[],
  onRecord: (line: number) => void,
  reject: (line: number, code: RejectCode) => void,
): Cutter {
  return cutterOf(reader, (record, line, isLong) => {
    onRecord(line);
    const events = out();
    const before = events.length;
    const code = isLong ? 'too_long' : reader.take(record, events);
    if (code) reject(line, code);
    if (reader !== eventsJsonlReader) admit(events, before, isPlain(record), () => reject(line, 'bad_field'));
  });
}

function cutterOf(reader: RecordReader, onRecord: OnRecord): Cutter {
  if (reader.framing === 'objects') return cutObjects(onRecord);
  if (reader.framing === 'tags') return cutTags(XML_TAGS, onRecord);
  return reader.framing === 'rows' ? cutRows(onRecord) : cutLines(onRecord);
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
