// Cuts a period into the stretches of a trend: days up to a fortnight, weeks beyond, so that few answers do not draw noise.

const DAY_MS = 86_400_000;
const MOST_DAYS = 14;
const WEEK = 7;

export interface Stretch {
  from: string;
  to: string;
}

/** Stretches of equal length counted back from the last day; the first may be shorter. Days are `YYYY-MM-DD`. */
export function stretchesOf(from: string, to: string): Stretch[] {
  const first = Date.parse(from) / DAY_MS;
  const last = Date.parse(to) / DAY_MS;
  const length = last - first + 1 <= MOST_DAYS ? 1 : WEEK;
  const stretches: Stretch[] = [];
  for (let end = last; end >= first; end -= length) {
    stretches.unshift({ from: name(Math.max(first, end - length + 1)), to: name(end) });
  }
  return stretches;
}

/** Which stretch a day falls into; -1 for none. */
export function stretchIndex(stretches: readonly Stretch[], day: string): number {
  return stretches.findIndex((stretch) => day >= stretch.from && day <= stretch.to);
}

function name(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
