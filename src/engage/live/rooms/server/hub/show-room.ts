// A room with a running show: opened from its journal, fed through its gate, heard by analysis, taps and listeners.
import type { RoomPatch } from '../../../analysis/core/analysis.contract.ts';
import type { LiveEvent } from '../../../stream/core/live-event.contract.ts';
import { createKnownIds, MOST_KNOWN } from '../../core/known-ids.ts';
import type { ShelfProduct } from '../../core/room.contract.ts';
import { createProductBook } from '../gate/product-finder.ts';
import { createRoomGate } from '../gate/room-gate.ts';
import type { LiveRoom, RoomTap, TapOfRoom } from '../hub.types.ts';
import { journalFolder } from '../journal/journal-folder.ts';
import { type JournalPlace, lastSeqOf, readBatches } from '../journal/read-journal.ts';
import { mendJournal, openJournal } from '../journal/show-journal.ts';
import { readProductNames, readShelf } from '../room.reads.ts';
import { saveShowProgress } from '../room.store.ts';
import type { AnalysisHost } from './analysis-host.ts';
import { aliveUntil, dropCheckpoint, markAlive, readCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { createCommitQueue } from './commit-queue.ts';
import type { HubDeps } from './hub-deps.ts';
import { analysedOf, OWN, shelfEvent } from './shelf-event.ts';

export interface ShowFacts {
  workspaceId: string;
  roomId: string;
  sessionId: string;
  slug: string;
  title: string;
  isSimulated: boolean;
  startedAt: Date;
}

export interface OwnedRoom {
  room: LiveRoom;
  refresh(facts: Pick<ShowFacts, 'title' | 'slug'>): Promise<void>;
  settle(): Promise<void>;
  /** Waits for what was accepted, writes the last checkpoint and closes everything. */
  close(isEnd: boolean): Promise<void>;
}

const CHECKPOINT_EVERY_MS = 15_000;
/** Beyond so many events waiting for the analysis, callers wait too. */
const MOST_WAITING = 100_000;
/** A shorter absence is not worth a shade on a chart. */
const LEAST_GAP_MS = 1_000;

export async function openShowRoom(
  deps: HubDeps & { place: JournalPlace; analysis: AnalysisHost; taps: readonly RoomTap[] },
  facts: ShowFacts,
): Promise<OwnedRoom> {
  const { workspaceId, roomId, sessionId } = facts;
  const { log } = deps;
  const now = () => deps.now().getTime();
  const db = deps.database.workspace(workspaceId);
  const folder = journalFolder(deps.dataDir, workspaceId, sessionId);
  const journalDeps = {
    db,
    files: deps.files,
    log,
    now: deps.now,
    ...(deps.turnAtBytes ? { turnAtBytes: deps.turnAtBytes } : {}),
  };
  const torn = await mendJournal(journalDeps, folder, sessionId);
  let shelf = await db.read((tx) => readShelf(tx, roomId));
  const names = await db.read((tx) => readProductNames(tx));
  const book = createProductBook({ db, names, shelf, now: deps.now });
  const written = await readCheckpoint(folder);
  // One that knows more than the journal was brought back beside an older one: numbers would be given a second time.
  const checkpoint = written && written.seq <= (await lastSeqOf(deps.place, workspaceId, sessionId)) ? written : null;
  const begin = {
    roomId,
    sessionId,
    startedAt: facts.startedAt.getTime(),
    shelf: shelf.map(analysedOf),
  };
  let analysed = checkpoint?.seq ?? 0;
  const line = await deps.analysis
    .open({ ...begin, ...(checkpoint ? { saved: checkpoint.analysis } : {}) })
    .catch((error: unknown) => {
      if (!checkpoint) throw error;
      // Written by an older version: the journal tells it all again.
      log.warn({ error, sessionId }, 'the checkpoint of a live room was not taken');
      analysed = 0;
      return deps.analysis.open(begin);
    });
  const gates = new Map<string, ReturnType<typeof createRoomGate>>();
  const gateOf = (source: string) => {
    let gate = gates.get(source);
    if (!gate) {
      gate = createRoomGate({ sealer: deps.sealer, workspaceId, roomId, sessionId, find: book.finder(source) });
      gates.set(source, gate);
    }
    return gate;
  };
  const heard = new Set<(events: readonly LiveEvent[]) => void>();
  const known = createKnownIds();
  let title = facts.title;
  let slug = facts.slug;
  const watchers = new Set<(patch: RoomPatch) => void>();
  const stopPatches = line.onPatch((patch) => {
    for (const watcher of watchers) guarded(() => watcher(patch));
  });

  function guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      log.error({ error, sessionId }, 'a listener of a live room failed');
    }
  }

  const journal = openJournal(journalDeps, folder, sessionId);
  const taps: { name: string; of: TapOfRoom; fromSeq: number }[] = [];
  let isOpen = true;
  const room: LiveRoom = {
    workspaceId,
    roomId,
    sessionId,
    get slug() {
      return slug;
    },
    get title() {
      return title;
    },
    isSimulated: facts.isSimulated,
    shelf: () => shelf,
    state: () => line.state(),
    sums: () => line.sums(),
    async accept(events, origin) {
      if (!isOpen) throw new Error('the show is over');
      await book.learn(events, origin.source);
      return queue.add(gateOf(origin.source).prepare(events, origin));
    },
    async gap(from, to, cause) {
      await room.accept([{ type: 'room.gap', from, to, cause, ts: to, id: `gap-${cause}-${from}-${to}` }], OWN);
    },
    unread: (count) => line.addLosses({ unread: count }),
    onPatch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    onEvents(listener) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    uidOf: (source, platformUid) => gateOf(source).uidOf(source, platformUid),
    db,
  };

  for (const tap of deps.taps) {
    const saved = checkpoint?.taps[tap.name];
    const opened = saved === undefined ? null : await goOn(tap, saved);
    taps.push({ name: tap.name, of: opened ?? (await tap.open(room)), fromSeq: opened ? checkpoint!.seq + 1 : 1 });
  }

  /** Null when the part cannot read what it saved, as after an update: then it is told the whole show again. */
  async function goOn(tap: RoomTap, saved: string): Promise<TapOfRoom | null> {
    try {
      return await tap.open(room, saved);
    } catch (error) {
      log.warn({ error, sessionId, tap: tap.name }, 'the checkpoint of a part of a live room was not taken');
      return null;
    }
  }

  const last = await replay();
  const queue = createCommitQueue({
    journal,
    known,
    lastSeq: last.seq,
    now,
    deliver(events, text) {
      guarded(() => line.send(events, text));
      for (const { of } of taps) guarded(() => of.events(events, false));
      for (const listener of heard) guarded(() => listener(events));
    },
    repeated: (repeated) => line.addLosses({ repeated }),
    ready: () => line.room(MOST_WAITING),
  });

  /** Tells analysis, taps and the memory of ids what they missed. */
  async function replay(): Promise<{ seq: number; at: number }> {
    const count = { unread: 0 };
    const first = Math.min(analysed + 1, ...taps.map((tap) => tap.fromSeq));
    // Ids are remembered from before the checkpoint as well.
    const from = Math.max(1, Math.min(first, analysed - MOST_KNOWN / 4));
    let seq = 0;
    let at = 0;
    for await (const batch of readBatches(deps.place, workspaceId, sessionId, from, count)) {
      for (const event of batch.events) known.add(event.id, event.rts);
      seq = batch.events.at(-1)!.seq;
      at = batch.events.at(-1)!.rts;
      const missed = batch.events.filter((event) => event.seq > analysed);
      if (missed.length > 0) {
        await line.room(MOST_WAITING);
        line.send(missed, missed.length === batch.events.length ? batch.text : linesOf(missed));
      }
      for (const tap of taps) {
        const untold = batch.events.filter((event) => event.seq >= tap.fromSeq);
        if (untold.length > 0) guarded(() => tap.of.events(untold, true));
      }
    }
    if (torn > 0 || count.unread > 0) {
      const lost = { sessionId, tornBytes: torn, unreadLines: count.unread };
      log.warn(lost, 'a live journal was cut after its last whole line');
      line.addLosses({ unread: count.unread + (torn > 0 ? 1 : 0) });
    }
    await line.idle();
    return { seq, at };
  }

  let saving: Promise<void> = Promise.resolve();
  let savedSeq = -1; // Written once in any case: a tap may be new, or the analysis have begun anew.
  /** The lines sent and what the taps were told agree at the moment of the call, because both happen in one turn. */
  function save(): Promise<void> {
    const seq = queue.lastSeq;
    if (seq === savedSeq) return saving;
    savedSeq = seq;
    const saved: Record<string, string> = {};
    for (const { name, of } of taps) {
      guarded(() => {
        const text = of.save?.();
        if (text !== undefined) saved[name] = text;
      });
    }
    const analysis = line.save();
    saving = saving
      .then(async () => {
        await saveCheckpoint(folder, { seq, analysis: await analysis, taps: saved });
        await saveProgress();
      })
      .catch((error: unknown) => log.error({ error, sessionId }, 'a live room could not write its checkpoint'));
    return saving;
  }

  async function saveProgress(): Promise<void> {
    const state = line.state();
    await db.write((tx) =>
      saveShowProgress(tx, sessionId, {
        events: queue.lastSeq,
        comments: state.figures.session.comments,
        completeness: state.health.completeness,
        lastEventAt: queue.lastSeq > 0 ? new Date(state.now) : null,
      }),
    );
  }

  const live = () => save().then(() => markAlive(folder, now()));
  const timer = setInterval(() => void live(), deps.checkpointMs ?? CHECKPOINT_EVERY_MS).unref();
  const settle = async () => {
    await queue.drained();
    await line.idle();
  };

  if (last.seq === 0) {
    const at = facts.startedAt.getTime();
    await room.accept([{ type: 'room.start', title, ts: at, id: `start-${sessionId}` }, shelfEvent(shelf, at)], OWN);
  } else {
    const until = Math.max(last.at, await aliveUntil(folder));
    if (now() - until >= LEAST_GAP_MS) await room.gap(until, now(), 'restart');
    // A process that dies again and again goes on from here, not from where the first one began.
    if (last.seq > analysed) void save();
  }

  return {
    room,
    settle,
    async refresh(changed) {
      title = changed.title;
      slug = changed.slug;
      const next: ShelfProduct[] = await db.read((tx) => readShelf(tx, roomId));
      if (JSON.stringify(next) === JSON.stringify(shelf)) return;
      shelf = next;
      book.setShelf(shelf);
      line.setShelf(shelf.map(analysedOf));
      await room.accept([shelfEvent(shelf, now())], OWN);
    },
    async close(isEnd) {
      clearInterval(timer);
      if (isEnd) {
        await room.accept([{ type: 'room.end', ts: now(), id: `end-${sessionId}` }], OWN);
        await settle();
      } else await queue.drained();
      isOpen = false;
      if (isEnd) await Promise.all([saveProgress(), saving]);
      else await live();
      for (const { of } of taps) {
        await of
          .close(isEnd)
          .catch((error: unknown) => log.error({ error, sessionId }, 'a part of a live room did not close'));
      }
      await queue.drained();
      await journal.close(isEnd);
      if (isEnd) await dropCheckpoint(folder);
      stopPatches();
      line.close();
      watchers.clear();
      heard.clear();
    },
  };
}

const linesOf = (events: readonly LiveEvent[]) => events.map((event) => `${JSON.stringify(event)}\n`).join('');
