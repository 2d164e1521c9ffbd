// One ticking clock for everything on screen that counts, so that a thousand badges cost one timer.
import { useSyncExternalStore } from 'react';
import { houseNow } from './client/house-clock.ts';

type Beat = 'second' | 'minute';
const LENGTH_MS: Record<Beat, number> = { second: 1000, minute: 30_000 };

function beatOf(lengthMs: number) {
  const watchers = new Set<() => void>();
  let now = houseNow();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    subscribe(watcher: () => void) {
      watchers.add(watcher);
      if (watchers.size === 1) {
        now = houseNow();
        timer = setInterval(() => {
          now = houseNow();
          for (const one of watchers) one();
        }, lengthMs);
      }
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0) clearInterval(timer);
      };
    },
    read: () => now,
  };
}

const beats = { second: beatOf(LENGTH_MS.second), minute: beatOf(LENGTH_MS.minute) };

/** The time of the house in ms, renewed every second or every half minute while mounted. */
export function useNow(beat: Beat = 'minute'): number {
  return useSyncExternalStore(beats[beat].subscribe, beats[beat].read);
}
