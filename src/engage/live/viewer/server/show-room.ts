// One running room as its viewers have it: what they see, who they are, and the tick that sends the same frame to all.
import { keepNewest } from '../../../../kit/keep-newest.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import type { LiveRoom } from '../../rooms/server/door.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { type AskBook, createAskBook, type SavedAsks } from '../core/ask-book.ts';
import type { Whisper } from '../core/frame.contract.ts';
import { BYTES_A_SECOND, tickOf } from '../core/pace.ts';
import { createRoomScreen, type Moment, type RoomScreen, type SavedScreen } from '../core/room-screen.ts';
import { type Audience, createAudience, type Seat } from './audience.ts';
import { createEventBatch, type EventBatch } from './event-batch.ts';
import type { RoomPlay } from './play.types.ts';

export interface ShowRoom {
  readonly room: LiveRoom;
  readonly audience: Audience;
  readonly batch: EventBatch;
  readonly asks: AskBook;
  play(): RoomPlay | null;
  take(events: readonly LiveEvent[], isReplay: boolean): void;
  snapshot(): string;
  shelf(): readonly ShelfProduct[];
  isMuted(uid: string): boolean;
  hiddenByReason(): Record<string, number>;
  /** Resolves at the next frame, or after so long. */
  nextFrame(waitMs: number): Promise<void>;
  version(): number;
  figures(): ShowFigures;
  /** Everything needed to go on after a restart, as text. */
  save(): string;
  close(isEnd: boolean): Promise<void>;
}

export interface ShowFigures {
  online: number;
  enters: number;
  leaves: number;
  /** Summed over all visits, those that go on included. */
  watchMs: number;
  frames: number;
  bytes: number;
  written: number;
  leftOut: number;
  dropped: number;
}

export interface ShowRoomOptions {
  room: LiveRoom;
  now: () => number;
  random: () => number;
  play: () => RoomPlay | null;
  hear: (show: ShowRoom, seat: Seat, text: string) => void;
  /** What `save` gave at the last checkpoint. */
  saved?: string | undefined;
}

interface Saved {
  screen: SavedScreen;
  asks: SavedAsks;
  senders: [string, string][];
  muted: string[];
  enters: number;
  leaves: number;
  watchedMs: number;
}

const COUNT_MS = 10_000;
const WATCH_MS = 60_000;
const REMEMBERED_SENDERS = 3_000;

