// Calendar days of the workspace's zone as instants, without a calendar library in the browser.

const DAY_MS = 86_400_000;

/** How far the wall clock of a zone is ahead of UTC at an instant, ms. */
function offsetMs(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

/** The instant (ISO) at which a day `YYYY-MM-DD` begins in a zone; undefined for a text that is no day. */
export function dayStart(day: string, zone: string): string | undefined {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(midnight)) return undefined;
  // Twice, because the offset may change between the first guess and the real midnight.
  const guess = midnight - offsetMs(zone, midnight);
  return new Date(midnight - offsetMs(zone, guess)).toISOString();
}

/** The day after a day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** Today in a zone, moved by so many days. */
export function today(zone: string, now: number, moveDays = 0): string {
  const local = now + offsetMs(zone, now) + moveDays * DAY_MS;
  return new Date(local).toISOString().slice(0, 10);
}
