// Makes figures of counted resolutions: what share was verified, disputed, repeated, with intervals and against exposure.
import { type Share, wilson } from '../../../../kit/statistics/wilson.ts';

export interface RoundSums {
  resolved: number;
  verified: number;
  disputed: number;
  unclear: number;
  withdrawn: number;
  repeated: number;
}

export const NO_ROUNDS: RoundSums = { resolved: 0, verified: 0, disputed: 0, unclear: 0, withdrawn: 0, repeated: 0 };

/** Adds sums up. */
export function addRounds(rows: readonly RoundSums[]): RoundSums {
  const sum = { ...NO_ROUNDS };
  for (const row of rows) for (const key of Object.keys(sum) as (keyof RoundSums)[]) sum[key] += row[key];
  return sum;
}

export interface RoundFigures {
  resolved: number;
  verified: Share;
  disputed: Share;
  repeats: Share;
  exposure: number | null;
  perThousand: number | null;
}

/**
 * Repeat-complaint rate = resolutions after which the same person complained again about the same theme ÷ resolutions, with Wilson's 95 %
 * interval; and repeats per 1,000 of what came in in the same days (orders, else feedback), so that a busy month can be compared with a
 * quiet one.
 */
export function figuresOf(sums: RoundSums, exposure: number | null): RoundFigures {
  const known = exposure !== null && exposure > 0;
  return {
    resolved: sums.resolved,
    verified: wilson(sums.verified, sums.resolved),
    disputed: wilson(sums.disputed, sums.resolved),
    repeats: wilson(sums.repeated, sums.resolved),
    exposure: known ? exposure : null,
    perThousand: known ? (sums.repeated / exposure) * 1000 : null,
  };
}
