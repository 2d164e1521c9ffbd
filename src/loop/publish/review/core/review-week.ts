// The week a pack speaks of: Monday to Sunday of the shop's calendar.

const DAY_MS = 86_400_000;

export interface Week {
  from: string;
  to: string;
  previousFrom: string;
  previousTo: string;
}

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const name = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** ISO weekday of a day, 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return ((new Date(at(day)).getUTCDay() + 6) % 7) + 1;
}

/** The week a day lies in. */
export function weekOf(day: string): Week {
  const monday = at(day) - (weekdayOf(day) - 1) * DAY_MS;
  return {
    from: name(monday),
    to: name(monday + 6 * DAY_MS),
    previousFrom: name(monday - 7 * DAY_MS),
    previousTo: name(monday - DAY_MS),
  };
}

/** The last week that has ended before a day. */
export function lastWeek(today: string): Week {
  return weekOf(name(at(weekOf(today).from) - DAY_MS));
}
