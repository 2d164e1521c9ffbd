// Turns wall-clock time in a named zone into an instant, fast enough for a million rows.

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Offset of a zone from UTC in milliseconds at an instant (east is positive). Unknown zones count as UTC. */
export function zoneOffsetMs(timeZone: string, atMs: number): number {
  // Offsets change at most at full quarter hours; half-day steps are too coarse around a change, quarter hours are exact.
  const quarter = Math.floor(atMs / 900_000);
  const key = `${timeZone}|${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = computeOffset(timeZone, quarter * 900_000);
  if (offsets.size > 20_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function computeOffset(timeZone: string, atMs: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    const shape = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    } as const;
    try {
      format = new Intl.DateTimeFormat('en-US', { ...shape, timeZone });
    } catch {
      format = new Intl.DateTimeFormat('en-US', { ...shape, timeZone: 'UTC' });
    }
    formats.set(timeZone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(atMs)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - atMs;
}

/** The instant of a wall-clock time. A time skipped by summer time moves forward; a time that happens twice is the earlier one. */
export function localToInstantMs(timeZone: string, localMs: number): number {
  const before = localMs - zoneOffsetMs(timeZone, localMs - 86_400_000);
  const after = localMs - zoneOffsetMs(timeZone, localMs + 86_400_000);
  if (before === after) return before;
  const earlier = Math.min(before, after);
  if (earlier + zoneOffsetMs(timeZone, earlier) === localMs) return earlier;
  const later = Math.max(before, after);
  return later;
}
