// Remembers which events a show has already taken: the newest 200,000 of the last ten minutes.

import { oldestOf } from '../../../../kit/keep-newest.ts';

export const MOST_KNOWN = 200_000;
export const KNOWN_FOR_MS = 10 * 60_000;

export interface KnownIds {
  has(id: string): boolean;
  add(id: string, at: number): void;
  /** Takes back what was added for a group that could not be written. */
  forget(ids: readonly string[]): void;
  readonly size: number;
}

/** Ids in the order in which they came; `at` is when they were received, in milliseconds. */
export function createKnownIds(most = MOST_KNOWN, forMs = KNOWN_FOR_MS): KnownIds {
  const known = new Map<string, number>();
  /** Looked at and not yet forgotten: the kit tells each key once. */
  let oldest: string | undefined;

  return {
    has: (id) => known.has(id),
    add(id, at) {
      known.set(id, at);
      // Two looks for each addition are enough to never fall behind.
      for (let times = 0; times < 2; times += 1) {
        if (known.size === 0) return;
        oldest ??= oldestOf(known);
        if (known.size <= most && known.get(oldest)! >= at - forMs) return;
        known.delete(oldest);
        oldest = undefined;
      }
    },
    forget(ids) {
      for (const id of ids) {
        known.delete(id);
        if (oldest === id) oldest = undefined;
      }
    },
    get size() {
      return known.size;
    },
  };
}
