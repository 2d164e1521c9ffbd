// The difference of two shares with its interval: has the satisfied part grown from March to April.
import { wilson, Z95 } from './wilson.ts';

export interface Difference {
  /** First minus second; null when one of them counted nothing. */
  difference: number | null;
  low: number;
  high: number;
}

/**
 * Newcombe's hybrid score interval (R. G. Newcombe, Stat. Med. 17, 1998, method 10): built from the two Wilson intervals.
 * @param a how many of `ofA` it holds for; @param b the same of the second group
 */
export function shareDifference(a: number, ofA: number, b: number, ofB: number, z: number = Z95): Difference {
  const [one, two] = [wilson(a, ofA, z), wilson(b, ofB, z)];
  if (one.share === null || two.share === null) return { difference: null, low: -1, high: 1 };
  const difference = one.share - two.share;
  return {
    difference,
    low: difference - Math.hypot(one.share - one.low, two.high - two.share),
    high: difference + Math.hypot(one.high - one.share, two.share - two.low),
  };
}
