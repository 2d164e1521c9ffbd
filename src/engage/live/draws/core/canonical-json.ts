// One way to write a value as text, so that equal values always have equal hashes (RFC 8785, JSON Canonicalization Scheme).

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * Keys sorted by their UTF-16 units, no white space, numbers and texts as JSON.stringify writes them; keys without a value are left out.
 * @throws for numbers JSON cannot say, and for halves of surrogate pairs
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a number JSON can say');
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new Error('half a character');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record).filter((key) => record[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(record[key])}`)
    .join(',')}}`;
}
