// Puts the events of a recording in the order in which they happened, holding no more than a window of them.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';

/** Events held for sorting: recordings are nearly in order, and a file shorter than this comes out wholly sorted. */
export const WINDOW = 200_000;

/** Yields batches sorted by `ts`; events of the same moment stay as they stood. */
export async function* inTimeOrder(
  batches: AsyncIterable<DecodedEvent[]>,
  batchSize = 2_000,
  window = WINDOW,
): AsyncGenerator<DecodedEvent[], void, void> {
  let held: DecodedEvent[] = [];
  for await (const batch of batches) {
    for (const event of batch) held.push(event);
    if (held.length < window) continue;
    sortByTime(held);
    const half = held.length >> 1;
    yield* cut(held, half, batchSize);
    held = held.slice(half);
  }
  sortByTime(held);
  yield* cut(held, held.length, batchSize);
}

function sortByTime(events: DecodedEvent[]): void {
  for (let index = 1; index < events.length; index += 1) {
    if (events[index]!.ts >= events[index - 1]!.ts) continue;
    events.sort((one, other) => one.ts - other.ts);
    return;
  }
}

function* cut(events: DecodedEvent[], count: number, batchSize: number): Generator<DecodedEvent[], void, void> {
  for (let from = 0; from < count; from += batchSize) yield events.slice(from, Math.min(count, from + batchSize));
}
