// The heart of the live rooms as the other parts see it: events go in and are durable, states and events come out.
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import type { ProductSums, RoomPatch, RoomState } from '../../analysis/core/analysis.contract.ts';
import type { DecodedEvent, GapCause, LiveEvent, Trust } from '../../stream/core/live-event.contract.ts';
import type { ShelfProduct } from '../core/room.contract.ts';

/** Who brings events: the connector's kind and how far it is believed. */
export interface Origin {
  source: string;
  trust: Trust;
}

export interface Accepted {
  taken: number;
  /** Known already by their id. */
  repeated: number;
  /** The events as recorded, in their order; a repeated one is null. */
  events: (LiveEvent | null)[];
}

/** A room with a running show, held in memory by the process that owns it. */
export interface LiveRoom {
  readonly workspaceId: string;
  readonly roomId: string;
  readonly sessionId: string;
  readonly slug: string;
  readonly title: string;
  readonly isSimulated: boolean;
  shelf(): readonly ShelfProduct[];
  /** Newest state; analysis runs in a worker thread, so it is up to a quarter of a second old. */
  state(): RoomState;
  /**
   * Masks, hashes user ids, gives ids and numbers, appends to the journal and resolves when that is on disk (within 200 ms).
   * Analysis and taps hear of the events only then. Rejects when the journal cannot be written: nothing was taken.
   */
  accept(events: readonly DecodedEvent[], origin: Origin): Promise<Accepted>;
  gap(from: number, to: number, cause: GapCause): Promise<void>;
  /** Lines of a source that could not be read: counted in `health.unread`. */
  unread(count: number): void;
  /** Sums by product so far. */
  sums(): Promise<ProductSums[]>;
  /** Called with each patch, at most every 250 ms; returns how to stop. */
  onPatch(listener: (patch: RoomPatch) => void): () => void;
  /** Called with recorded events in their order, after they are durable. */
  onEvents(listener: (events: readonly LiveEvent[]) => void): () => void;
  /** Keyed hash of a platform's or viewer's own id, the same in every event of this workspace. */
  uidOf(source: string, platformUid: string): string;
  db: WorkspaceDb;
}

/** Opened with every room and told everything from the first event on: after a restart the journal is read again with `isReplay`. */
export interface RoomTap {
  name: string;
  /**
   * @param saved what `save` gave at the last checkpoint; then only events after it are told again. Absent after a clean start
   */
  open(room: LiveRoom, saved?: string): TapOfRoom | Promise<TapOfRoom>;
}

export interface TapOfRoom {
  /** In order, durable. While `isReplay` nothing may leave the process (no letters, no cases, no frames). */
  events(events: readonly LiveEvent[], isReplay: boolean): void;
  /** Everything needed to go on from here, as text; a tap without it is told the whole show again. Called between events. */
  save?(): string;
  /** The show ended or the process stops (`isEnd` tells which). */
  close(isEnd: boolean): Promise<void>;
}

export interface LiveHub {
  /** The running room, or null when no show runs or another process owns it. */
  room(workspaceId: string, roomId: string): LiveRoom | null;
  roomBySlug(slug: string): LiveRoom | null;
  rooms(): LiveRoom[];
  /** Opens a show that was just saved; called by the verb after its transaction. */
  open(workspaceId: string, roomId: string): Promise<LiveRoom>;
  end(workspaceId: string, roomId: string): Promise<void>;
  /** Adds a tap before `start`. */
  tap(tap: RoomTap): void;
  /** Told of every room that was opened, once it is whole; what is returned runs before the room is closed. Before `start`. */
  attend(listener: (room: LiveRoom) => () => Promise<void>): void;
  /** Gets the threads ready that `start` will need, so that they load beside everything else that is being opened. */
  warm(): Promise<void>;
  /** Resumes every show that was running: journal read again, the gap of the absence recorded. */
  start(): Promise<void>;
  /** Tells a running room that its shelf, title or picture was changed; called by the verbs after their transaction. */
  refresh(workspaceId: string, roomId: string): Promise<void>;
  /** Waits until everything accepted so far was analysed and its patches were delivered; for tests and the end of a show. */
  settle(): Promise<void>;
  /** Recorded events of any show. */
  journal: JournalReader;
  close(): Promise<void>;
}

/** Recorded events of any show, oldest first, read from its journal (open or archived). */
export interface JournalReader {
  read(workspaceId: string, sessionId: string, from?: { seq: number }): AsyncIterable<LiveEvent[]>;
  /**
   * Events by their ids, in their order.
   * @param near about when they happened, ms: looked through first, without reading the rest
   */
  find(
    workspaceId: string,
    sessionId: string,
    ids: ReadonlySet<string>,
    near?: { from: number; to: number },
  ): Promise<LiveEvent[]>;
}
