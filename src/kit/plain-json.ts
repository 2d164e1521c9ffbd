// Makes JSON from outside safe to walk and to store: not nested without end, no NUL, no half characters.

/** Deeper than anybody writes by hand, far from where recursion ends. */
export const MAX_JSON_DEPTH = 64;

const UNSTORABLE = /[\0\p{Surrogate}]/u;
const LONE_HALF = /\p{Surrogate}/gu;

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

/** Whether lists and objects lie deeper in each other than `limit`. Does not recurse, so no depth can break it. */
export function isTooDeep(value: unknown, limit = MAX_JSON_DEPTH): boolean {
  let level = isContainer(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
}

/** The value of a JSON text; null when it is none, as `null` itself is: for texts whose form is checked right after. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A text PostgreSQL can keep: no NUL (it has no place for one) and no half of a surrogate pair. */
export function plainText(text: string): string {
  return UNSTORABLE.test(text) ? text.replace(LONE_HALF, '\ufffd').replaceAll('\0', '') : text;
}

/** Brings every text and every key of parsed JSON into plain form, in place. Call after `isTooDeep` said no. */
export function plainJson(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (!isContainer(value)) return value;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) if (typeof item !== 'number') value[index] = plainJson(item);
    return value;
  }
  for (const [key, item] of Object.entries(value)) {
    const plain = plainText(key);
    if (plain !== key) delete value[key];
    if (plain !== key || typeof item === 'string' || isContainer(item)) {
      Object.defineProperty(value, plain, {
        value: plainJson(item),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  return value;
}
