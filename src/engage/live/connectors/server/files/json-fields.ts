// Reads fields of JSON nobody vouches for: the wanted kind or nothing, so that no decoder ever trips over a stranger's shape.

export type Json = Record<string, unknown>;

/** Parses one JSON object; null for anything else. */
export function readObject(text: string): Json | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}

export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

export function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text that is not empty; numbers become text (ids are written both ways). */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** A finite number, also when written as text. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** A count: whole, not negative, small enough to be one. */
export function asCount(value: unknown): number | undefined {
  const number = asNumber(value);
  return number === undefined || number < 0 || number > Number.MAX_SAFE_INTEGER ? undefined : Math.floor(number);
}

/** Follows names inwards: `at(item, 'author', 'name')`. */
export function at(value: unknown, ...names: string[]): unknown {
  let inner = value;
  for (const name of names) {
    const object = asObject(inner);
    if (!object || !Object.hasOwn(object, name)) return undefined;
    inner = object[name];
  }
  return inner;
}
