// The heart of the live rooms: opens shows, keeps the ones this process owns, resumes them after a restart.
import sql from 'sql-template-tag';
import type { LiveHub, LiveRoom, RoomTap } from '../hub.types.ts';
import { createJournalReader } from '../journal/read-journal.ts';
import type { HubDeps } from './hub-deps.ts';
import { createOwnership } from './ownership.ts';
import { type OwnedRoom, openShowRoom, type ShowFacts } from './show-room.ts';

/** A room whose owner died is taken over within this. */
const LOOK_EVERY_MS = 5_000;
/** A show that could not be opened is tried again after this. */
const TRY_AGAIN_MS = 60_000;

export function createLiveHub(deps: HubDeps): LiveHub {
  const { database, log } = deps;
  const taps: RoomTap[] = [];
  const listeners: ((room: LiveRoom) => () => Promise<void>)[] = [];
  const leaving = new Map<string, (() => Promise<void>)[]>();
  const owned = new Map<string, Promise<OwnedRoom>>();
  const open = new Map<string, OwnedRoom>();
  const failed = new Map<string, number>();
  let look: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let isClosing = false;
  const place = { database, files: deps.files, dataDir: deps.dataDir };
  /** Closes all rooms and takes again those nobody else has taken meanwhile. */
  const beginAgain = async () => {
    await Promise.all([...owned.keys()].map((roomId) => letGo(roomId, false)));
    if (!isClosing) await resume();
  };
  const again = (why: string) => {
    log.error({ rooms: open.size }, why);
    looking = looking
      .then(beginAgain)
      .catch((error: unknown) => log.error({ error }, 'live rooms could not be opened again'));
  };
  const ownership = createOwnership(database, () => again('the connection that holds the live rooms broke'));
  deps.analysis.onBroken(() => again('the analysis of live rooms broke'));

  async function showsRunning(roomId: string | null): Promise<ShowFacts[]> {
    return database.machine.rows<ShowFacts>(sql`
      SELECT s.workspace_id AS "workspaceId", s.room_id AS "roomId", s.id AS "sessionId", r.slug, r.title,
        r.is_simulated AS "isSimulated", s.started_at AS "startedAt"
      FROM live_shows s JOIN live_rooms r ON r.id = s.room_id
      WHERE s.state = 'live' AND (${roomId}::text IS NULL OR s.room_id = ${roomId ?? ''}) ORDER BY s.id`);
  }

  /** @returns null while another process owns it */
  async function own(facts: ShowFacts): Promise<OwnedRoom | null> {
    const there = owned.get(facts.roomId);
    if (there) return there;
    const opening = (async () => {
      if (!(await ownership.take(facts.roomId))) return null;
      try {
        return await openShowRoom({ ...deps, place, taps }, facts);
      } catch (error) {
        await ownership.release(facts.roomId).catch(() => {});
        throw error;
      }
    })();
    owned.set(facts.roomId, opening as Promise<OwnedRoom>);
    const room = await opening.catch((error: unknown) => {
      owned.delete(facts.roomId);
      throw error;
    });
    if (room) {
      open.set(facts.roomId, room);
      leaving.set(
        facts.roomId,
        listeners.map((listener) => listener(room.room)),
      );
    } else owned.delete(facts.roomId);
    return room;
  }

  async function letGo(roomId: string, isEnd: boolean): Promise<void> {
    const opening = owned.get(roomId);
    if (!opening) return;
    const room = await opening.catch(() => null);
    const goodbyes = leaving.get(roomId) ?? [];
    leaving.delete(roomId);
    for (const goodbye of goodbyes)
      await goodbye().catch((error: unknown) => log.error({ error, roomId }, 'a part of a live room did not leave'));
    open.delete(roomId);
    owned.delete(roomId);
    await room?.close(isEnd);
    await ownership.release(roomId).catch(() => {});
  }

  async function resume(): Promise<void> {
    const from = Date.now() - TRY_AGAIN_MS;
    const shows = (await showsRunning(null)).filter(
      (show) => !owned.has(show.roomId) && (failed.get(show.sessionId) ?? 0) < from,
    );
    await Promise.all(
      shows.map((show) =>
        own(show).catch((error: unknown) => {
          failed.set(show.sessionId, Date.now());
          log.error({ error, show: show.sessionId }, 'a live room could not be resumed');
        }),
      ),
    );
  }

  const roomIn = (workspaceId: string, roomId: string): OwnedRoom | null => {
    const found = open.get(roomId);
    return found?.room.workspaceId === workspaceId ? found : null;
  };

  return {
    room: (workspaceId, roomId) => roomIn(workspaceId, roomId)?.room ?? null,
    roomBySlug(slug) {
      for (const { room } of open.values()) if (room.slug === slug) return room;
      return null;
    },
    rooms: () => [...open.values()].map(({ room }) => room),
    async open(workspaceId, roomId): Promise<LiveRoom> {
      const [facts] = await showsRunning(roomId);
      if (facts?.workspaceId !== workspaceId) throw new Error('no show runs in this room');
      const room = await own(facts);
      if (!room) throw new Error('another process owns this room');
      return room.room;
    },
    async end(workspaceId, roomId) {
      if (roomIn(workspaceId, roomId)) await letGo(roomId, true);
    },
    async refresh(workspaceId, roomId) {
      const found = roomIn(workspaceId, roomId);
      const [facts] = found ? await showsRunning(roomId) : [];
      if (found && facts) await found.refresh(facts);
    },
    tap: (tap) => void taps.push(tap),
    attend: (listener) => void listeners.push(listener),
    async warm() {
      deps.analysis.warm((await showsRunning(null)).map((show) => show.roomId));
    },
    async start() {
      await resume();
      look = setInterval(() => {
        looking = looking
          .then(() => (isClosing ? undefined : resume()))
          .catch((error: unknown) => log.warn({ error }, 'shows could not be looked for'));
      }, LOOK_EVERY_MS);
      look.unref();
    },
    async settle() {
      await Promise.all([...open.values()].map((room) => room.settle()));
    },
    journal: createJournalReader(place),
    async close() {
      isClosing = true;
      clearInterval(look);
      await looking;
      await Promise.all([...owned.keys()].map((roomId) => letGo(roomId, false)));
      await ownership.close();
      await deps.analysis.close();
    },
  };
}
