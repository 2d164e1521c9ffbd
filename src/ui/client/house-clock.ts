// The time of the house: a reader's own clock may go wrong, and what is due is due by the clock of the house.

/** The header tells whole seconds, so a clock that is this near is left alone. */
const NEAR_MS = 2000;
/** A quick answer tells the time best; after so long a slower one is taken as well, because clocks are set and machines sleep. */
const FRESH_MS = 300_000;

let ahead = 0;
let bestTrip = Number.POSITIVE_INFINITY;
let bestAt = 0;

/**
 * Hears when an answer was written.
 * @param date the `date` header, null where there is none
 * @param sentAt own clock when the question went, ms
 * @param heardAt own clock when the answer came, ms
 */
export function hearHouseClock(date: string | null, sentAt: number, heardAt: number): void {
  const told = date === null ? Number.NaN : Date.parse(date);
  const trip = heardAt - sentAt;
  if (Number.isNaN(told) || trip < 0 || (trip > bestTrip && heardAt - bestAt < FRESH_MS)) return;
  bestTrip = trip;
  bestAt = heardAt;
  const off = told + 500 - (sentAt + heardAt) / 2;
  ahead = Math.abs(off) < NEAR_MS ? 0 : off;
}

/** The time of the house now, ms; our own as long as it is near. */
export function houseNow(): number {
  return Date.now() + ahead;
}
