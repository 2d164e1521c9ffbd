// Chance that falls the same way for the same seed: for training, simulations and demo stories, never for secrets.

/** Numbers in [0, 1) that depend on the seed alone (mulberry32, T. Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Anything whose places can be read and written: lists and typed arrays. */
interface Places<T> {
  readonly length: number;
  [at: number]: T;
}

/** Mixes the order in place (Fisher-Yates). @param random numbers in [0, 1), as from {@link seeded}. */
export function shuffle<T>(order: Places<T>, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
}

/** A mixed copy that depends on the seed alone. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const copy = [...items];
  shuffle(copy, seeded(seed));
  return copy;
}
