// Remembers in a show's own journal which simulated show plays in it, so that it goes on after a restart.
import type { RoomTap, TapOfRoom } from '../../rooms/server/door.ts';
import type { DecodedEvent, LiveEvent } from '../../stream/core/live-event.contract.ts';
import { SIMULATOR_SOURCE, type SimulateOptions } from '../core/simulated-show.contract.ts';

/** Name of the event that says what plays. */
const NAME = 'simulation';

/** Everything needed to make the same show again. */
export interface KeptPlay {
  options: SimulateOptions & { startedAt: number };
  speed: number;
}

interface Heard {
  play: KeptPlay | null;
  /** Events it brought so far. */
  taken: number;
}

/** @param play null: nothing plays any more */
export function playEvent(play: KeptPlay | null, now: number): DecodedEvent {
  return { type: 'system', name: NAME, id: `${NAME}-${play ? 'start' : 'stop'}-${now}`, ts: now, data: { play } };
}

export interface KeptPlays {
  tap: RoomTap;
  /** What plays in a show by its journal. */
  of(sessionId: string): Heard | null;
}

export function createKeptPlays(): KeptPlays {
  const shows = new Map<string, Heard>();
  return {
    of: (sessionId) => shows.get(sessionId) ?? null,
    tap: {
      name: NAME,
      open(room, saved): TapOfRoom {
        const heard: Heard = saved === undefined ? { play: null, taken: 0 } : (JSON.parse(saved) as Heard);
        shows.set(room.sessionId, heard);
        return {
          events(events) {
            for (const event of events) hear(heard, event);
          },
          save: () => JSON.stringify(heard),
          async close() {
            if (shows.get(room.sessionId) === heard) shows.delete(room.sessionId);
          },
        };
      },
    },
  };
}

function hear(heard: Heard, event: LiveEvent): void {
  if (event.source === SIMULATOR_SOURCE) heard.taken += 1;
  // A source from outside cannot start a show.
  if (event.type !== 'system' || event.name !== NAME || event.trust !== 'own') return;
  heard.play = (event.data as { play: KeptPlay | null }).play;
  heard.taken = 0;
}
