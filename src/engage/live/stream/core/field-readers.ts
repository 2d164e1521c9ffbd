// Reads one field of a live event from anything: no exceptions, no schema library, quick enough for every event of a busy room.
import { isTooDeep, plainJson, plainText } from '../../../../kit/plain-json.ts';

export const FAULT_CODES = ['missing', 'wrong_type', 'out_of_range', 'too_long', 'unknown', 'not_allowed'] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** Which field is wrong and how; `field` is a path such as `items.3.price.minor`. */
export class EventFault {
  readonly field: string;
  readonly code: FaultCode;
  constructor(field: string, code: FaultCode) {
    this.field = field;
    this.code = code;
  }
}

/** Gives the clean value, `undefined` for one that is absent, or what is wrong with it. */
export type FieldReader = (value: unknown, field: string) => unknown;

/** Characters as people count them (code points), without building a list. */
function lengthOf(text: string, enough: number): number {
  if (text.length <= enough) return text.length;
  let count = 0;
  for (const _ of text) {
    count += 1;
    if (count > enough) break;
  }
  return count;
}

/** Text of at most `max` code points; NUL and half characters are taken out. Numbers that lost no digit stand for ids. */
export function text(max: number, min = 0): FieldReader {
  return (value, field) => {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    if (typeof value !== 'string') return new EventFault(field, 'wrong_type');
    if (value.length > max * 2 || lengthOf(value, max) > max) return new EventFault(field, 'too_long');
    const plain = plainText(value);
    return plain.length < min ? new EventFault(field, 'missing') : plain;
  };
}

export function whole(min: number, max: number): FieldReader {
  return (value, field) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return new EventFault(field, 'wrong_type');
    return value < min || value > max ? new EventFault(field, 'out_of_range') : value;
  };
}

export function decimal(min: number, max: number): FieldReader {
  return (value, field) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return new EventFault(field, 'wrong_type');
    return value < min || value > max ? new EventFault(field, 'out_of_range') : value;
  };
}

export const flag: FieldReader = (value, field) =>
  typeof value === 'boolean' ? value : new EventFault(field, 'wrong_type');

export function oneOf(words: readonly string[]): FieldReader {
  return (value, field) => {
    if (typeof value !== 'string') return new EventFault(field, 'wrong_type');
    return words.includes(value) ? value : new EventFault(field, 'unknown');
  };
}

export function listOf(read: FieldReader, max: number): FieldReader {
  return (value, field) => {
    if (!Array.isArray(value)) return new EventFault(field, 'wrong_type');
    if (value.length > max) return new EventFault(field, 'too_long');
    const clean: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const item = read(value[index], `${field}.${index}`);
      if (item instanceof EventFault) return item;
      clean.push(item);
    }
    return clean;
  };
}

/** A field that must be there. */
export interface Must {
  must: FieldReader;
}
export type Shape = Readonly<Record<string, FieldReader | Must>>;
export const must = (read: FieldReader): Must => ({ must: read });

/** Reads the fields of a shape into `into`; null counts as absent, other fields are left behind. */
export function readInto(
  shape: Shape,
  value: Record<string, unknown>,
  into: Record<string, unknown>,
  prefix: string,
): EventFault | null {
  for (const name in shape) {
    const rule = shape[name]!;
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    const field = prefix === '' ? name : `${prefix}.${name}`;
    if (given === undefined || given === null) {
      if (typeof rule !== 'function') return new EventFault(field, 'missing');
      continue;
    }
    const clean = typeof rule === 'function' ? rule(given, field) : rule.must(given, field);
    if (clean instanceof EventFault) return clean;
    into[name] = clean;
  }
  return null;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function shaped(shape: Shape): FieldReader {
  return (value, field) => {
    if (!isRecord(value)) return new EventFault(field, 'wrong_type');
    const clean: Record<string, unknown> = {};
    return readInto(shape, value, clean, field) ?? clean;
  };
}

/** Numbers by name, for example the tally of a poll. */
export function countsByName(maxNames: number): FieldReader {
  return (value, field) => {
    if (!isRecord(value)) return new EventFault(field, 'wrong_type');
    const names = Object.keys(value);
    if (names.length > maxNames) return new EventFault(field, 'too_long');
    const clean: Record<string, unknown> = Object.create(null);
    for (const name of names) {
      if (name.length > 120) return new EventFault(field, 'too_long');
      const count = value[name];
      if (typeof count !== 'number' || !Number.isFinite(count)) return new EventFault(`${field}.${name}`, 'wrong_type');
      clean[plainText(name)] = count;
    }
    return { ...clean };
  };
}

/** Any JSON of at most `max` characters and eight levels. */
export function anyJson(max: number): FieldReader {
  return (value, field) => {
    if (isTooDeep(value, 8)) return new EventFault(field, 'too_long');
    let written: string | undefined;
    try {
      written = JSON.stringify(value);
    } catch {
      return new EventFault(field, 'wrong_type');
    }
    if (written === undefined) return new EventFault(field, 'wrong_type');
    return written.length > max ? new EventFault(field, 'too_long') : plainJson(JSON.parse(written));
  };
}
