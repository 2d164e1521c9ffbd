// Dice that fall the same way for the same seed, so that a demo shop can be told again.
import { seeded } from '../../kit/seeded.ts';

export interface Dice {
  /** 0 ≤ x < 1. */
  roll(): number;
  /** True with this chance. */
  luck(chance: number): boolean;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** Picks by weight; at least one weight is above zero. */
  weigh<T>(from: readonly (readonly [T, number])[]): T;
  /** Dice of their own for one thing, whatever was thrown before. */
  fork(name: string): Dice;
}

/** FNV-1a over the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** @param seed any whole number */
export function createDice(seed: number): Dice {
  const roll = seeded(seed);
  const whole = (from: number, to: number) => from + Math.floor(roll() * (to - from + 1));
  return {
    roll,
    whole,
    luck: (chance) => roll() < chance,
    pick: (from) => from[whole(0, from.length - 1)]!,
    weigh(from) {
      let left = roll() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [thing, weight] of from) {
        left -= weight;
        if (left < 0) return thing;
      }
      return from.at(-1)![0];
    },
    fork: (name) => createDice(hashOf(`${seed}/${name}`)),
  };
}
