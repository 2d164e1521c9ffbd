// What a reader of recorded files is handed and gives, so that every format is one small file.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';

export const RECORDING_FORMATS = [
  'bilibili-xml',
  'live-jsonl',
  'chat-downloader',
  'tiktok-jsonl',
  'csv',
  'events-jsonl',
] as const;
export type RecordingFormat = (typeof RECORDING_FORMATS)[number];

/** Why a record could not be taken. */
export type RejectCode =
  | 'too_long'
  | 'not_json'
  | 'not_xml'
  | 'unknown_kind'
  | 'no_time'
  | 'no_text'
  | 'bad_field'
  | 'cut_short';

/** What a file says about itself, as far as it does; instants in milliseconds since 1970. */
export interface RecordingMeta {
  platform?: string;
  startedAt?: number;
  durationMs?: number;
  roomId?: string;
  title?: string;
  host?: string;
  source?: string;
  /** Written by the simulator. */
  isSimulated?: boolean;
}

/** How records of a file are told from each other. */
export type Framing = 'lines' | 'objects' | 'tags' | 'rows';

/** Reads the records of one file in the order in which they stand. */
export interface RecordReader {
  framing: Framing;
  /** One line, JSON object or row of cells; pushes what it means and answers why not, null when all is well. Never throws. */
  take(record: string, out: DecodedEvent[]): RejectCode | null;
  /** After the last record: what only shows in the end. */
  end?(out: DecodedEvent[]): void;
  /** Records that say again what another one said and were left out (copies of a super chat in the ticker). */
  copies?(): number;
}

export interface RecordingOptions {
  /** Minutes east of Greenwich for clock times without a zone; 480 (China) when absent. */
  zoneMinutes?: number;
  /** Start of the recording for files that only count from it, milliseconds since 1970; the file's own start wins. */
  startAt?: number;
  /** Currency of amounts that name none; CNY when absent. */
  currency?: string;
}
