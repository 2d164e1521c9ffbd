// One way to write a value as text, so that equal values always have equal hashes (RFC 8785, JSON Canonicalization Scheme).

/** Values a leaf may hold: plain JSON without undefined and without numbers JSON cannot say. */
export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/**
 * Keys sorted by their UTF-16 units, no white space, numbers and texts as JSON.stringify writes them.
 * @throws for numbers JSON cannot say, and for halves of surrogate pairs
 */
export function canonical(value: Plain): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a number JSON can say');
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new Error('half a character');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${canonical(key)}:${canonical(value[key]!)}`).join(',')}}`;
}
