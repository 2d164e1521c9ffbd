// Keeps a show room for every running room of the hub: it hears what the room hears and sends its viewers one frame a tick.
import type { LiveHub, LiveRoom, RoomTap } from '../../rooms/server/door.ts';
import type { Seat } from './audience.ts';
import type { RoomPlay } from './play.types.ts';
import { openShowRoom, type ShowRoom } from './show-room.ts';

export interface FanOut {
  tap: RoomTap;
  show(room: Pick<LiveRoom, 'sessionId'>): ShowRoom | null;
  showBySlug(slug: string): ShowRoom | null;
  showOf(workspaceId: string, roomId: string): ShowRoom | null;
  /** Cuts off who came by a secret address that was closed. */
  closeLink(linkId: string): void;
}

export interface FanOutOptions {
  hub: Pick<LiveHub, 'room' | 'roomBySlug'>;
  now: () => number;
  /** The interactions of a room, where it has any. */
  play: (room: LiveRoom) => RoomPlay | null;
  hear: (show: ShowRoom, seat: Seat, text: string) => void;
  random?: () => number;
}

export function createFanOut(options: FanOutOptions): FanOut {
  const shows = new Map<string, ShowRoom>();
  const show: FanOut['show'] = (room) => shows.get(room.sessionId) ?? null;
  return {
    tap: {
      name: 'viewer',
      open(room, saved) {
        const opened = openShowRoom({
          room,
          now: options.now,
          random: options.random ?? Math.random,
          play: () => options.play(room),
          hear: options.hear,
          saved,
        });
        shows.set(room.sessionId, opened);
        return {
          events: (events, isReplay) => opened.take(events, isReplay),
          save: () => opened.save(),
          async close(isEnd) {
            shows.delete(room.sessionId);
            await opened.close(isEnd);
          },
        };
      },
    },
    show,
    showBySlug(slug) {
      const room = options.hub.roomBySlug(slug);
      return room && show(room);
    },
    showOf(workspaceId, roomId) {
      const room = options.hub.room(workspaceId, roomId);
      return room && show(room);
    },
    closeLink(linkId) {
      for (const one of shows.values()) one.audience.closeLink(linkId);
    },
  };
}
