// Counts what happens in a room and judges nothing.
import type { Analyser } from '../../../analysis/core/analyser.contract.ts';
import type { RoomState } from '../../../analysis/core/analysis.contract.ts';
import type { AnalysisStart } from './analysis-host.ts';
import { emptyState } from './empty-state.ts';

export function quietAnalyser(start: AnalysisStart): Analyser {
  const state: RoomState = start.saved
    ? (JSON.parse(start.saved) as RoomState)
    : emptyState(start.roomId, start.sessionId, start.startedAt);
  let told = state.version;
  return {
    take(event) {
      state.version += 1;
      state.now = Math.max(state.now, event.ts);
      if (event.type === 'comment') state.figures.session.comments += 1;
      if (event.type === 'room.end') state.endedAt = event.ts;
    },
    setShelf() {},
    setBacklog() {},
    addLosses({ repeated = 0, unread = 0 }) {
      state.health = {
        ...state.health,
        repeated: state.health.repeated + repeated,
        unread: state.health.unread + unread,
      };
      state.version += 1;
    },
    state: () => structuredClone(state),
    patch() {
      if (told === state.version) return null;
      const from = told;
      told = state.version;
      return {
        from,
        to: told,
        now: state.now,
        endedAt: state.endedAt,
        figures: structuredClone(state.figures),
        health: { ...state.health },
      };
    },
    sums: () => [],
    verdict: () => null,
    save: () => JSON.stringify(state),
  };
}
