// Reads times and spans the way people type them and writes them back the way the house does.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** `9` → `09:00`, `930` → `09:30`, `9：30` → `09:30`, `24` → `24:00` where allowed; null when it is no time. */
export function readTime(text: string, endOfDay = false): string | null {
  const match = /^(\d{1,2})(?:\s*[:：.]\s*(\d{1,2})|(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? match[3] ?? 0);
  if (minutes > 59 || hours > 24 || (hours === 24 && (minutes > 0 || !endOfDay))) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** `30m`, `30 分`, `8h`, `1.5 小时`, `1:30`, `2h 15m`; a bare number is hours. Milliseconds, or null when it is no span. */
export function readSpan(text: string): number | null {
  const plain = text.trim().toLowerCase();
  const clock = /^(\d{1,4})[:：](\d{2})$/.exec(plain);
  if (clock) return (Number(clock[1]) * 60 + Number(clock[2])) * MINUTE;
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain) > 0 ? Math.round(Number(plain) * 60) * MINUTE : null;
  const parts =
    /^(?:(\d+(?:\.\d+)?)\s*(?:h|hr|hrs|hours?|小时|时|个小时))?\s*(?:(\d+)\s*(?:m|min|mins|minutes?|分|分钟))?$/.exec(
      plain,
    );
  if (!parts || (parts[1] === undefined && parts[2] === undefined)) return null;
  const ms = Number(parts[1] ?? 0) * HOUR + Number(parts[2] ?? 0) * MINUTE;
  return ms > 0 ? Math.round(ms / MINUTE) * MINUTE : null;
}

/** Whole hours and minutes of a span, for sentences. */
export function spanHours(ms: number): { hours: number; minutes: number } {
  const minutes = Math.round(ms / MINUTE);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
