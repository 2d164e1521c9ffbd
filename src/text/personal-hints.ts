// Sees in one pass whether a text can hold personal data at all, since nearly none does and looking closely costs time.
import { FOLD } from './normalise.ts';

const DIGIT = 1;
const SPOKEN = 2;
const LETTER = 4;
const AT = 8;
const CONTACT = 16;
const DOOR = 32;
const ROAD = 64;

/** What a UTF-16 code, folded, hints at. */
const HINTS = new Uint8Array(0x10000);
for (const [chars, hint] of [
  ['0123456789', DIGIT],
  ['零〇一二三四五六七八九十幺两壹贰叁肆伍陆柒捌玖', SPOKEN],
  ['abcdefghijklmnopqrstuvwxyz', LETTER],
  ['@#艾', AT],
  ['微薇威徽卫扣企球群vwq', CONTACT],
  ['号室栋幢弄座楼层户院组队舍单家巷', DOOR],
  ['路街巷道弄村苑园区镇里庄城湾屯乡坊胡同厦寓邸府庭郡墅段址广期', ROAD],
] as const) {
  for (const char of chars) HINTS[char.charCodeAt(0)]! |= hint;
}

/** Which finders have anything to look for. */
export interface Hints {
  numbers: boolean;
  spoken: boolean;
  codes: boolean;
  contacts: boolean;
  addresses: boolean;
}

/** @returns null when no finder can find anything */
export function hintsOf(text: string): Hints | null {
  let digits = 0;
  let spoken = 0;
  let letters = 0;
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    const hint = HINTS[FOLD[text.charCodeAt(at)]!]!;
    if (hint === 0) continue;
    seen |= hint;
    if ((hint & DIGIT) !== 0) digits += 1;
    else if ((hint & SPOKEN) !== 0) spoken += 1;
    else if ((hint & LETTER) !== 0) letters += 1;
  }
  const numbers = digits >= 4;
  const hidden = letters >= 8 && /[\s([{（]at[\s)\]}）]/iu.test(text);
  const contacts = (seen & AT) !== 0 || hidden || ((seen & CONTACT) !== 0 && letters + digits >= 5);
  const door = (seen & DOOR) !== 0 && (seen & ROAD) !== 0 && digits + spoken > 0;
  const hints: Hints = {
    numbers,
    spoken: digits + spoken + countO(text, digits) >= 11,
    codes: digits >= 3,
    // A plate, and a name without any letter, needs four digits; an address in English a digit and words.
    contacts: contacts || digits >= 3,
    addresses: door || (digits > 0 && letters >= 6) || (digits >= 3 && (seen & DOOR) !== 0),
  };
  return hints.numbers || hints.spoken || hints.codes || hints.contacts || hints.addresses ? hints : null;
}

/** An o may stand for a nought where there are many digits. */
function countO(text: string, digits: number): number {
  return digits >= 5 && /o/iu.test(text) ? 6 : 0;
}
