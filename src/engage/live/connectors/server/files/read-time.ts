// Reads the many ways in which files write a moment: seconds, milliseconds or microseconds since 1970, dates, and clocks that count from the start.

/** Earliest and latest moment an event can be of, as the reader of events has it: 2010 and 2100. */
const FIRST_MS = 1_262_304_000_000;
const LAST_MS = 4_102_444_800_000;

/** A number of seconds, milliseconds or microseconds since 1970, told apart by size; undefined when it is none of them. */
export function instantOfNumber(value: number): number | undefined {
  for (const ms of [value, value * 1000, value / 1000, value / 1_000_000]) {
    if (ms >= FIRST_MS && ms <= LAST_MS) return Math.floor(ms);
  }
  return undefined;
}

/** A moment as people and programs write it; `zoneMinutes` is used where it names no zone. Undefined when unreadable. */
export function readInstant(text: string, zoneMinutes: number): number | undefined {
  if (text.length > 100) return undefined;
  const trimmed = text.trim();
  if (/^\d{9,17}(\.\d+)?$/.test(trimmed)) return instantOfNumber(Number(trimmed));
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T\s]+(\d{1,2})[:时](\d{2})(?:[:分](\d{2})(?:[.,](\d{1,9}))?秒?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      trimmed,
    );
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const utc = Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, second ? +second : 0);
  if (Number.isNaN(utc) || +month! > 12 || +day! > 31 || +hour! > 24 || +minute! > 59) return undefined;
  const ms = fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0;
  const instant = utc + ms - zoneOf(zone, zoneMinutes) * 60_000;
  return instant >= FIRST_MS && instant <= LAST_MS ? instant : undefined;
}

function zoneOf(zone: string | undefined, otherwise: number): number {
  if (!zone) return otherwise;
  if (/^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** `1:02:03.5`, `02:03`, `-0:17` or plain seconds → milliseconds from the start; undefined when unreadable. */
export function readOffset(text: string): number | undefined {
  const match = /^(-)?(?:(\d{1,3}):)?(?:(\d{1,2}):)?(\d{1,7}(?:\.\d{1,9})?)$/.exec(text.trim());
  if (!match) return undefined;
  const [, minus, first, middle, seconds] = match;
  const minutes = middle === undefined ? Number(first ?? 0) : Number(first ?? 0) * 60 + Number(middle);
  const ms = Math.round((minutes * 60 + Number(seconds)) * 1000);
  return minus ? -ms : ms;
}
