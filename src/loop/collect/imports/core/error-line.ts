// Writes the error file: CSV that a spreadsheet opens safely, whatever was in the rows.

/** Signs at which spreadsheets begin to calculate, also after spaces they skip. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Puts an apostrophe before anything a spreadsheet could take for a formula; plain numbers stay numbers. */
export function guardFormula(value: string): string {
  if (/^[-+]?\d+(\.\d+)?$/.test(value)) return value;
  return FORMULA.test(value) || value.startsWith('\t') || value.startsWith('\r') ? `'${value}` : value;
}

/** One CSV line with CR LF; every value guarded and quoted where needed. */
export function csvLine(values: readonly string[]): string {
  return `${values
    .map((value) => {
      const safe = guardFormula(value.replaceAll('\u0000', ''));
      return /[",\n\r;\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(',')}\r\n`;
}

/** Sign at the start by which spreadsheets recognise UTF-8. */
export const UTF8_MARK = '\ufeff';
