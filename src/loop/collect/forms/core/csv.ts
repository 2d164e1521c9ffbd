// One line of a CSV file that opens safely in a spreadsheet.

/** Characters with which a spreadsheet begins to calculate, full-width forms included. */
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/;

/** RFC 4180 line with CRLF; a text that would be a formula gets an apostrophe in front (OWASP, CSV injection). */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
