// Reads one line of JSON as a row with an id and a text, by one rule for every command, and puts objects into lines.
import type { Line } from './line-input.ts';

export type RowFault = 'not_utf8' | 'line_too_long' | 'not_json' | 'not_an_object' | 'no_text' | 'not_a_rating';

/** Why a row cannot be used, and which field with what in it. */
export interface Fault<Name extends string = RowFault> {
  error: Name;
  field?: string;
  value?: string;
}

export type Fields = Record<string, unknown>;

/** The fields of a line, and the line itself; null where it is blank. */
export function readRow(line: Line): { fields: Fields; line: string } | { fault: Fault } | null {
  if (typeof line !== 'string') return { fault: { error: line.fault } };
  // The mark some programs put at the beginning of a file counts as a blank.
  const trimmed = line.trim();
  if (trimmed === '') return null;
  let row: unknown;
  try {
    row = JSON.parse(trimmed);
  } catch {
    return { fault: { error: 'not_json' } };
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return { fault: { error: 'not_an_object' } };
  return { fields: row as Fields, line: trimmed };
}

/** Where the text of a row is: the field that is named, otherwise `t`, else `text`. */
export function textOf(fields: Fields, field: string | undefined): unknown {
  return field === undefined ? (fields.t ?? fields.text) : Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** What is said of a row without text. */
export function noText(field: string | undefined): Fault<'no_text'> {
  return { error: 'no_text', field: field ?? 't or text' };
}

/** The row's own `id` with all its digits, and its text or why there is none; null for a blank line. */
export function readVoice(
  line: Line,
  field: string | undefined,
): { id: unknown; fields: Fields; text: string } | { id: unknown; fault: Fault } | null {
  const row = readRow(line);
  if (row === null) return null;
  if ('fault' in row) return { id: undefined, fault: row.fault };
  const { fields } = row;
  const id = exactId(row.line, fields.id);
  const text = textOf(fields, field);
  return typeof text === 'string' ? { id, fields, text } : { id, fault: noText(field) };
}

/** Whether a row can be found again by its id: a text or a number. The others are named by their line. */
export function isName(id: unknown): id is string | number | bigint {
  return typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint';
}

/** A value as it is shown to a person who looks for it, at most 40 characters. */
export function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const characters = [...(JSON.stringify(typeof value === 'string' ? value.slice(0, 99) : value) ?? '')];
  return characters.length <= 40 ? characters.join('') : `${characters.slice(0, 39).join('')}…`;
}

/** The line's own `id` with all its digits: a number too long for JavaScript is taken from the line as it stands there. */
export function exactId<T>(line: string, id: T): T | bigint {
  if (!Number.isInteger(id) || Number.isSafeInteger(id)) return id;
  for (const [, digits] of line.matchAll(/"id"\s*:\s*(-?\d{16,40})(?=[\s,}])/gu)) {
    if (digits !== undefined && Object.is(Number(digits), id)) return BigInt(digits);
  }
  return id;
}

/** One JSON object with the id in front; a long number, there or in `duplicateOf`, is written with all its digits. */
export function idFirst(id: unknown, rest: Record<string, unknown>): string {
  const fields = Object.entries({ id, ...rest }).flatMap(([name, value]) => {
    const json: string | undefined = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
    return json === undefined ? [] : [`${JSON.stringify(name)}:${json}`];
  });
  return `{${fields.join(',')}}`;
}
