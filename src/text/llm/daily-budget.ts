// Counts the questions of a day, so that a shop's bill has an upper bound.

export interface DailyBudget {
  /** Takes one question; false when the day's are spent. */
  take(): boolean;
  readonly left: number;
}

/** @param perDay questions a day (UTC) @param now clock in milliseconds */
export function dailyBudget(perDay: number, now: () => number): DailyBudget {
  const DAY_MS = 86_400_000;
  let day = Number.NaN;
  let taken = 0;
  const today = () => {
    const current = Math.floor(now() / DAY_MS);
    if (current !== day) {
      day = current;
      taken = 0;
    }
  };
  return {
    take() {
      today();
      if (taken >= perDay) return false;
      taken += 1;
      return true;
    },
    get left() {
      today();
      return Math.max(0, perDay - taken);
    },
  };
}
