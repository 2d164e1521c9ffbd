// Where rooms are analysed, seen from the hub: a line of events goes in, patches come out, here or in another thread.
import type { AnalysedProduct, Analyser } from '../../../analysis/core/analyser.contract.ts';
import type { ProductSums, RoomPatch, RoomState } from '../../../analysis/core/analysis.contract.ts';
import { applyPatch } from '../../../analysis/core/patch.contract.ts';
import type { LiveEvent } from '../../../stream/core/live-event.contract.ts';

export interface AnalysisStart {
  roomId: string;
  sessionId: string;
  startedAt: number;
  shelf: readonly AnalysedProduct[];
  saved?: string;
}

/** Makes the analyser of one show. */
export type MakeAnalyser = (start: AnalysisStart) => Analyser;

export interface AnalysisLine {
  /** @param text the same events as lines of JSON, for analysis in another thread */
  send(events: readonly LiveEvent[], text: string): void;
  setShelf(items: readonly AnalysedProduct[]): void;
  addLosses(losses: { repeated?: number; unread?: number }): void;
  /** Events sent that were not taken yet. */
  waiting(): number;
  /** Resolves when fewer than so many wait. */
  room(below: number): Promise<void>;
  state(): RoomState;
  onPatch(listener: (patch: RoomPatch) => void): () => void;
  /** Resolves when everything sent was taken and its patch was delivered. */
  idle(): Promise<void>;
  save(): Promise<string>;
  sums(): Promise<ProductSums[]>;
  close(): void;
}

export interface AnalysisHost {
  open(start: AnalysisStart): Promise<AnalysisLine>;
  /** Begins to load what these rooms will need; waits for nothing. */
  warm(roomIds: readonly string[]): void;
  /** The listener is told when analysis ended by itself: rooms must be opened again. */
  onBroken(listener: () => void): void;
  close(): Promise<void>;
}

/** Patches leave at most this often. */
export const PATCH_EVERY_MS = 250;

/** Analyses in this very thread: for tests, the command line, and machines that allow no threads. */
export function inlineAnalysis(load: () => Promise<MakeAnalyser>): AnalysisHost {
  return {
    open: async (start) => inlineLine((await load())(start)),
    warm() {},
    onBroken() {},
    async close() {},
  };
}

function inlineLine(analyser: Analyser): AnalysisLine {
  const listeners = new Set<(patch: RoomPatch) => void>();
  let state = analyser.state();
  const flush = () => {
    const patch = analyser.patch();
    if (!patch) return;
    state = applyPatch(state, patch);
    for (const listener of listeners) listener(patch);
  };
  const timer = setInterval(flush, PATCH_EVERY_MS);
  timer.unref();
  return {
    send(events) {
      for (const event of events) analyser.take(event);
    },
    setShelf: (items) => analyser.setShelf(items),
    addLosses: (losses) => analyser.addLosses(losses),
    waiting: () => 0,
    room: async () => {},
    state: () => state,
    onPatch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    idle: async () => flush(),
    save: async () => analyser.save(),
    sums: async () => analyser.sums(),
    close() {
      clearInterval(timer);
      listeners.clear();
    },
  };
}
