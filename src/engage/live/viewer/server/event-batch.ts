// Gathers what viewers do for a moment and hands it to the room together: one durable append for many.
import type { LiveRoom } from '../../rooms/server/door.ts';
import type { DecodedEvent, LiveEvent } from '../../stream/core/live-event.contract.ts';

const GATHER_MS = 15;
const MOST = 1_000;

export interface EventBatch {
  /** Resolves when the event is durable: with it, or null when it was known already. Rejects when nothing was taken. */
  add(event: DecodedEvent): Promise<LiveEvent | null>;
  close(): Promise<void>;
}

interface Waiting {
  event: DecodedEvent;
  done: (event: LiveEvent | null) => void;
  failed: (error: unknown) => void;
}

export function createEventBatch(room: Pick<LiveRoom, 'accept'>): EventBatch {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function hand(batch: Waiting[]): Promise<void> {
    try {
      const { events } = await room.accept(
        batch.map((one) => one.event),
        { source: 'own', trust: 'own' },
      );
      for (const [index, one] of batch.entries()) one.done(events[index] ?? null);
    } catch (error) {
      for (const one of batch) one.failed(error);
    }
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) running = Promise.all([running, hand(batch)]).then(() => undefined);
  }

  return {
    add(event) {
      return new Promise((done, failed) => {
        waiting.push({ event, done, failed });
        if (waiting.length >= MOST) flush();
        else timer ??= setTimeout(flush, GATHER_MS);
      });
    },
    async close() {
      flush();
      await running;
    },
  };
}
