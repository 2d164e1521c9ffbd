// Keeps what is remembered from growing without end.

interface Remembered<K> {
  readonly size: number;
  keys(): Iterator<K, unknown>;
  delete(key: K): boolean;
}

/** Forgets what was put first until at most `most` are left. A map or set that puts again what is used forgets the least used first. */
export function keepNewest<K>(kept: Remembered<K>, most: number): void {
  while (kept.size > most) kept.delete(kept.keys().next().value as K);
}
