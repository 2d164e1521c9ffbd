// Reads what a model wrote as JSON of a known form; whatever is not exactly that is no answer.

const MOST = 20_000;

/** The object in an answer, alone or inside a code fence; null when there is none. */
export function readObject(text: string): Record<string, unknown> | null {
  if (text.length > MOST) return null;
  const whole = text.trim().replace(/^```(?:json)?\s*|\s*```$/gu, '');
  if (!whole.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(whole);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

export function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | null {
  return typeof value === 'string' && (allowed as readonly string[]).includes(value) ? (value as T) : null;
}

/** A line of words: no links, mark-up or line breaks, not longer than `most` characters; null otherwise. */
export function plainLine(value: unknown, most: number): string | null {
  if (typeof value !== 'string') return null;
  const line = value.trim();
  if (line === '' || line.length > most || /[<>{}[\]`|\\\n\r]|https?:|www\./iu.test(line)) return null;
  return line;
}
