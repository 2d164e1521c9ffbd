// Notices when a platform that pushes stopped pushing: its breaker is open, or the way to us was closed, and what was said then is lost.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';

/** Failures in a row after which Douyin stops pushing and drops what happens (official documentation of live data push). */
export const BREAKER_FAILURES = 10;
/** A silence in which this many events were to be expected is no accident: chance e^-20 for independent arrivals. */
const EXPECTED_AT_LEAST = 20;
const SHORTEST_MS = 10_000;
/** The rate is an average that forgets with this half-life. */
const HALF_LIFE_MS = 60_000;

export interface PushWatch {
  /** A call was taken at `now` with `count` events; gives the gap before it, when there was one. */
  taken(now: number, count: number): (DecodedEvent & { type: 'room.gap' }) | null;
  /** A call was answered late (over two seconds) or with an error. */
  failed(now: number): void;
}

/**
 * Watches the calls of one pushed source. A pause is a gap when the rate before it made at least twenty events likely in it; the
 * estimate of what was lost is rate times pause. Its cause is `breaker` when we had failed the platform ten times in a row before it.
 */
export function createPushWatch(): PushWatch {
  let lastAt: number | null = null;
  let perMs = 0;
  let failures = 0;
  let wasOpen = false;
  return {
    taken(now, count) {
      const pause = lastAt === null ? 0 : Math.max(0, now - lastAt);
      const expected = perMs * pause;
      const isGap = lastAt !== null && pause >= SHORTEST_MS && expected >= EXPECTED_AT_LEAST;
      const gap = isGap
        ? {
            type: 'room.gap' as const,
            ts: now,
            from: lastAt!,
            to: now,
            cause: wasOpen ? ('breaker' as const) : ('silence' as const),
            estimatedLost: Math.round(expected),
          }
        : null;
      // What was not heard says nothing about how fast people speak.
      const kept = isGap ? 1 : 0.5 ** (pause / HALF_LIFE_MS);
      perMs = perMs * kept + (count * Math.LN2) / HALF_LIFE_MS;
      lastAt = now;
      failures = 0;
      wasOpen = false;
      return gap;
    },
    failed() {
      failures += 1;
      if (failures >= BREAKER_FAILURES) wasOpen = true;
    },
  };
}
