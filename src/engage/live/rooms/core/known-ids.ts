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
  // One that goes on where it was: a new one would step over all that was deleted since the map last tidied itself.
  let places = known.entries();
  let oldest: [string, number] | undefined;

  function look(): [string, number] | undefined {
    if (oldest || known.size === 0) return oldest;
    const next = places.next();
    if (!next.done) oldest = next.value;
    else {
      places = known.entries();
      oldest = places.next().value;
    }
    return oldest;
  }

  return {
    has: (id) => known.has(id),
    add(id, at) {
      known.set(id, at);
      // Two looks for each addition are enough to never fall behind.
      for (let times = 0; times < 2; times += 1) {
        const first = look();
        if (!first || (known.size <= most && first[1] >= at - forMs)) return;
        known.delete(first[0]);
        oldest = undefined;
      }
    },
    forget(ids) {
      for (const id of ids) {
        known.delete(id);
        if (oldest?.[0] === id) oldest = undefined;
      }
    },
    get size() {
      return known.size;
    },
  };
}
