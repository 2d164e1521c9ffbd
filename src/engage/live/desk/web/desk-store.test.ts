// The clock of the desk: event time while people speak, that of the house while nobody does, and no guess once the line is lost.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomState } from '../../analysis/core/analysis.contract.ts';
import type { DeskFrame } from '../core/desk.contract.ts';
import { DeskStore } from './desk-store.ts';

const NOW = 1_800_000_000_000;

function opened(state: Partial<RoomState>, at = NOW): DeskStore {
  const store = new DeskStore();
  const parts = { startedAt: NOW - 3_600_000, endedAt: null, version: 1, now: NOW, ...state };
  store.receive({
    t: 'state',
    at,
    state: parts,
    shelf: [],
    room: null,
    board: null,
    history: null,
  } as never as DeskFrame);
  store.set('line', 'open');
  return store;
}

describe('the clock of the desk', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes on from the newest event', () => {
    const store = opened({ now: NOW - 4000 });
    expect(store.clock()).toBe(NOW - 4000);
    vi.advanceTimersByTime(3000);
    expect(store.clock()).toBe(NOW - 1000);
  });

  it('does not stop in a room where nobody speaks', () => {
    const store = opened({ now: NOW - 600_000 });
    expect(store.clock()).toBe(NOW);
    vi.advanceTimersByTime(300_000);
    expect(store.clock()).toBe(NOW + 300_000);
  });

  it('guesses a minute at most once the line is lost', () => {
    const store = opened({});
    store.set('line', 'lost');
    vi.advanceTimersByTime(300_000);
    expect(store.clock()).toBe(NOW + 60_000);
  });

  it('stands still where the show has ended', () => {
    const store = opened({ now: NOW - 600_000, endedAt: NOW - 600_000 });
    expect(store.clock()).toBe(NOW - 600_000);
  });
});
