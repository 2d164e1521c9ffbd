// Finds mobile numbers that were spelled out or taken apart so that a machine would not see them.
import { isDigit } from './normalise.ts';
import type { Candidate, FoldedText } from './personal-finds.ts';

const SPOKEN: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  o: '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  两: '2',
  贰: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
};
const BETWEEN = new Set(' -,.·~/_*+|\u3002、\u3001');
const MOBILE = /^(?:86)?1[3-9]\d{9}$/u;
/** Groups in which people write a mobile number. */
const GROUPS = new Set(['3,4,4', '3,8', '7,4', '3,3,5', '2,3,3,3', '4,4,3', '3,4,2,2']);

/** Eleven digits as words (一三八…), mixed (1三8…), one by one (1 3 8 …), or in groups with odd separators (138/1234/5678). */
export function findSpoken({ text }: FoldedText): Candidate[] {
  const out: Candidate[] = [];
  let at = 0;
  while (at < text.length) {
    const first = digitOf(text, at);
    if (first === null || text[at] === 'o') {
      at += 1;
      continue;
    }
    at = readRun(text, at, out);
  }
  return out;
}

function digitOf(text: string, at: number): string | null {
  const char = text[at]!;
  return isDigit(text.charCodeAt(at)) ? char : (SPOKEN[char] ?? null);
}

/** Reads one run of digits, words for digits and single separators. @returns where reading goes on */
function readRun(text: string, start: number, out: Candidate[]): number {
  let digits = '';
  let words = 0;
  let group = 0;
  const groups: number[] = [];
  let at = start;
  let end = start;
  while (at < text.length) {
    const digit = digitOf(text, at);
    if (digit !== null) {
      if (digits.length < 20) digits += digit;
      if (!isDigit(text.charCodeAt(at))) words += 1;
      group += 1;
      at += 1;
      end = at;
    } else if (
      BETWEEN.has(text[at]!) &&
      at + 1 < text.length &&
      digitOf(text, at + 1) !== null &&
      text[at + 1] !== 'o'
    ) {
      groups.push(group);
      group = 0;
      at += 1;
    } else break;
  }
  groups.push(group);
  const single = groups.length > 8 && groups.every((size) => size === 1);
  if (MOBILE.test(digits) && (words > 0 || single || GROUPS.has(groups.join(',')))) {
    out.push({ kind: 'phone', start, end, rank: 8 });
  }
  return end;
}
