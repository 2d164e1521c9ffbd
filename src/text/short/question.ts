// Questions without a mark: most of those in a live room.
import { isHan, isLetter } from '../normalise.ts';
import { WordSet } from './claim-words.ts';

const BU = 0x4e0d; // 不
const MEI = 0x6ca1; // 没
const JI = 0x51e0; // 几
const ENDINGS = new Set([...'吗么嘛呢没不咩否'].map((char) => char.charCodeAt(0)));
const SURE_ENDING = 0x5417; // 吗
/** What follows 几 in a question about a number. */
const COUNTED = new Set([...'号斤块点折包瓶件个码米克寸支盒箱天岁种色元片次颗'].map((char) => char.charCodeAt(0)));
/** What stands before 几 when it means "some". */
const SOME = new Set([...'好十百千这那前过没有了第来'].map((char) => char.charCodeAt(0)));
const PARTICLES = new Set([...'啊呀哦呐哈啦吧的了~。!'].map((char) => char.charCodeAt(0)));
const OPENERS = new WordSet(
  "what|how|when|where|which|who|why|is it|is this|is that|is there|are there|are these|are you|do you|do they|does it|does this|did you|can i|can you|can we|could you|will it|will you|would it|any |has it|have you|whats|what's|how's|when's",
);
const SHORT = 30;
const LE = 0x4e86; // 了
const NE = 0x5462; // 呢
const INSISTING = new Set([...'还才正在'].map((char) => char.charCodeAt(0)));
const WONDERING = new Set([...'什么怎哪几多谁啥咋吗'].map((char) => char.charCodeAt(0)));

/** "刚才还便宜呢", "才穿两天呢": 呢 behind 还 or 才 asks nothing when no question word stands before it. */
export function insists(codes: Uint16Array, end: number): boolean {
  let isFirm = false;
  for (let at = 0; at < end; at += 1) {
    if (WONDERING.has(codes[at]!)) return false;
    if (INSISTING.has(codes[at]!)) isFirm = true;
  }
  return isFirm;
}

/**
 * @param isWeak whether a question word occurs that also stands in statements (什么, 怎么, how).
 */
export function asksWithoutMark(codes: Uint16Array, length: number, isWeak: boolean): boolean {
  let end = length;
  while (end > 0 && (PARTICLES.has(codes[end - 1]!) || codes[end - 1] === 0x20)) end -= 1;
  if (end === 0) return false;
  const last = codes[end - 1]!;
  // "充不了了", "券没了": 了 behind 不 and 没 makes a statement.
  const isGone = (last === BU || last === MEI) && end < length && codes[end] === LE;
  if (last === SURE_ENDING && end >= 2) return true;
  if (!isGone && end >= 3 && end <= SHORT && ENDINGS.has(last) && isHan(codes[end - 2]!) && codes[end - 2] !== BU)
    return !(last === NE && insists(codes, end - 1));
  if (OPENERS.match(codes, 0, length) > 0 && length <= 120) return true;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at]!;
    // 甜不甜, 有没有, 行不行
    if (
      (code === BU || code === MEI) &&
      at > 0 &&
      at + 1 < length &&
      codes[at - 1] === codes[at + 1] &&
      isHan(codes[at - 1]!)
    )
      return true;
    if (code === JI && at + 1 < length && COUNTED.has(codes[at + 1]!) && !(at > 0 && SOME.has(codes[at - 1]!)))
      return true;
  }
  return isWeak && length <= SHORT && !isLetter(codes[0]!);
}
