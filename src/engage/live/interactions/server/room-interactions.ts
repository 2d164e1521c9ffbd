// The interactions of a running show: takes entries of viewers and of danmaku, writes them down in groups, and answers when they are durable.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { LiveRoom } from '../../rooms/server/door.ts';
import type { DecodedEvent, LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { InteractionView } from '../core/interaction.contract.ts';
import type { EntryAnswer, EntryRefusal } from '../core/interaction-routes.contract.ts';
import { createNetworkRule } from '../core/network-rule.ts';
import type { SavedPlays, ShowPlays, TypedEntry } from './show-plays.ts';

/** Our own room, as the journal names it. */
const OWN = { source: 'own', trust: 'own' } as const;
/** Entries that come within this are written down together. */
const GATHER_MS = 5;
const TELL_EVERY_MS = 250;

export interface ViewerEntry {
  interactionId: string;
  viewer: { uid: string; name: string | null; isSigned?: boolean };
  /** Where he comes from, as `networkOf` names it. */
  network?: string | null;
  /** The message's own name: the same again is the same entry. */
  messageName: string;
  choice?: string;
  answer?: string;
  at: number;
}

export interface RoomInteractions {
  readonly room: LiveRoom;
  readonly plays: ShowPlays;
  views(): readonly InteractionView[];
  /** Resolves when the entry is on disk and counted; rejects when it could not be written. */
  enter(entry: ViewerEntry): Promise<Result<EntryAnswer, EntryRefusal>>;
  /**
   * Whether a line typed in our own room counts as an entry and is one too many of its network; the line then says so in the
   * journal, and its entry is not counted.
   */
  isTypedOver(line: { text: string; viewerUid: string; network: string; at: number }): boolean;
  /** What a viewer has of an interaction. */
  mine(interactionId: string, viewerUid: string): EntryAnswer | null;
  /** Told at most four times a second that something changed; returns how to stop. */
  onChange(listener: () => void): () => void;
  /** Writes an event of ours down. */
  say(event: DecodedEvent): Promise<void>;
  /** Hides every question these asked, for holding personal data. */
  hideWordsOf(uids: ReadonlySet<string>, now: Date): Promise<void>;
  /** Resolves when everything that was entered is on disk. */
  drained(): Promise<void>;
  /** The room's tap. */
  heard(events: readonly LiveEvent[], isReplay: boolean): void;
  changed(): void;
  /** What the tap goes on from after a restart. */
  save(): SavedInteractions;
  close(): void;
}

export interface SavedInteractions {
  v: 1;
  plays: SavedPlays;
  /** Lines that count as entries and whose entry was not on disk yet. */
  typed: TypedEntry[];
}

interface Waiting {
  event: DecodedEvent;
  resolve: (answer: Result<EntryAnswer, EntryRefusal>) => void;
  reject: (error: unknown) => void;
}

/** @param typed lines that were read before a restart and have no entry yet */
export function createRoomInteractions(
  room: LiveRoom,
  plays: ShowPlays,
  typed: readonly TypedEntry[] = [],
): RoomInteractions {
  const waiting = new Map<string, (answer: Result<EntryAnswer, EntryRefusal>) => void>();
  const underWay = new Map<string, Promise<Result<EntryAnswer, EntryRefusal>>>();
  const listeners = new Set<() => void>();
  /** Lines that count as entries and whose entry was not seen yet. */
  const unread = new Map<string, TypedEntry>();
  /** Those left over when the journal was read again are written with the first new event. */
  let isCaughtUp = false;
  const networks = createNetworkRule();
  let gathered: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let teller: NodeJS.Timeout | undefined;
  const flushing = new Set<Promise<void>>();

  const fullId = (id: string) => `own:${room.roomId}:${id}`;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const group = gathered;
    gathered = [];
    if (group.length === 0) return;
    const writing = writeDown(group).finally(() => flushing.delete(writing));
    flushing.add(writing);
  }

  async function writeDown(group: readonly Waiting[]): Promise<void> {
    for (const one of group) waiting.set(fullId(one.event.id!), one.resolve);
    try {
      const accepted = await room.accept(
        group.map((one) => one.event),
        OWN,
      );
      // Known already: it was taken before, and stands as it was counted then.
      accepted.events.forEach((event, at) => {
        const one = group[at]!;
        if (event === null) one.resolve(already(one.event));
      });
    } catch (error) {
      for (const one of group) one.reject(error);
    } finally {
      for (const { event } of group) {
        waiting.delete(fullId(event.id!));
        underWay.delete(event.id!);
      }
    }
  }

  function already(event: DecodedEvent): Result<EntryAnswer, EntryRefusal> {
    const id = 'interactionId' in event ? event.interactionId : '';
    const mine = plays.mine(id, room.uidOf('own', event.user?.uid ?? ''));
    return mine ? ok(mine) : refuse('no_such_interaction');
  }

  /** The same message again, while the first is under way, waits for the same answer. */
  function write(event: DecodedEvent): Promise<Result<EntryAnswer, EntryRefusal>> {
    const known = underWay.get(event.id!);
    if (known) return known;
    const answer = new Promise<Result<EntryAnswer, EntryRefusal>>((resolve, reject) => {
      const end = (given: Result<EntryAnswer, EntryRefusal>) => {
        // Whoever sends it again from now on is told that it is known.
        underWay.delete(event.id!);
        resolve(given);
      };
      gathered.push({ event, resolve: end, reject });
      timer ??= setTimeout(flush, GATHER_MS);
    });
    underWay.set(event.id!, answer);
    return answer;
  }

  /** One more of a network, if he is new: who takes part already changes his vote or asks for his code again. */
  function isOver(interactionId: string, viewerUid: string, network: string, at: number): boolean {
    return !plays.has(interactionId, room.uidOf('own', viewerUid)) && networks.isOver(interactionId, network, at);
  }

  function expect({ comment: { seq, rts, user, uncounted }, ...entry }: TypedEntry): TypedEntry {
    const comment = { seq, rts, ...(user ? { user } : {}), ...(uncounted ? { uncounted } : {}) };
    const kept = { ...entry, comment };
    unread.set(fullId(typedId(entry.interactionId, kept.comment)), kept);
    return kept;
  }
  typed.forEach(expect);
  const forgetTyped = (interactionId: string) => {
    for (const [id, entry] of unread) if (entry.interactionId === interactionId) unread.delete(id);
  };

  function writeTyped({ comment, interactionId, choice, answer }: TypedEntry): void {
    const entry: DecodedEvent = {
      type: 'interaction.entry',
      id: typedId(interactionId, comment),
      ts: comment.rts,
      interactionId,
      by: 'keyword',
      ...(comment.user ? { user: comment.user } : {}),
      ...(comment.uncounted ? { uncounted: comment.uncounted } : {}),
      ...(choice === undefined ? {} : { choice }),
      ...(answer === undefined ? {} : { answer }),
    };
    // Nobody waits for it; a line that could not be written is read again with the journal.
    write(entry).catch(() => {});
  }

  function changed(): void {
    if (listeners.size === 0 || teller) return;
    teller = setTimeout(() => {
      teller = undefined;
      for (const listener of listeners) listener();
    }, TELL_EVERY_MS);
    teller.unref();
  }

  return {
    room,
    plays,
    views: () => plays.views(),
    async enter(entry) {
      const { interactionId, viewer } = entry;
      const own = plays.own(interactionId);
      const draw = plays.draw(interactionId);
      if (!own && !draw) return refuse('no_such_interaction');
      const isOpen = own ? own.row.state === 'open' && !own.tally.isFrozen : draw?.row.state === 'open';
      const taps = draw?.row.rules?.entry.ways.includes('tap') ?? true;
      if (!isOpen) return refuse('late');
      if (!taps) return refuse('no_such_choice');
      const id = `${interactionId}:${viewer.uid}:${entry.messageName}`;
      // The same message again is no further person.
      const isNew = Boolean(entry.network) && !underWay.has(id);
      const over = isNew && isOver(interactionId, viewer.uid, entry.network!, entry.at);
      const answer = await write({
        type: 'interaction.entry',
        id,
        ts: entry.at,
        interactionId,
        by: 'tap',
        user: {
          uid: viewer.uid,
          role: 'viewer',
          ...(viewer.name ? { name: viewer.name } : {}),
          ...(viewer.isSigned ? { signed: true } : {}),
        },
        ...(over ? { uncounted: 'network' as const } : {}),
        ...(entry.choice === undefined ? {} : { choice: entry.choice }),
        ...(entry.answer === undefined ? {} : { answer: entry.answer }),
      });
      if (!answer.ok || !draw) return answer;
      // The receipt is signed here, after the entry is on disk: a receipt for nothing is never given.
      const mine = plays.mine(interactionId, room.uidOf('own', viewer.uid));
      return ok({ ...answer.value, receipt: mine?.receipt ?? null });
    },
    isTypedOver({ text, viewerUid, network, at }) {
      const typed = plays.read({ text, rts: at, seq: 0 });
      // Each of them is asked: a person counts in every one he takes part in.
      return typed.map((one) => isOver(one.interactionId, viewerUid, network, at)).includes(true);
    },
    mine: (interactionId, viewerUid) => plays.mine(interactionId, room.uidOf('own', viewerUid)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async say(event) {
      await room.accept([event], OWN);
    },
    async hideWordsOf(uids, now) {
      for (const { interactionId, kind } of plays.views()) {
        if (kind !== 'qna') continue;
        const asked = plays.own(interactionId)?.tally.questions() ?? [];
        for (const { questionId, askedBy, hidden } of asked) {
          if (hidden || !uids.has(askedBy)) continue;
          const state = `hidden:${questionId}:personal_data`;
          const id = `${state}-${interactionId}`;
          await room.accept([{ type: 'interaction.update', id, ts: now.getTime(), interactionId, kind, state }], OWN);
        }
      }
    },
    async drained() {
      // Only what was entered until now: a busy room is never without entries.
      flush();
      await Promise.all(flushing);
    },
    heard(events, isReplay) {
      if (!isReplay && !isCaughtUp) {
        isCaughtUp = true;
        for (const entry of unread.values()) writeTyped(entry);
      }
      for (const event of events) {
        const answer = plays.take(event);
        if (answer) waiting.get(event.id)?.(answer);
        if (event.type === 'interaction.entry') unread.delete(event.id);
        if (event.type === 'interaction.close') {
          forgetTyped(event.interactionId);
          networks.forget(event.interactionId);
        }
        if (event.type !== 'comment') continue;
        for (const entry of plays.read(event).map(expect)) if (!isReplay) writeTyped(entry);
      }
      changed();
    },
    changed,
    save: () => ({ v: 1, plays: plays.save(), typed: [...unread.values()] }),
    close() {
      clearTimeout(timer);
      clearTimeout(teller);
      for (const one of gathered) one.reject(new Error('the show is over'));
      gathered = [];
    },
  };
}

const typedId = (interactionId: string, comment: { seq: number }) => `kw-${interactionId}-${comment.seq}`;
