// Keeps what is remembered from growing without end.

type Remembered<K> = Map<K, unknown> | Set<K>;

/**
 * Where each map or set was left. A fresh iterator would step over every place that was emptied since the map last tidied itself: in one
 * that stands at 200,000 that is milliseconds for each entry. One that is kept goes on where it was, over growth and tidying as well.
 */
const places = new WeakMap<object, Iterator<unknown>>();

/** Forgets what was put first until at most `most` are left. A map or set that puts again what is used forgets the least used first. */
export function keepNewest<K>(kept: Remembered<K>, most: number): void {
  while (kept.size > most) kept.delete(oldestOf(kept));
}

/** Takes the key that was put first, which the caller must delete: it is not told again. @param kept must not be empty */
export function oldestOf<K>(kept: Remembered<K>): K {
  let next = places.get(kept)?.next();
  if (!next || next.done) {
    // The end of a map is the end of its iterator, whatever comes after.
    const place = kept.keys();
    places.set(kept, place);
    next = place.next();
  }
  return next.value as K;
}