export function openShowRoom(options: ShowRoomOptions): ShowRoom {
  const { room, now } = options;
  const saved = options.saved ? (JSON.parse(options.saved) as Saved) : null;
  const screen: RoomScreen = createRoomScreen(
    { slug: room.slug, title: room.title, startedAt: room.state().startedAt, isSimulated: room.isSimulated },
    options.random,
    saved?.screen,
  );
  const asks = createAskBook(saved?.asks);
  const batch = createEventBatch(room);
  const senders = new Map<string, string>(saved?.senders);
  const muted = new Set<string>(saved?.muted);
  const waiting = new Set<() => void>();
  let enters = saved?.enters ?? 0;
  let leaves = saved?.leaves ?? 0;
  let watchedMs = saved?.watchedMs ?? 0;
  let sinceSum = 0;
  let frames = 0;
  let bytes = 0;
  let spare = BYTES_A_SECOND;
  let version = 0;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let counted = { at: 0, online: 0, watchAt: now(), watchMs: 0 };
  let ticking: Promise<void> = Promise.resolve();

  const audience = createAudience({
    now,
    onMessage: (seat, text) => options.hear(show, seat, text),
    onLeave(seat) {
      if (!seat.viewer) return;
      leaves += 1;
      watchedMs += now() - seat.since;
      sinceSum -= seat.since;
      if (!isClosed)
        void note({ type: 'viewer.leave', id: `${seat.viewer.uid}:out:${now()}`, user: { uid: seat.viewer.uid } });
    },
    snapshot: () => show.snapshot(),
  });
  const { seatSocket, seatStream } = audience;
  const entered = (seat: Seat) => {
    if (!seat.viewer) return seat;
    enters += 1;
    sinceSum += seat.since;
    const { uid, name } = seat.viewer;
    void note({ type: 'viewer.enter', id: `${uid}:in:${seat.since}`, user: { uid, ...(name ? { name } : {}) } });
    return seat;
  };
  audience.seatSocket = (...of) => entered(seatSocket(...of));
  audience.seatStream = (...of) => entered(seatStream(...of));

  /** Counting must not fail a visit. */
  function note(event: Record<string, unknown> & { type: string }): Promise<unknown> {
    return batch.add({ ts: now(), ...event } as never).catch(() => null);
  }

  function moment(): Moment {
    const online = audience.online();
    const tick = tickOf(online);
    const at = now();
    const interactions = options.play()?.views() ?? [];
    return { now: at, online, tick, bytes: spare, shelf: room.shelf(), interactions };
  }

  async function tick(): Promise<void> {
    const here = moment();
    spare = Math.min(BYTES_A_SECOND * 2, spare + (BYTES_A_SECOND * here.tick) / 1000);
    const frame = screen.frame({ ...here, bytes: spare });
    if (frame) {
      const json = JSON.stringify(frame);
      version = frame.n;
      frames += 1;
      const size = Buffer.byteLength(json) + 4;
      bytes += size;
      spare = Math.max(0, spare - size);
      await audience.broadcast(json);
      for (const wake of waiting) wake();
      waiting.clear();
    }
    count(here);
  }

  function count(here: Moment): void {
    if (here.now - counted.at >= COUNT_MS && (here.online !== counted.online || here.online > 0)) {
      counted = { ...counted, at: here.now, online: here.online };
      void note({ type: 'viewer.count', id: `count:${here.now}`, online: here.online, cumulative: enters });
    }
    if (here.now - counted.watchAt >= WATCH_MS) {
      counted.watchAt = here.now;
      const { watchMs } = show.figures();
      // A room nobody watches has nothing to write down.
      if (watchMs === counted.watchMs) return;
      counted.watchMs = watchMs;
      void note({ type: 'system', id: `watch:${here.now}`, name: 'watch', data: { watchMs, visits: enters } });
    }
  }

  function again(): void {
    if (isClosed) return;
    const started = performance.now();
    ticking = tick().finally(() => {
      if (isClosed) return;
      timer = setTimeout(again, Math.max(10, tickOf(audience.online()) - (performance.now() - started)));
      // Viewers keep the process alive by their connections; a room without any must not.
      timer.unref();
    });
  }

  function takeOwn(event: LiveEvent, isReplay: boolean): void {
    if (event.type === 'comment' || event.type === 'question') {
      if (event.user?.uid) senders.set(event.id, event.user.uid);
      keepNewest(senders, REMEMBERED_SENDERS);
    } else if (event.type === 'viewer.count' && isReplay) {
      // Whoever was here before the restart is not here now, and that is worth a count.
      counted.online = event.online ?? counted.online;
    } else if (event.type === 'moderation.action' && event.action === 'mute') {
      muted.add(senders.get(event.targetId) ?? event.targetId);
    } else if (event.type === 'moderation.action' && event.action === 'restore') {
      muted.delete(senders.get(event.targetId) ?? event.targetId);
    } else if (event.type === 'host.answer' && event.groupId) {
      const title =
        asks.titleOf(event.groupId) ?? room.state().groups.find((one) => one.groupId === event.groupId)?.title;
      screen.answered(title ?? '', event.text);
      const told = asks.answer(event.groupId, event.text);
      if (isReplay) return;
      for (const { uid, ask } of told) {
        const whisper: Whisper = { told: ask };
        audience.tellViewer(
          (viewer) => room.uidOf('own', viewer.uid) === uid,
          () => JSON.stringify(whisper),
        );
      }
    }
  }

  const stopPatches = room.onPatch((patch) => {
    asks.learn(patch.lines?.put ?? [], patch.groups?.put ?? []);
    for (const line of patch.lines?.put ?? []) if (line.hidden) screen.hide(line.eventId, line.hidden);
  });

  const show: ShowRoom = {
    room,
    audience,
    batch,
    asks,
    play: options.play,
    take(events, isReplay) {
      screen.take(events, isReplay);
      asks.take(events);
      for (const event of events) takeOwn(event, isReplay);
    },
    snapshot: () => JSON.stringify(screen.snapshot(moment())),
    shelf: () => room.shelf(),
    isMuted: (uid) => muted.has(uid),
    hiddenByReason: () => screen.hiddenByReason(),
    nextFrame: (waitMs) =>
      new Promise((done) => {
        const wake = () => {
          clearTimeout(limit);
          waiting.delete(wake);
          done();
        };
        const limit = setTimeout(wake, waitMs);
        waiting.add(wake);
      }),
    version: () => version,
    figures: () => ({
      online: audience.online(),
      enters,
      leaves,
      watchMs: watchedMs + audience.online() * now() - sinceSum,
      frames,
      bytes,
      ...audience.figures(),
    }),
    save() {
      const { watchMs } = show.figures();
      const kept: Saved = {
        screen: screen.save(),
        asks: asks.save(),
        senders: [...senders],
        muted: [...muted],
        enters,
        leaves: enters,
        watchedMs: watchMs,
      };
      return JSON.stringify(kept);
    },
    async close(isEnd) {
      clearTimeout(timer);
      stopPatches();
      await ticking;
      if (isEnd) {
        screen.end();
        await tick();
      }
      isClosed = true;
      clearTimeout(timer);
      for (const wake of waiting) wake();
      // 4000: the show is over; 1012: the process stops and will be back (RFC 6455's registry).
      audience.close(isEnd ? 4000 : 1012, isEnd ? 'ended' : 'restart');
      await batch.close();
    },
  };
  timer = setTimeout(again, tickOf(0));
  timer.unref();
  return show;
}
