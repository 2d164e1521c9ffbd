// Reads TikTok LIVE recordings: a line an event as bridges write them, raw payloads in base64, or a file of payloads by kind.

import { decodeTiktokJson } from '../tiktok/decode-json.ts';
import { asObject, readObject } from './json-fields.ts';
import type { RecordReader, RejectCode } from './recording.types.ts';

export function tiktokJsonlReader(): RecordReader {
  let latest = 0;
  const takeOne: (record: Record<string, unknown>, out: Parameters<RecordReader['take']>[1]) => RejectCode | null = (
    record,
    out,
  ) => {
    const events = decodeTiktokJson(record, latest);
    if (!events)
      return record.event === undefined && record.type === undefined && record.method === undefined
        ? 'unknown_kind'
        : 'bad_field';
    for (const event of events) {
      if (event.ts <= 0) return 'no_time';
      latest = Math.max(latest, event.ts);
      out.push(event);
    }
    return null;
  };
  return {
    framing: 'objects',
    take(record, out) {
      const object = readObject(record);
      if (!object) return 'not_json';
      const types = asObject(object.types);
      if (!types) return takeOne(object, out);
      let code: RejectCode | null = null;
      for (const [type, payloads] of Object.entries(types)) {
        for (const payload of Array.isArray(payloads) ? payloads : [])
          code = takeOne({ ...asObject(payload), type }, out) ?? code;
      }
      return code;
    },
  };
}
