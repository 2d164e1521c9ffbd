// Reads TikTok LIVE recordings: lines of events as bridges write them, or of raw payloads.

import { asText, readObject } from './json-fields.ts';
import type { RecordReader } from './recording.types.ts';

export function tiktokJsonlReader(): RecordReader {
  return {
    framing: 'objects',
    take(record) {
      const object = readObject(record);
      if (!object) return 'not_json';
      return asText(object.type) ? 'unknown_kind' : 'unknown_kind';
    },
  };
}
