// Everybody who has a room open: joins them, writes the same bytes to all, leaves out who cannot keep up and lets him go in the end.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Viewer } from './viewer-token.ts';
import { socketFrame, streamChunk } from './wire.ts';

/** One open connection. Thousands of these live at once: every field is paid for each. */
export interface Seat {
  /** Null for an overlay: it looks on and is nobody. */
  viewer: Viewer | null;
  /** The secret address it came by, or null. */
  link: string | null;
  /** The network it came from; null where that says nothing. */
  network: string | null;
  since: number;
  place: number;
  /** Since when it has been left out, 0 while it keeps up. */
  behind: number;
  raw: Socket;
  /** Null for an event stream. */
  socket: WebSocket | null;
}

export interface AudienceOptions {
  now: () => number;
  /** What a viewer says; answered by `tell`. */
  onMessage: (seat: Seat, text: string) => void;
  onLeave: (seat: Seat) => void;
  /** Bytes that bring one back who was left out. */
  snapshot: () => string;
}

export interface Audience {
  seatSocket(socket: WebSocket, viewer: Viewer | null, link: string | null): Seat;
  /** @param raw a connection whose answer is delimited by its end */
  seatStream(raw: Socket, viewer: Viewer | null): Seat;
  tell(seat: Seat, json: string): void;
  tellViewer(matches: (viewer: Viewer) => boolean, json: () => string): void;
  /** Writes one frame to all; resolves when everybody has been handed it. */
  broadcast(json: string): Promise<void>;
  /** Viewers; overlays are none. */
  online(): number;
  seats(): number;
  /** Bytes that wait in the fullest connection. */
  waiting(): number;
  /** Frames written, left out, and bytes of the last frame. */
  figures(): { written: number; leftOut: number; dropped: number };
  closeLink(linkId: string): void;
  close(code: number, reason: string): void;
}

const MOST_BUFFERED = 256 * 1024;
const RESYNC_BELOW = 16 * 1024;
const DROP_AFTER_MS = 30_000;
/** After so many writes other work gets its turn. */
const SLICE = 2_048;
const SEAT = Symbol('seat');

type Seated = { [SEAT]?: { seat: Seat; hear: AudienceOptions['onMessage']; leave: (seat: Seat) => void } };

// One function for all sockets: a closure each would keep a kilobyte alive.
function onMessage(this: WebSocket & Seated, data: Buffer, isBinary: boolean): void {
  const own = this[SEAT];
  if (own && !isBinary) own.hear(own.seat, data.toString());
}
function onClose(this: WebSocket & Seated): void {
  const own = this[SEAT];
  if (own) own.leave(own.seat);
}
function onError(this: WebSocket): void {
  this.terminate();
}

/** Lets go of what the request needed and the open socket does not: request, answer, their headers and listeners. */
function freeRequest(socket: WebSocket, raw: Socket): void {
  socket.removeAllListeners('error');
  socket.on('error', onError);
  const answer = (raw as Socket & { _httpMessage?: ServerResponse | null })._httpMessage;
  answer?.detachSocket(raw);
}

export function createAudience(options: AudienceOptions): Audience {
  const all: Seat[] = [];
  let viewers = 0;
  let written = 0;
  let leftOut = 0;
  let dropped = 0;

  function sit(seat: Seat): Seat {
    seat.place = all.length;
    all.push(seat);
    if (seat.viewer) viewers += 1;
    return seat;
  }

  function leave(seat: Seat): void {
    if (seat.place < 0) return;
    const last = all.pop()!;
    if (last !== seat) {
      all[seat.place] = last;
      last.place = seat.place;
    }
    seat.place = -1;
    if (seat.viewer) viewers -= 1;
    options.onLeave(seat);
  }

  function drop(seat: Seat): void {
    dropped += 1;
    if (seat.socket) seat.socket.terminate();
    else seat.raw.destroy();
    leave(seat);
  }

  function write(seat: Seat, json: string): void {
    seat.raw.write(seat.socket ? socketFrame(json) : streamChunk(json));
  }

  /** @returns whether he may be written to now */
  function keepsUp(seat: Seat, now: number): boolean {
    const waiting = seat.raw.writableLength;
    if (seat.behind === 0) {
      if (waiting <= MOST_BUFFERED) return true;
      seat.behind = now;
    } else if (waiting <= RESYNC_BELOW) {
      seat.behind = 0;
      write(seat, options.snapshot());
      return false;
    } else if (now - seat.behind > DROP_AFTER_MS) drop(seat);
    leftOut += 1;
    return false;
  }

  return {
    seatSocket(socket, viewer, link) {
      const raw = (socket as WebSocket & { _socket: Socket })._socket;
      const seat = sit({ viewer, link, network: null, since: options.now(), place: 0, behind: 0, raw, socket });
      freeRequest(socket, raw);
      raw.setKeepAlive(true, 60_000);
      (socket as Seated)[SEAT] = { seat, hear: options.onMessage, leave };
      socket.on('message', onMessage);
      socket.on('close', onClose);
      return seat;
    },
    seatStream(raw, viewer) {
      const seat = sit({
        viewer,
        link: null,
        network: null,
        since: options.now(),
        place: 0,
        behind: 0,
        raw,
        socket: null,
      });
      raw.on('close', () => leave(seat));
      return seat;
    },
    tell(seat, json) {
      if (seat.place >= 0) write(seat, json);
    },
    tellViewer(matches, json) {
      let text: string | null = null;
      for (const seat of all) {
        if (!seat.viewer || !matches(seat.viewer)) continue;
        text ??= json();
        write(seat, text);
      }
    },
    async broadcast(json) {
      const frame = socketFrame(json);
      const chunk = streamChunk(json);
      const now = options.now();
      // From the end: who leaves meanwhile is replaced by one who has been served, so that nobody is missed.
      for (let place = all.length - 1; place >= 0; place -= 1) {
        if (place % SLICE === 0) await new Promise(setImmediate);
        const seat = all[place];
        if (!seat || !keepsUp(seat, now)) continue;
        seat.raw.write(seat.socket ? frame : chunk);
        written += 1;
      }
    },
    online: () => viewers,
    seats: () => all.length,
    waiting: () => all.reduce((most, seat) => Math.max(most, seat.raw.writableLength), 0),
    figures: () => ({ written, leftOut, dropped }),
    closeLink(linkId) {
      for (const seat of [...all]) if (seat.link === linkId) seat.socket?.close(4403, 'revoked');
    },
    close(code, reason) {
      for (const seat of [...all]) {
        if (seat.socket) seat.socket.close(code, reason);
        else seat.raw.end();
        leave(seat);
      }
    },
  };
}
