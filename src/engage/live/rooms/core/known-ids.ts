// Remembers which events a show has already taken: the newest 200,000 of the last ten minutes.

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
  return {
    has: (id) => known.has(id),
    add(id, at) {
      known.set(id, at);
      // Two looks for each addition are enough to never fall behind.
      for (let look = 0; look < 2; look += 1) {
        const oldest = known.entries().next().value;
        if (!oldest || (known.size <= most && oldest[1] >= at - forMs)) return;
        known.delete(oldest[0]);
      }
    },
    forget(ids) {
      for (const id of ids) known.delete(id);
    },
    get size() {
      return known.size;
    },
  };
}
