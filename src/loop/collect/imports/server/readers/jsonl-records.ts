// Reads one JSON object a line into flat columns, keeping long numbers (order numbers) digit by digit.
import type { RowErrorCode } from '../../core/import.contract.ts';
import type { LineBlock } from './line-blocks.ts';
import type { ReaderLimits } from './row-reader.ts';

export type JsonRecord =
  | { line: number; fields: Record<string, string>; error?: undefined }
  | { line: number; error: RowErrorCode; raw: string; fields?: undefined };

/** Takes a block of lines; also forgives files that are one JSON array written an object a line. */
export function readJsonLines(block: LineBlock, limits: ReaderLimits, out: JsonRecord[]): void {
  const { text } = block;
  const bad = block.bad.length > 0 ? new Set(block.bad) : null;
  let at = 0;
  for (let line = block.line; at < text.length; line += 1) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    const content = text.slice(at, end).trim();
    at = end + 1;
    if (content === '' || content === '[' || content === ']') continue;
    const fault: RowErrorCode | null = block.long.includes(line)
      ? 'line_too_long'
      : bad?.has(line)
        ? 'bad_encoding'
        : null;
    out.push(fault ? { line, error: fault, raw: content.slice(0, 2_000) } : readObject(content, line, limits));
  }
}

function readObject(content: string, line: number, limits: ReaderLimits): JsonRecord {
  const no = (error: RowErrorCode): JsonRecord => ({ line, error, raw: content.slice(0, 2_000) });
  let value: unknown;
  try {
    const closed = content.endsWith(',') ? content.slice(0, -1) : content;
    value = JSON.parse(/\d{16}/.test(closed) ? keepLongNumbers(closed) : closed);
  } catch {
    return no('bad_json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return no('not_an_object');
  const fields: Record<string, string> = {};
  const fault = flatten(value as Record<string, unknown>, '', fields, limits, 0);
  return fault ? no(fault) : { line, fields };
}

/** JSON numbers lose digits beyond 2^53; outside of strings such numbers are made strings before parsing. */
function keepLongNumbers(content: string): string {
  return content.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
}

function flatten(
  value: Record<string, unknown>,
  prefix: string,
  into: Record<string, string>,
  limits: ReaderLimits,
  depth: number,
): RowErrorCode | null {
  for (const [key, item] of Object.entries(value)) {
    const name = prefix + (key === '__proto__' ? '_proto_' : key).slice(0, 300);
    if (item === null || item === undefined) {
      into[name] = '';
    } else if (typeof item === 'object' && !Array.isArray(item) && depth < 4) {
      const fault = flatten(item as Record<string, unknown>, `${name}.`, into, limits, depth + 1);
      if (fault) return fault;
    } else {
      const text = typeof item === 'string' ? item : typeof item === 'object' ? JSON.stringify(item) : String(item);
      if (text.length > limits.fieldChars) return 'field_too_long';
      if (text.includes('\u0000')) return 'nul_character';
      into[name] = text;
    }
  }
  return Object.keys(into).length > limits.columns ? 'too_many_columns' : null;
}
