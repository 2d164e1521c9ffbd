// Lines of a CSV file that a spreadsheet opens safely, whatever was written in the cells.

/** Signs at which spreadsheets begin to calculate, also after spaces and control characters that they skip; full-width forms included. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Sign at the start by which spreadsheets recognise UTF-8. */
export const UTF8_MARK = '\ufeff';

/** Puts an apostrophe before anything a spreadsheet could take for a formula (OWASP, CSV injection); plain numbers stay numbers. */
export function guardFormula(value: string): string {
  if (/^[-+]?\d+(\.\d+)?$/.test(value)) return value;
  return FORMULA.test(value) || value.startsWith('\t') || value.startsWith('\r') ? `'${value}` : value;
}

/** One cell, guarded and quoted where needed; numbers as they are, nothing for null. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = guardFormula(value.replaceAll('\u0000', ''));
  return /[",\n\r;\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with CR LF at its end (RFC 4180). */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
