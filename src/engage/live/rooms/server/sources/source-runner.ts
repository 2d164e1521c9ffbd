// Runs the sources of shows that are on: opens those that we call, tells the database how they fare, stops them with the show.
import type { Database } from '../../../../../platform/database/database.ts';
import type { Log } from '../../../../../platform/log/log.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import type { ConnectorIo, RunningConnector } from '../../../connectors/core/connector.contract.ts';
import type { SourceState } from '../../../connectors/core/source.contract.ts';
import { connectorOf } from '../../../connectors/server/door.ts';
import type { LiveRoom } from '../hub.types.ts';
import { guardedFetch, guardedSocket } from './guarded-io.ts';
import { listSources } from './source.reads.ts';
import { noteSource, resetCounts, type SourceNote, type SourceRow } from './source.store.ts';
import { settingsOf } from './source-secrets.ts';

export interface SourceRunner {
  /** Hand to `hub.attend`. */
  attend(room: LiveRoom): () => Promise<void>;
  /** A source of this room was added, changed or removed. */
  refresh(roomId: string): Promise<void>;
  /** A pushed call of this source was taken, or refused with a reason. */
  pushed(room: LiveRoom, sourceId: string, note: { events: number; unread: number; refused?: string }): void;
}

export interface RunnerDeps {
  database: Database;
  sealer: Sealer;
  log: Log;
  now: () => Date;
  privateHosts: readonly string[];
  /** Tests hand in recorded traffic. */
  io?: Pick<ConnectorIo, 'fetch' | 'socket'>;
}

const NOTE_EVERY_MS = 5_000;

interface Running {
  mark: string;
  connector: RunningConnector;
}

interface Attended {
  room: LiveRoom;
  running: Map<string, Running>;
  notes: Map<string, SourceNote>;
  turn: Promise<void>;
  isOver: boolean;
}

export function createSourceRunner(deps: RunnerDeps): SourceRunner {
  const attended = new Map<string, Attended>();
  const reach = deps.io ?? { fetch: guardedFetch(deps.privateHosts), socket: guardedSocket(deps.privateHosts) };

  function noteOf(show: Attended, sourceId: string): SourceNote {
    let note = show.notes.get(sourceId);
    if (!note) {
      note = { events: 0, unread: 0, lastEventAt: null };
      show.notes.set(sourceId, note);
    }
    return note;
  }

  function ioOf(show: Attended, row: SourceRow): ConnectorIo {
    const { room } = show;
    const trust = connectorOf(row.kind)!.manifest.trust;
    return {
      ...reach,
      async emit(events, unread = 0) {
        if (unread > 0) room.unread(unread);
        const { taken } = await room.accept(events, { source: row.kind, trust });
        const note = noteOf(show, row.id);
        note.events += taken;
        note.unread += unread;
        if (taken > 0) note.lastEventAt = deps.now();
      },
      gap(from, to, cause) {
        room
          .gap(from, to, cause)
          .catch((error: unknown) => deps.log.error({ error }, 'a gap could not be written down'));
      },
      state(state, detail) {
        const note = noteOf(show, row.id);
        note.state = state as SourceState;
        note.detail = detail?.slice(0, 200) ?? null;
        void save(show);
      },
      now: () => deps.now().getTime(),
    };
  }

  async function save(show: Attended): Promise<void> {
    const notes = [...show.notes].filter(([, note]) => note.state !== undefined || note.events > 0 || note.unread > 0);
    if (notes.length === 0) return;
    show.notes = new Map();
    await show.room.db
      .write(async (tx) => {
        for (const [sourceId, note] of notes) await noteSource(tx, sourceId, note);
      })
      .catch((error: unknown) => deps.log.error({ error }, 'the state of a source could not be saved'));
  }

  /** Opens what should run and does not, stops what runs and should not. */
  async function arrange(show: Attended): Promise<void> {
    const rows = show.isOver ? [] : await show.room.db.read((tx) => listSources(tx, show.room.roomId));
    const wanted = new Map(
      rows.filter((row) => row.is_on && connectorOf(row.kind)?.open !== undefined).map((row) => [row.id, row]),
    );
    for (const [sourceId, { mark, connector }] of show.running) {
      const row = wanted.get(sourceId);
      if (row && markOf(row) === mark) continue;
      show.running.delete(sourceId);
      await connector.stop().catch((error: unknown) => deps.log.warn({ error, sourceId }, 'a source did not stop'));
    }
    for (const row of wanted.values()) {
      if (show.running.has(row.id)) continue;
      const settings = settingsOf(deps.sealer, row);
      const io = ioOf(show, row);
      if (!settings) {
        io.state('failed', 'bad_settings');
        continue;
      }
      io.state('connecting');
      show.running.set(row.id, { mark: markOf(row), connector: connectorOf(row.kind)!.open!(settings as never, io) });
    }
  }

  const turn = (show: Attended) => {
    show.turn = show.turn
      .then(() => arrange(show))
      .catch((error: unknown) =>
        deps.log.error({ error, roomId: show.room.roomId }, 'sources of a room could not be opened'),
      );
    return show.turn;
  };

  return {
    attend(room) {
      const show: Attended = { room, running: new Map(), notes: new Map(), turn: Promise.resolve(), isOver: false };
      attended.set(room.roomId, show);
      const timer = setInterval(() => void save(show), NOTE_EVERY_MS);
      timer.unref();
      if (room.state().figures.session.comments === 0) {
        show.turn = room.db.write((tx) => resetCounts(tx, room.roomId));
      }
      void turn(show);
      return async () => {
        clearInterval(timer);
        show.isOver = true;
        await turn(show);
        attended.delete(room.roomId);
        for (const row of await room.db.read((tx) => listSources(tx, room.roomId)))
          if (row.is_on && row.state !== 'failed')
            Object.assign(noteOf(show, row.id), { state: 'waiting', detail: 'no_show' });
        await save(show);
      };
    },
    async refresh(roomId) {
      const show = attended.get(roomId);
      if (show) await turn(show);
    },
    pushed(room, sourceId, { events, unread, refused }) {
      const show = attended.get(room.roomId);
      if (!show) return;
      const note = noteOf(show, sourceId);
      note.events += events;
      note.unread += unread;
      note.state = refused ? 'failed' : 'open';
      note.detail = refused ?? null;
      if (events > 0) note.lastEventAt = deps.now();
    },
  };
}

/** A source is opened anew when any of this changes. */
const markOf = (row: SourceRow) => JSON.stringify([row.kind, row.settings, row.secrets_sealed]);
