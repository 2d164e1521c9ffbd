// Reads our own exported events back: a line an event, checked as strictly as a stranger's, stripped of what the next journal gives anew.
import { isEventFault, readDecodedEvent } from '../../../stream/core/read-event.contract.ts';
import { asObject, readObject } from './json-fields.ts';
import type { RecordReader } from './recording.types.ts';

/** Lines are events, or `{event, truth}` as the simulator writes them; a line with `meta` is passed over. */
export const eventsJsonlReader: RecordReader = {
  framing: 'lines',
  take(record, out) {
    const object = readObject(record);
    if (!object) return 'not_json';
    if (object.meta !== undefined && object.type === undefined) return null;
    const inner = asObject(object.event) ?? object;
    const event = readDecodedEvent(inner);
    if (isEventFault(event)) {
      return event.field === 'type' ? 'unknown_kind' : event.field === 'ts' ? 'no_time' : 'bad_field';
    }
    out.push(event);
    return null;
  },
};
