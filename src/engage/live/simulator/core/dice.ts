// Dice of a simulated show: the same seed throws the same numbers, and each concern has dice of its own.
import { fnv1a } from '../../../../kit/hash.ts';
import { seeded } from '../../../../kit/seeded.ts';

export interface Dice {
  /** 0 ≤ x < 1. */
  roll(): number;
  luck(chance: number): boolean;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** Standard normal (Box & Muller 1958). */
  normal(): number;
  /** Waiting time with this mean. */
  wait(mean: number): number;
  poisson(mean: number): number;
  /** Mean 1, variance 1 / shape (Marsaglia & Tsang 2000). */
  gamma(shape: number): number;
  fork(name: string): Dice;
}

export function createDice(seed: number): Dice {
  const roll = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll());
  const poisson = (mean: number) => {
    if (mean <= 0) return 0;
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = roll(); product > limit; product *= roll()) count += 1;
    return count;
  };
  const gamma = (shape: number) => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - roll()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
    }
  };
  return {
    roll,
    luck: (chance) => roll() < chance,
    whole: (from, to) => from + Math.floor(roll() * (to - from + 1)),
    between: (from, to) => from + roll() * (to - from),
    pick: (from) => from[Math.floor(roll() * from.length)]!,
    normal,
    wait: (mean) => -Math.log(1 - roll()) * mean,
    poisson,
    gamma,
    fork: (name) => createDice(fnv1a(`${seed}/${name}`)),
  };
}

/** Draws by weight in one throw (Vose 1991), for choices made a million times. */
export function aliasTable<T>(things: readonly T[], weights: readonly number[]): (dice: Dice) => T {
  const count = things.length;
  const sum = weights.reduce((total, one) => total + one, 0);
  const share = weights.map((one) => (one / sum) * count);
  const other = new Array<number>(count).fill(0);
  const small: number[] = [];
  const large: number[] = [];
  for (let at = 0; at < count; at += 1) (share[at]! < 1 ? small : large).push(at);
  while (small.length > 0 && large.length > 0) {
    const low = small.pop()!;
    const high = large.pop()!;
    other[low] = high;
    share[high] = share[high]! + share[low]! - 1;
    (share[high]! < 1 ? small : large).push(high);
  }
  for (const rest of [...small, ...large]) share[rest] = 1;
  return (dice) => {
    const throwOf = dice.roll() * count;
    const at = Math.floor(throwOf);
    return things[throwOf - at < share[at]! ? at : other[at]!]!;
  };
}
