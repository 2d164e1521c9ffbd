// How often frames go out and how much one viewer may say: plain arithmetic over a clock that is handed in.

/** Milliseconds between frames: quick in a small room, slow in a stadium. */
export function tickOf(viewers: number): number {
  if (viewers < 2_000) return 250;
  return viewers > 50_000 ? 1_000 : 500;
}

/** Bytes a second one viewer is sent in the middle: 60 KB a minute. */
export const BYTES_A_SECOND = 1_000;

/** An allowance that fills up again; `left` may be kept for as long as its owner. */
export interface Allowance {
  left: number;
  at: number;
}

/**
 * Takes from an allowance if it suffices.
 * @param rule `burst` at most, filled by `perSecond`
 * @returns 0 when taken, else milliseconds until it would do
 */
export function take(own: Allowance, now: number, rule: { perSecond: number; burst: number }, cost = 1): number {
  own.left = Math.min(rule.burst, own.left + (Math.max(0, now - own.at) / 1000) * rule.perSecond);
  own.at = now;
  if (own.left < cost) return Math.ceil(((cost - own.left) / rule.perSecond) * 1000);
  own.left -= cost;
  return 0;
}

/** Comments and questions of one viewer. */
export const SAY_RULE = { perSecond: 1, burst: 5 };
/** Messages of any kind. */
export const SEND_RULE = { perSecond: 8, burst: 40 };
/** Likes of one viewer. */
export const LIKE_RULE = { perSecond: 12, burst: 60 };
