// Whether a comment is a question by its form: mark, particle, or an English asking word, behind calls and names of goods.
import { isDigit, isHan, isLetter } from '../../../../../text/normalise.ts';
import { insists } from '../../../../../text/short/question.ts';
import type { WordFinds } from './choose-class.ts';

const ASKING_WORDS = new Set(
  'what whats how hows when whens where wheres which who whos why can could do does did is are will would has have should any'.split(
    ' ',
  ),
);
/** A question may be opened by a call, a number or the name of the goods. */
const OPENING_WORDS = 6;
/** What makes a statement of a question word: "that's what I like". */
const TELLING = new Set("thats that know knew love how's because when".split(' '));

/** An English question without its mark: one of the first words asks ("serum how much", "hi can it go lower"). */
export function asksByWords(finds: Pick<WordFinds, 'codes' | 'length' | 'masked'>): boolean {
  const { codes, length, masked } = finds;
  let words = 0;
  let last = '';
  for (let at = 0; at < length && words < OPENING_WORDS; ) {
    if (!isLetter(codes[at]!)) {
      at += 1;
      continue;
    }
    let end = at;
    let word = '';
    while (end < length && (isLetter(codes[end]!) || isDigit(codes[end]!))) word += String.fromCharCode(codes[end++]!);
    if (masked[at] === 0) {
      words += 1;
      if (ASKING_WORDS.has(word) && !TELLING.has(last)) return word.length > 3 || words <= 3;
      last = word;
    }
    at = end;
  }
  return false;
}

export function isLatin(finds: Pick<WordFinds, 'codes' | 'length' | 'masked'>): boolean {
  for (let at = 0; at < finds.length; at += 1) if (isHan(finds.codes[at]!)) return false;
  return true;
}

const VOCATIVES = ['主播', '老板娘', '老板', '小姐姐', '姐姐', '姐', '宝子', '宝贝', '宝', '亲', '家人们', '各位'];

/** Where the clause ends without calls, signs and particles behind it: "掉色吗主播👍" ends with 吗. */
function clauseEnd(codes: Uint16Array, length: number): number {
  let end = length;
  for (let round = 0; round < 3; round += 1) {
    while (end > 0 && !isHan(codes[end - 1]!) && !isLetter(codes[end - 1]!) && codes[end - 1] !== 0x3f) end -= 1;
    let cut = end;
    for (const call of VOCATIVES) {
      const from = end - call.length;
      if (from <= 0) continue;
      let at = 0;
      while (at < call.length && codes[from + at] === call.charCodeAt(at)) at += 1;
      if (at === call.length) cut = Math.min(cut, from);
    }
    if (cut === end) break;
    end = cut;
  }
  return end;
}

const ASKING_ENDS = new Set([...'吗么嘛没不呢?'].map((char) => char.charCodeAt(0)));
const SOFT_ENDS = new Set([...'啊呀哦的了~。!'].map((char) => char.charCodeAt(0)));

/** A question by its form: mark, particle, or an English opener; not a reproach that only sounds like one. */
export function asksFormally(codes: Uint16Array, length: number): boolean {
  for (let at = 0; at < length; at += 1) {
    if (codes[at] === 0x3f) return true;
    if (at > 0 && at + 1 < length && codes[at] === 0x4e0d && codes[at - 1] === codes[at + 1]) return true;
  }
  const told = clauseEnd(codes, length);
  let end = told;
  while (end > 0 && SOFT_ENDS.has(codes[end - 1]!)) end -= 1;
  if (end === 0) return false;
  const last = codes[end - 1]!;
  if (isLetter(codes[0]!)) return true;
  if (!ASKING_ENDS.has(last)) return false;
  // "充不了了" and "券没了" tell; "还便宜二十呢" insists.
  if ((last === BU || last === MEI) && end < told && codes[end] === LE) return false;
  return !(last === NE && insists(codes, end - 1));
}

const BU = 0x4e0d; // 不
const MEI = 0x6ca1; // 没
const LE = 0x4e86; // 了
const NE = 0x5462; // 呢
