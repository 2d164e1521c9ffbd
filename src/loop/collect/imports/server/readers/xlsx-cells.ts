// What a spreadsheet cell says: dates by their style, order numbers digit by digit, never in scientific notation.
import type { SharedStrings } from './shared-strings.ts';
import { unescapeExcel } from './shared-strings.ts';

/** Built-in number formats that are dates or times (ECMA-376 part 1, 18.8.30, with the Chinese and Japanese ones). */
const DATE_FORMATS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Tells whether a number format shows a date: y, m, d, h or s outside of quotes, brackets and escapes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DATE_FORMATS.has(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs年月日时分秒]/i.test(bare) && !/[#?]/.test(bare) && !/general/i.test(bare);
}

export interface CellContext {
  strings: SharedStrings | null;
  /** By cell style number: shows a date. */
  dateStyles: readonly boolean[];
  date1904: boolean;
}

/**
 * The text of a cell.
 * @param type the cell's `t` (`s`, `str`, `inlineStr`, `b`, `e`, `d`, `n` or none)
 */
export function cellText(type: string | undefined, style: number, value: string, context: CellContext): string {
  switch (type) {
    case 's':
      return context.strings?.get(Number(value)) ?? '';
    case 'str':
    case 'inlineStr':
      return unescapeExcel(value);
    case 'b':
      return value.trim() === '1' ? 'true' : 'false';
    case 'e':
      return '';
    case 'd':
      return value;
    default: {
      const bare = value.trim();
      if (bare === '') return '';
      return context.dateStyles[style]
        ? (serialDate(Number(bare), context.date1904) ?? plainNumber(bare))
        : plainNumber(bare);
    }
  }
}

/** A spreadsheet's day number as local time `YYYY-MM-DDTHH:MM:SS`; null when it is none. */
export function serialDate(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null;
  // Day 60 of the 1900 system is a 29 February that never was; days before it are one later than they look.
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const ms = Math.round((days - 25_569) * 86_400) * 1_000;
  return new Date(ms).toISOString().slice(0, 19);
}

/** A number as a person would write it: all digits, no exponent, without the noise behind the 15th digit. */
export function plainNumber(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > 300) return text;
  let digits = whole + fraction;
  let point = whole.length + shift;
  const lead = digits.length - digits.replace(/^0+/, '').length;
  digits = digits.slice(lead);
  point -= lead;
  if (digits.length > 15 && point < digits.length) {
    const rounded = BigInt(digits.slice(0, 15)) + (digits.charCodeAt(15) >= 53 ? 1n : 0n);
    const text15 = rounded.toString();
    point += text15.length - 15;
    digits = text15;
  }
  if (point < digits.length) digits = digits.replace(/0+$/, '');
  if (digits === '') return '0';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Column number (from 0) of a cell reference such as `AB12`; −1 when it has none. */
export function columnOf(reference: string | undefined): number {
  if (!reference) return -1;
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > 20_000) return -1;
  }
  return column - 1;
}
