// Tells how a fault stands in its clause: told, denied, or only feared, asked and joked about.
import { isDigit, isHan, isLetter } from '../../../../../text/normalise.ts';
import type { LiveClass } from '../analysis.contract.ts';
import type { WordFinds } from './choose-class.ts';
import { ELSEWHERE, MAYBE, MINE, NOT, PRAISE, RUMOUR, STOP, WHY } from './live-lexicon.ts';

export type Standing = 'told' | 'denied' | 'supposed';

/** How a fault stands in its clause. */
export function standingOf(
  finds: WordFinds,
  hit: number,
  isQuestion: boolean,
  isRisk: boolean,
  kind: LiveClass,
): Standing {
  if (isBefore(finds, hit, NOT, 2)) return 'denied';
  if (isHoped(finds, hit)) return 'supposed';
  if (isRisk && (hasBit(finds, RUMOUR) || (hasBit(finds, ELSEWHERE) && kind !== 'risk.price_error'))) return 'supposed';
  if ((kind === 'complain.quality' || kind === 'complain.stream') && hasBit(finds, ELSEWHERE)) return 'supposed';
  // Who laughs was not hurt or cheated, unless he says that it is his own.
  if (isRisk && (kind === 'risk.safety' || kind === 'risk.fake') && laughs(finds) && !isTold(finds)) return 'supposed';
  // "坏了怎么办" asks before buying.
  if (kind === 'complain.quality' && asksWhatThen(finds, hit) && !isTold(finds)) return 'supposed';
  if (isRisk && isOwnAllergy(finds, hit)) return 'supposed';
  if (kind === 'risk.price_error' && isThought(finds, hit)) return 'supposed';
  // "是不是标错价了", "能买吗我未成年": asking is the way to say it.
  if (kind === 'risk.price_error' || kind === 'risk.minor' || kind === 'risk.privacy') return 'told';
  if (isBefore(finds, hit, MAYBE, 9) && !isReproach(finds)) return 'supposed';
  if (kind === 'complain.stream') return 'told';
  if (!isQuestion || isReproach(finds)) return 'told';
  // "还没发货吗" waits; "会过敏吗" and "起球吗" ask.
  if (kind === 'complain.shipping' || kind === 'complain.service') return 'told';
  return isRisk && isTold(finds) ? 'told' : 'supposed';
}

const BU_HUI = [0x4e0d, 0x4f1a]; // 不会
const BA = 0x5427; // 吧

/** "不会烂脸吧" hopes that it is not so. */
function isHoped(finds: WordFinds, hit: number): boolean {
  const { hits, codes, length } = finds;
  const from = hits.from[hit]!;
  const to = hits.to[hit]!;
  if (from < 2 || codes[from - 2] !== BU_HUI[0] || codes[from - 1] !== BU_HUI[1]) return false;
  for (let at = to; at < Math.min(length, to + 3); at += 1) if (codes[at] === BA) return true;
  return false;
}

const HA = 0x54c8; // 哈
const WHAT_THEN = ['怎么办', '咋办', '怎么弄', '怎么处理', '谁负责', '包赔', '赔吗', '能退', '能换', '包换'];

function laughs(finds: WordFinds): boolean {
  const { codes, length } = finds;
  for (let at = 1; at < length; at += 1) if (codes[at] === HA && codes[at - 1] === HA) return true;
  return false;
}

/** A fault named alone with what would follow from it. */
function asksWhatThen(finds: WordFinds, hit: number): boolean {
  const { hits, codes, length } = finds;
  const from = hits.to[hit]!;
  if (length - from > 8 || hits.from[hit]! > 6) return false;
  const rest = String.fromCharCode(...codes.subarray(from, length));
  return WHAT_THEN.some((words) => rest.includes(words));
}

const DUI = 0x5bf9; // 对
const YI_WEI = [0x4ee5, 0x4e3a]; // 以为

/** "我对海鲜过敏" tells of a person, not of the goods. */
function isOwnAllergy(finds: WordFinds, hit: number): boolean {
  const { hits, codes } = finds;
  const from = hits.from[hit]!;
  for (let at = Math.max(0, from - 5); at < from; at += 1) if (codes[at] === DUI) return true;
  return false;
}

/** "便宜得我以为标错价了" praises. */
function isThought(finds: WordFinds, hit: number): boolean {
  const { hits, codes } = finds;
  const from = hits.from[hit]!;
  for (let at = Math.max(0, from - 8); at + 1 < from; at += 1)
    if (codes[at] === YI_WEI[0] && codes[at + 1] === YI_WEI[1]) return true;
  return false;
}

/** Whether a cue of `bit` ends right before the hit: at most `gap` Han characters, or three words, and no stop between. */
export function isBefore(finds: WordFinds, hit: number, bit: number, gap: number): boolean {
  const { hits, lexicon, codes } = finds;
  const from = hits.from[hit]!;
  for (let other = 0; other < hits.size; other += 1) {
    if (lexicon.bits[hits.tag[other]!] !== bit) continue;
    const to = hits.to[other]!;
    if (to > from || isCovered(finds, other)) continue;
    const latin = isLetter(codes[from]!);
    if (from - to > (latin ? gap * 3 + 12 : gap)) continue;
    if (isOneClause(codes, to, from)) return true;
  }
  return false;
}

/** Whether a longer word holds this cue: the 不会 of 会不会 denies nothing, the 防 of 防晒 neither. */
function isCovered(finds: WordFinds, cue: number): boolean {
  const { hits, lexicon } = finds;
  const from = hits.from[cue]!;
  const to = hits.to[cue]!;
  if (finds.masked[from] !== 0) return true;
  for (let other = 0; other < hits.size; other += 1) {
    const left = hits.from[other]!;
    const right = hits.to[other]!;
    const bit = lexicon.bits[hits.tag[other]!]!;
    // "no pilling" praises by denying.
    if (left <= from && right >= to && right - left > to - from && bit !== STOP && bit !== PRAISE) return true;
  }
  return false;
}

function isOneClause(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = codes[at]!;
    if (code === 0x20 && at > 0 && isHan(codes[at - 1]!)) return false;
    if (code !== 0x20 && !isHan(code) && !isLetter(code) && !isDigit(code)) return false;
  }
  return true;
}

function isReproach(finds: WordFinds): boolean {
  return hasBit(finds, WHY);
}

function isTold(finds: WordFinds): boolean {
  return hasBit(finds, MINE);
}

function hasBit(finds: WordFinds, bit: number): boolean {
  const { hits, lexicon, masked } = finds;
  for (let at = 0; at < hits.size; at += 1)
    if (lexicon.bits[hits.tag[at]!] === bit && masked[hits.from[at]!] === 0) return true;
  return false;
}
