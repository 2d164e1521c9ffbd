// Slows down guessing of one member's password, from however many addresses it comes; kept in memory, forgotten by itself.
import { keepNewest } from '../../../kit/keep-newest.ts';

/** After this many failures within the window an address has to wait. */
export const MAX_FAILURES = 10;
export const FAILURE_WINDOW_MS = 15 * 60_000;

export interface SignInGuard {
  /**
   * Counts a try before it is made, so that many at once cannot slip through.
   * @returns 0 when it may be made, else how long to wait, in ms
   */
  take(name: string, nowMs: number): number;
  /** The password was right: earlier failures are forgotten. */
  clear(name: string): void;
}

interface Tries {
  count: number;
  startedMs: number;
}

/** @param maxNames names remembered at most; the longest unchanged is forgotten first */
export function createSignInGuard(maxNames = 20_000): SignInGuard {
  const tries = new Map<string, Tries>();
  const keyOf = (name: string) => name.trim().toLowerCase();
  return {
    take(name, nowMs) {
      const key = keyOf(name);
      const before = tries.get(key);
      const fresh = !before || nowMs - before.startedMs >= FAILURE_WINDOW_MS;
      const now = fresh ? { count: 0, startedMs: nowMs } : before;
      if (now.count >= MAX_FAILURES) return now.startedMs + FAILURE_WINDOW_MS - nowMs;
      tries.delete(key);
      tries.set(key, { ...now, count: now.count + 1 });
      keepNewest(tries, maxNames);
      return 0;
    },
    clear(name) {
      tries.delete(keyOf(name));
    },
  };
}
