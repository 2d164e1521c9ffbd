// When a message that did not arrive is tried again: soon at first, then ever later, given up after about three days.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after the first, second … failed attempt. */
export const PAUSES_MS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** Failures one after the other after which the rest of the queue waits too. */
export const FAILURES_TO_STOP = 3;
const LONGEST_ASKED_MS = 24 * HOUR;

/**
 * @param attempts failed attempts so far, at least 1
 * @param spread 0-1, different for each message, so that they do not all come back at once (±10 %)
 * @param retryAfter what the receiver asked for; later is honoured, up to a day
 * @returns milliseconds to wait; null: give up
 */
export function nextAttempt(attempts: number, spread: number, retryAfter: string | null, nowMs: number): number | null {
  const pause = PAUSES_MS[attempts - 1];
  if (pause === undefined) return null;
  const own = Math.round(pause * (0.9 + 0.2 * spread));
  const asked = askedPause(retryAfter, nowMs);
  return asked === null ? own : Math.max(own, Math.min(asked, LONGEST_ASKED_MS));
}

/** `Retry-After`: seconds or an HTTP date (RFC 9110 §10.2.3). */
function askedPause(retryAfter: string | null, nowMs: number): number | null {
  if (!retryAfter) return null;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter) * SECOND;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
