// Keeps a row of the audit log small: a bulk event may name a thousand ids, a reader needs their number and the first few.

const LONGEST = 20;

/** Lists of more than 20 become `{count, first}`; anything that is no object becomes one. */
export function shortData(data: unknown): Record<string, unknown> {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return { value: shorten(data) };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, shorten(value)]));
}

function shorten(value: unknown): unknown {
  if (!Array.isArray(value) || value.length <= LONGEST) return value;
  return { count: value.length, first: value.slice(0, 5) };
}
