// Which characters of a comment are not to be read as words: sayings, product names, numbers of links.
import { isDigit } from '../../../../../text/normalise.ts';
import { GOODS_NAME } from '../../../../../text/short/live-features.ts';

export const SAYING = 1;
/** Says which product is meant; left out of the pieces by which questions are compared. */
export const NAME = GOODS_NAME;

const HAO = 0x53f7; // 号
const LINK = [0x94fe, 0x63a5]; // 链接
const JOIN = [0x8fde, 0x63a5]; // 连接
const LIAN = 0x94fe;
const NUMERALS = new Set([...'一二三四五六七八九十'].map((char) => char.charCodeAt(0)));

/** Masks "3号链接", "三号", "链接3" and "#3". */
export function maskLinkNumbers(codes: Uint16Array, length: number, masked: Uint8Array): void {
  for (let at = 0; at < length; at += 1) {
    if (codes[at] === HAO && at > 0) {
      let from = at;
      while (from > 0 && (isDigit(codes[from - 1]!) || NUMERALS.has(codes[from - 1]!))) from -= 1;
      if (from === at) continue;
      const to = at + 1;
      masked.fill(NAME, from, isPair(codes, to, length) ? to + 2 : codes[to] === LIAN ? to + 1 : to);
    } else if (isPair(codes, at, length) || codes[at] === 0x23) {
      const word = codes[at] === 0x23 ? 1 : 2;
      let to = at + word;
      while (to < length && isDigit(codes[to]!)) to += 1;
      if (to > at + word) masked.fill(NAME, at, codes[to] === HAO && to < length ? to + 1 : to);
    }
  }
}

function isPair(codes: Uint16Array, at: number, length: number): boolean {
  if (at + 1 >= length) return false;
  return (codes[at] === LINK[0] || codes[at] === JOIN[0]) && codes[at + 1] === LINK[1];
}
