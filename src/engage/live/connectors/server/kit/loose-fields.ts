// Picks fields out of what a platform sent: always of the wanted type and size, or absent.
import { plainText } from '../../../../../kit/plain-json.ts';

export type Loose = Readonly<Record<string, unknown>>;

const NOTHING: Loose = Object.freeze({});

/** The object, or an empty one. */
export function looseObject(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : NOTHING;
}

/** The list, or an empty one; at most `max` items. */
export function looseList(value: unknown, max = 1000): readonly unknown[] {
  if (!Array.isArray(value)) return [];
  return value.length > max ? value.slice(0, max) : value;
}

/** Text cut to `max` code points, or undefined for an empty or missing one. */
export function looseText(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const rough = value.length > max * 2 ? value.slice(0, max * 2) : value;
  const cut = rough.length > max ? [...rough].slice(0, max).join('') : rough;
  return plainText(cut) || undefined;
}

/** A finite number, also from a text that is one. */
export function looseNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A whole number of 0 to `max`, rounded down; undefined when it is none. */
export function looseCount(value: unknown, max = 1e12): number | undefined {
  const number = looseNumber(value);
  if (number === undefined || number < 0) return undefined;
  return Math.min(Math.floor(number), max);
}

/** An id as text; 0 and empty stand for nobody. Numbers that may have lost digits are refused. */
export function looseId(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value !== 0 ? String(value) : undefined;
  return value === '0' ? undefined : looseText(value, 190);
}

const EARLIEST = 1_262_304_000_000;
const LATEST = 4_102_444_800_000;

/**
 * An instant in milliseconds from seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by size;
 * undefined when it is none between 2010 and 2100.
 */
export function looseInstant(value: unknown): number | undefined {
  let number = looseNumber(value);
  if (number === undefined || number <= 0) return undefined;
  if (number < 1e11) number *= 1000;
  else if (number >= 1e17) number /= 1e6;
  else if (number >= 1e14) number /= 1000;
  const ms = Math.floor(number);
  return ms >= EARLIEST && ms <= LATEST ? ms : undefined;
}

/** Leaves out what is undefined, so that events compare as they are written down. */
export function filled<T extends object>(value: T): T {
  const clean: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) if (item !== undefined) clean[name] = item;
  return clean as T;
}
