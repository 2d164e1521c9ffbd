// Keeps a list still while somebody looks at it or points at it: what stands there may change its values, never its place.

/**
 * Order of a queue that is re-sorted only now and then: who stands there stays, who is new stands behind,
 * who left makes room.
 * @param order keys as they stand
 * @param sorted keys as they should stand
 * @param maySort whether it is time to sort again
 */
export function steadyOrder(order: readonly string[], sorted: readonly string[], maySort: boolean): readonly string[] {
  if (maySort) return same(order, sorted) ? order : sorted;
  const alive = new Set(sorted);
  const kept = order.filter((key) => alive.has(key));
  const known = new Set(kept);
  const next = [...kept, ...sorted.filter((key) => !known.has(key))];
  return same(order, next) ? order : next;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, at) => key === other[at]);
}

/** A hand needs so long between seeing and pressing. */
export const HAND_MS = 250;

/** Remembers what stood at each place, so that a key means what was seen when the hand set out. */
export class SeenPlaces {
  private past: { at: number; keys: readonly string[] }[] = [];

  /** What stands there from `at` on. */
  show(keys: readonly string[], at: number): void {
    if (this.past.at(-1)?.keys === keys) return;
    this.past.push({ at, keys });
    while (this.past.length > 1 && this.past[1]!.at <= at - HAND_MS) this.past.shift();
  }

  /** @returns the key at a place (0-based) as it was seen before the hand moved; undefined when it is gone or nothing stood there */
  meant(place: number, at: number): string | undefined {
    const seen = this.past.findLast((one) => one.at <= at - HAND_MS) ?? this.past[0];
    const key = seen?.keys[place];
    return key !== undefined && this.past.at(-1)?.keys.includes(key) ? key : undefined;
  }
}
