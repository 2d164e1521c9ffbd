// Opaque page cursors: the position after the last row a caller saw, safe to hand out and cheap to read back.
import { z } from 'zod';

/** A page of rows and, when there are more, the cursor that asks for the next page. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Query fields every list accepts. `limit` is 1-200, 50 when left out. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Answer schema of a list of `item`. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Packs sort keys (strings, numbers, null) into a URL-safe text. */
export function encodeCursor(keys: readonly (string | number | null)[]): string {
  const text = encodeURIComponent(JSON.stringify(keys));
  let out = '';
  for (const character of text) out += character === '%' ? '~' : character;
  return out;
}

/** Reads a cursor back; a text that is not a cursor of `length` keys gives `null`, which callers treat as the first page. */
export function decodeCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(decodeURIComponent(cursor.replaceAll('~', '%')));
    return Array.isArray(keys) && keys.length === length ? keys : null;
  } catch {
    return null;
  }
}

/**
 * Cuts a result read with `limit + 1` rows into a page.
 * @param keysOf the sort keys of a row, in the order the query sorts by
 */
export function cutPage<T>(rows: T[], limit: number, keysOf: (row: T) => (string | number | null)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(keysOf(last)) : null };
}
