// Wall-clock time of a calendar's own zone for the fields in which somebody types a moment.

function wallMs(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(atMs);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/** What the wall clock of the zone shows, as `YYYY-MM-DDTHH:MM`. */
export function wallText(atMs: number, timeZone: string): string {
  return new Date(wallMs(atMs, timeZone)).toISOString().slice(0, 16);
}

/** The instant at which the wall clock shows `YYYY-MM-DDTHH:MM`; null for anything else. In a skipped hour: just after it. */
export function instantOf(text: string, timeZone: string): number | null {
  const wanted = Date.parse(`${text}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) || Number.isNaN(wanted)) return null;
  let at = wanted;
  for (let step = 0; step < 2; step += 1) at += wanted - wallMs(at, timeZone);
  return at;
}

/** Every zone the browser knows, with the most likely ones first. */
export function timeZones(first: string): string[] {
  const all = Intl.supportedValuesOf('timeZone');
  const near = [first, 'Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'UTC'];
  return [...new Set([...near, ...all])];
}
