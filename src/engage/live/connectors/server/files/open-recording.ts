// Opens any recording we can read as one stream of events in time order; what cannot be read is counted with its line and passed over.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { detectFormat } from './detect-format.ts';
import { cutRecords, metaOf, readerOf } from './formats.ts';
import { inTimeOrder } from './in-time-order.ts';
import { readText, type TextFile } from './read-text.ts';
import type { RecordingFormat, RecordingMeta, RecordingOptions, RecordReader, RejectCode } from './recording.types.ts';

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
  const cutter = cutRecords(
    reader,
    () => out,
    (line) => {
      counts.records += 1;
      lastLine = line;
    },
    reject,
  );
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
