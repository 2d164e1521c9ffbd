// Holds what the desk knows outside of React: patches are applied here, and only the parts of the screen that changed are told.
import type { RoomState } from '../../analysis/core/analysis.contract.ts';
import { applyPatch } from '../../analysis/core/patch.contract.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import type { DeskBoard, DeskFrame, DeskHistory, DeskRoom } from '../core/desk.contract.ts';

/** `connecting` at first, `open` while news comes, `lost` while it does not, `refused` when it never will. */
export type LineState = 'connecting' | 'open' | 'lost' | 'refused';

export interface DeskParts {
  line: LineState;
  /** `loading` until the first frame, `idle` without a show, `live`, or `ended` while the last state still stands there. */
  show: 'loading' | 'idle' | 'live' | 'ended';
  room: DeskRoom | null;
  shelf: readonly ShelfProduct[];
  board: DeskBoard;
  history: DeskHistory | null;
  /** Targets of deeds on their way. */
  pending: ReadonlySet<string>;
  startedAt: number;
  lines: RoomState['lines'];
  groups: RoomState['groups'];
  alerts: RoomState['alerts'];
  onAir: RoomState['onAir'];
  pulses: RoomState['pulses'];
  words: RoomState['words'];
  buckets: RoomState['buckets'];
  figures: RoomState['figures'] | null;
  health: RoomState['health'] | null;
}
export type DeskPart = keyof DeskParts;

const FROM_STATE = ['lines', 'groups', 'alerts', 'onAir', 'pulses', 'words', 'buckets', 'figures', 'health'] as const;
const EMPTY: DeskParts = {
  line: 'connecting',
  show: 'loading',
  room: null,
  shelf: [],
  board: { queue: [], note: null, countdown: null },
  history: null,
  pending: new Set(),
  startedAt: 0,
  lines: [],
  groups: [],
  alerts: [],
  onAir: null,
  pulses: [],
  words: [],
  buckets: [],
  figures: null,
  health: null,
};
/** Without news event time is not guessed further than this. */
const GUESS_MS = 60_000;

export class DeskStore {
  private readonly parts: DeskParts = { ...EMPTY };
  private readonly watchers = new Map<DeskPart, Set<() => void>>();
  private state: RoomState | null = null;
  private heardAt = 0;
  /** Event time when news came last, ms. */
  private eventTime = 0;
  private readonly ways = new Map<DeskPart, (watcher: () => void) => () => void>();

  get<K extends DeskPart>(part: K): DeskParts[K] {
    return this.parts[part];
  }

  /** The way to listen to one part; the same function every time, as React wants it. */
  listen(part: DeskPart): (watcher: () => void) => () => void {
    let way = this.ways.get(part);
    if (!way) {
      const own = new Set<() => void>();
      this.watchers.set(part, own);
      way = (watcher) => {
        own.add(watcher);
        return () => own.delete(watcher);
      };
      this.ways.set(part, way);
    }
    return way;
  }

  set<K extends DeskPart>(part: K, value: DeskParts[K]): void {
    if (this.parts[part] === value) return;
    this.parts[part] = value;
    for (const watcher of this.watchers.get(part) ?? []) watcher();
  }

  /** Event time now: that of the newest event, gone on by our own clock since it came; in a silent room that of the house. */
  clock(): number {
    if (!this.state) return 0;
    const past = performance.now() - this.heardAt;
    // A line that holds says that nothing was missed: then time goes on, however long nobody speaks.
    const isSure = this.parts.line === 'open' && this.parts.show === 'live';
    return this.eventTime + (isSure ? past : Math.min(GUESS_MS, past));
  }

  /** @returns false when a patch does not follow on what is known, so that the whole state must be asked for */
  receive(frame: DeskFrame): boolean {
    switch (frame.t) {
      case 'state':
        this.set('room', frame.room);
        this.set('shelf', frame.shelf);
        this.set('board', frame.board);
        this.set('history', frame.history);
        this.set('startedAt', frame.state.startedAt);
        this.take(frame.state, frame.at);
        this.set('show', frame.state.endedAt === null ? 'live' : 'ended');
        return true;
      case 'patch': {
        if (!this.state) return false;
        // A patch from before the snapshot says nothing new.
        if (frame.patch.to <= this.state.version) return true;
        if (frame.patch.from !== this.state.version) return false;
        this.take(applyPatch(this.state, frame.patch), frame.at);
        if (frame.patch.endedAt) this.set('show', 'ended');
        return true;
      }
      case 'shelf':
        this.set('shelf', frame.shelf);
        return true;
      case 'board':
        this.set('board', frame.board);
        return true;
      case 'idle':
        // What was seen of an ended show stays until the next begins.
        this.set('show', this.state ? 'ended' : 'idle');
        return true;
      default:
        return true;
    }
  }

  /** @param at time of the house, ms */
  private take(state: RoomState, at: number): void {
    this.state = state;
    this.eventTime = at - state.now > GUESS_MS && state.endedAt === null ? at : state.now;
    this.heardAt = performance.now();
    for (const part of FROM_STATE) this.set(part, state[part]);
  }
}
