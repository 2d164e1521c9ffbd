// Whether a word is one of our kinds of events.

import type { LiveType } from '../../../stream/core/live-event.contract.ts';
import { isEventFault, readDecodedEvent } from '../../../stream/core/read-event.contract.ts';

/** True for the names of live-event.contract.ts; asks the reader of events, so that there is one list only. */
export function isLiveType(value: unknown): value is LiveType {
  if (typeof value !== 'string') return false;
  const read = readDecodedEvent({ type: value, ts: 1_600_000_000_000 });
  return !isEventFault(read) || read.field !== 'type';
}
