// Lets an event of a stranger in, or names the field that is wrong: the HTTP intake, the webhook and our own room all use it.
import { EARLIEST_TS, instant, LATEST_TS, SHAPES, TEXT_LIMITS, userShape } from './event-shapes.ts';
import {
  EventFault,
  FAULT_CODES,
  type FaultCode,
  flag,
  isRecord,
  must,
  readInto,
  type Shape,
  shaped,
  text,
} from './field-readers.ts';
import type { DecodedEvent, LiveType } from './live-event.contract.ts';

export { EARLIEST_TS, EventFault, FAULT_CODES, type FaultCode, LATEST_TS, TEXT_LIMITS };

const envelope: Shape = {
  id: text(TEXT_LIMITS.id, 1),
  ts: must(instant),
  user: shaped(userShape),
  productId: text(TEXT_LIMITS.id, 1),
  test: flag,
};

/** What only our own room says: votes, results, deeds of the desk. Nobody outside may say it for us. */
const INNER = new Set<string>([
  'system',
  'host.answer',
  'moderation.action',
  'interaction.open',
  'interaction.update',
  'interaction.close',
  'interaction.result',
  'interaction.entry',
]);

/**
 * Reads an event from parsed JSON. Gives a new object with known fields only, or an `EventFault` that names the field:
 * `missing`, `wrong_type`, `out_of_range`, `too_long`, `unknown`. Never throws and never keeps the object it was given.
 * Instants are milliseconds; texts are counted in code points against `TEXT_LIMITS`.
 */
export function readDecodedEvent(value: unknown): DecodedEvent | EventFault {
  if (!isRecord(value)) return new EventFault('', 'wrong_type');
  const type = Object.hasOwn(value, 'type') ? value.type : undefined;
  if (type === undefined || type === null) return new EventFault('type', 'missing');
  if (typeof type !== 'string') return new EventFault('type', 'wrong_type');
  if (!Object.hasOwn(SHAPES, type)) return new EventFault('type', 'unknown');
  const clean: Record<string, unknown> = { type };
  return (
    readInto(envelope, value, clean, '') ??
    readInto(SHAPES[type as LiveType], value, clean, '') ??
    (clean as unknown as DecodedEvent)
  );
}

/** As `readDecodedEvent`, for senders outside the house: refuses with `not_allowed` what only our own room may say. */
export function readOutsideEvent(value: unknown): DecodedEvent | EventFault {
  const event = readDecodedEvent(value);
  return event instanceof EventFault || !INNER.has(event.type) ? event : new EventFault('type', 'not_allowed');
}

export function isEventFault(read: DecodedEvent | EventFault): read is EventFault {
  return read instanceof EventFault;
}
