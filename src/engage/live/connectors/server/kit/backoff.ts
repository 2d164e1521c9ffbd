// How long to wait before trying a platform again: longer each time, never all at the same moment.

export const FIRST_WAIT_MS = 1000;
export const LONGEST_WAIT_MS = 60_000;

/**
 * Wait before try number `attempt` (0 for the first repeat): doubles from one second to a minute, of which a random half is taken away
 * ("equal jitter", AWS Architecture Blog 2015). `dice` gives a number in [0, 1).
 */
export function backoffMs(attempt: number, dice: () => number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 16));
  return Math.round(full / 2 + (full / 2) * dice());
}
