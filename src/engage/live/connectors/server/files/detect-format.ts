// Tells from its beginning which kind of recording a file is, so that nobody has to know what a recorder called it.

import { columnsOf, separatorOf, splitRow } from './chat-csv.ts';
import { RAW_ACTION } from './chat-downloader.ts';
import { asObject, type Json, readObject } from './json-fields.ts';
import { isLiveType } from './live-type.ts';
import type { RecordingFormat } from './recording.types.ts';

/** Format of a file that begins so; null when it is none we read. */
export function detectFormat(head: string): RecordingFormat | null {
  const text = head.replace(/^\ufeff/, '').trimStart();
  if (text.startsWith('<')) return /<i[\s>]|<d\s|<gift\s|<sc\s/.test(text) ? 'bilibili-xml' : null;
  if (text.startsWith('[')) return 'chat-downloader';
  if (text.startsWith('{')) return ofObjects(text);
  const header = text.split('\n', 1)[0]!;
  const columns = columnsOf(splitRow(header.replace(/\r$/, ''), separatorOf(header)));
  return columns.time !== undefined || columns.offset !== undefined ? 'csv' : null;
}

function ofObjects(text: string): RecordingFormat | null {
  // Looks at some lines, because the first may be damaged or describe the rest.
  for (const line of text.split('\n', 20)) {
    const object = readObject(line);
    const format = object && ofObject(object);
    if (format) return format;
  }
  // A line longer than the head, or an object written over several lines.
  const opening = text.slice(0, 4000);
  if (/"(replayChatItemAction|addChatItemAction|message_type|action_type|clientId)"/.test(opening))
    return 'chat-downloader';
  return /"(types|b64|uniqueId|WebcastChatMessage)"/.test(opening) ? 'tiktok-jsonl' : null;
}

const SHORT_KINDS = new Set(['meta', 'dm', 'gift', 'sc', 'guard', 'enter', 'rank']);

function ofObject(object: Json): RecordingFormat | null {
  if (isLiveType(object.type) && typeof object.ts === 'number') return 'events-jsonl';
  const inner = asObject(object.event);
  if (inner && isLiveType(inner.type)) return 'events-jsonl';
  if (typeof object.k === 'string' && SHORT_KINDS.has(object.k)) return 'live-jsonl';
  if ('message_type' in object || 'action_type' in object || Object.keys(object).some((key) => RAW_ACTION.test(key)))
    return 'chat-downloader';
  if (typeof object.x === 'string' && typeof object.u === 'string') return 'chat-downloader';
  if ('b64' in object || 'types' in object || 'uniqueId' in object || asObject(object.data) || 'payload' in object)
    return 'tiktok-jsonl';
  return null;
}
