// Plays a show faster: every time in it is drawn together, so that it fits the clock of the room.
import type { DecodedEvent } from '../../stream/core/live-event.contract.ts';

/** @param from first moment of the show; stays where it is */
export function retimed(event: DecodedEvent, from: number, speed: number): DecodedEvent {
  if (speed === 1) return event;
  const at = (time: number) => Math.round(from + (time - from) / speed);
  const moved = { ...event, ts: at(event.ts) };
  return moved.type === 'room.gap' ? { ...moved, from: at(moved.from), to: at(moved.to) } : moved;
}
