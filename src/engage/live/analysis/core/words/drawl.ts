// Takes back a drawn-out last letter, so that "linkk" is read as "link".
import { isLetter } from '../../../../../text/normalise.ts';

/** Words that rightly end in two of these letters. */
const DOUBLE_ENDS = new Set([...'lsfzo'].map((char) => char.charCodeAt(0)));
const LETTER_E = 0x65;
const DOUBLE_E = new Set([
  'free',
  'coffee',
  'three',
  'agree',
  'degree',
  'employee',
  'toffee',
  'trustee',
  'knee',
  'tree',
  'flee',
  'glee',
]);
const LEAST_DRAWN = 5;

/** The length without the drawn-out last letter of the English word that ends here: "linkk" is "link". */
export function withoutDrawl(codes: Uint16Array, size: number): number {
  const last = codes[size - 1]!;
  if (size < LEAST_DRAWN || last !== codes[size - 2] || last > 0x7a || last < 0x61 || DOUBLE_ENDS.has(last))
    return size;
  let from = size;
  while (from > 0 && isLetter(codes[from - 1]!)) from -= 1;
  if (size - from < LEAST_DRAWN) return size;
  if (last === LETTER_E && DOUBLE_E.has(String.fromCharCode(...codes.subarray(from, size)))) return size;
  return size - 1;
}
