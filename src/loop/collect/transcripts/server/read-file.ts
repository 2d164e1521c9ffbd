// Reads a file of sessions, whichever of the known kinds it is: JSON, JSONL, a table of turns, gzipped or not, UTF-8 or GB18030.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import {
  isTurnTable,
  type LocalTime,
  type RawSession,
  sessionFromJson,
  sessionsFromTable,
} from '../core/read-sessions.ts';

/** Unpacked, a file may be so large. */
const MAX_BYTES = 256 * 1024 * 1024;
const unzip = promisify(gunzip);

export type FileFault = 'file_empty' | 'file_too_large' | 'file_unreadable' | 'columns_unknown';

/** @returns sessions in order, each with an id; or why nothing could be read */
export async function readSessions(
  bytes: Buffer,
  channel: string,
  timeZone: string,
): Promise<{ sessions: RawSession[] } | { fault: FileFault }> {
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      plain = await unzip(bytes, { maxOutputLength: MAX_BYTES });
    } catch (error) {
      return { fault: error instanceof RangeError ? 'file_too_large' : 'file_unreadable' };
    }
  }
  const text = decode(plain).replace(/^\ufeff/, '');
  if (text.trim() === '') return { fault: 'file_empty' };
  const local = localTime(timeZone);
  const first = text.trimStart()[0];
  if (first === '[' || first === '{') return fromJson(text, local, channel);
  return fromTable(text, local, channel);
}

function fromJson(text: string, local: LocalTime, channel: string): { sessions: RawSession[] } | { fault: FileFault } {
  try {
    const whole: unknown = JSON.parse(text);
    const list = Array.isArray(whole) ? whole : listIn(whole);
    return { sessions: list.map((item, index) => withId(sessionFromJson(item, index + 1, local, channel))) };
  } catch {
    // Not one value: one on each line, then.
  }
  const sessions: RawSession[] = [];
  let readable = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      sessions.push(withId(sessionFromJson(JSON.parse(line), index + 1, local, channel)));
      readable += 1;
    } catch {
      sessions.push({ row: index + 1, draft: {}, faults: [{ row: index + 1, path: '', code: 'bad_json' }] });
    }
  }
  return readable > 0 ? { sessions } : { fault: 'file_unreadable' };
}

/** `{sessions: […]}`, `{items: […]}` or one session. */
function listIn(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return [value];
  for (const name of ['items', 'sessions', 'calls', 'conversations', 'data', 'transcripts']) {
    const list = (value as Record<string, unknown>)[name];
    if (Array.isArray(list)) return list;
  }
  return [value];
}

function fromTable(text: string, local: LocalTime, channel: string): { sessions: RawSession[] } | { fault: FileFault } {
  const head = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  const delimiter = [',', '\t', ';', '，'].sort((one, other) => head.split(other).length - head.split(one).length)[0]!;
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      bom: true,
    }) as never;
  } catch {
    return { fault: 'file_unreadable' };
  }
  const header = rows[0]?.record ?? [];
  if (!isTurnTable(header)) return { fault: 'columns_unknown' };
  const cells = rows.slice(1).map(({ record, info }) => ({ row: info.lines, cells: record }));
  return { sessions: sessionsFromTable(header, cells, local, channel) };
}

/** A session without a name is named by what it says, so that the same file twice is the same sessions. */
function withId(session: RawSession): RawSession {
  if (session.draft.id !== undefined || session.draft.turns === undefined) return session;
  const said = createHash('sha256').update(JSON.stringify(session.draft)).digest('hex').slice(0, 32);
  return { ...session, draft: { ...session.draft, id: `content:${said}` } };
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function localTime(timeZone: string): LocalTime {
  return (year, month, day, hour, minute, second) => {
    try {
      const plain = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: 'reject' });
      return new Date(plain.toZonedDateTime(timeZone).epochMilliseconds);
    } catch {
      return null;
    }
  };
}
