// Weighs the words found in a comment: which class it belongs to, and whether a fault is told, denied, feared or asked about.
import type { HitList } from '../../../../../text/lexicon/matcher.ts';
import { isDigit, isHan, isLetter } from '../../../../../text/normalise.ts';
import { INTENT_BITS, type ShortReading } from '../../../../../text/short/short.contract.ts';
import type { LiveClass } from '../analysis.contract.ts';
import { asksByWords, asksFormally, isLatin } from './asking-form.ts';
import {
  ASK,
  ASK_RANK,
  BAD,
  BLAME,
  BUY,
  CLAIM,
  DEVICE,
  DONE,
  ELSEWHERE,
  GOODS,
  GREETING,
  type LiveLexicon,
  MAYBE,
  MINE,
  NOT,
  PRAISE,
  RISK,
  RUMOUR,
  SETTLED,
  STOP,
  UNBOUGHT,
  WEAK,
  WHY,
} from './live-lexicon.ts';
import { hasPersonalData, isArrival, isFiller, isMispriced, isNumberedClaim, isYoung } from './patterns.ts';

/** Words found in one folded text. */
export interface WordFinds {
  hits: HitList;
  lexicon: LiveLexicon;
  codes: Uint16Array;
  length: number;
  /** 1 where a saying hides the words. */
  masked: Uint8Array;
}

export interface ClassChoice {
  class: LiveClass;
  matter: string;
  /** A fault was named, but as fear, question or condition. */
  isHypothetical: boolean;
  isMine: boolean;
}

const choice: ClassChoice = { class: 'other', matter: '', isHypothetical: false, isMine: false };
/** A statement of so many characters that names a matter asks about it. */
const SHORT_ASK = 14;
const SHORT_ASK_LATIN = 36;

/** The choice is reused by the next call. */
export function chooseClass(finds: WordFinds, short: ShortReading, text: string): ClassChoice {
  const { hits, lexicon, masked, codes, length } = finds;
  const isQuestion = asksFormally(codes, length) && (short.isQuestion || !isLetter(codes[0]!));
  let bits = 0;
  let fault = -1;
  let faultRank = 0;
  let isHypothetical = false;
  let weak = -1;
  let ask = -1;
  let askRank = 0;
  for (let hit = 0; hit < hits.size; hit += 1) {
    const tag = hits.tag[hit]!;
    const bit = lexicon.bits[tag]!;
    const from = hits.from[hit]!;
    if (masked[from] !== 0) continue;
    const width = hits.to[hit]! - from;
    if (bit === BAD || bit === RISK || bit === WEAK) {
      const standing = standingOf(finds, hit, isQuestion, bit !== BAD, lexicon.classes[tag]!);
      if (standing === 'denied') continue;
      if (standing === 'supposed') {
        isHypothetical = true;
        continue;
      }
      if (bit === WEAK) {
        weak = tag;
        continue;
      }
      const rank = (bit === RISK ? 100 : 0) + width;
      if (rank > faultRank) {
        fault = tag;
        faultRank = rank;
      }
    } else if (bit === ASK) {
      // "how do I get the coupon" asks for the coupon.
      const isHow = lexicon.matters[tag] === 'link/how';
      const rank = isHow ? 1 + width / 100 : ASK_RANK[lexicon.classes[tag]!]! * 2 + width * 3;
      if (rank > askRank) {
        ask = tag;
        askRank = rank;
      }
    } else if (!(bit === DONE && isBefore(finds, hit, UNBOUGHT, 3))) bits |= bit;
  }
  if (weak >= 0 && fault < 0 && isBacked(finds, lexicon.classes[weak]!, bits)) fault = weak;
  choice.isHypothetical = isHypothetical;
  choice.isMine = (bits & (MINE | DONE)) !== 0;
  choice.matter = '';
  const set = (chosen: LiveClass, matter = ''): ClassChoice => {
    choice.class = chosen;
    choice.matter = matter;
    return choice;
  };
  if (hasPersonalData(text)) return set('risk.privacy', 'privacy/shown');
  if (isMispriced(text)) return set('risk.price_error', 'price_error/is');
  if (isYoung(text)) return set('risk.minor', 'minor/age');
  const calm = (bits & SETTLED) !== 0 && (bits & WHY) === 0;
  if (fault >= 0 && !(calm && lexicon.classes[fault]!.startsWith('complain.stream')))
    return set(lexicon.classes[fault]!, lexicon.matters[fault]!);
  if (short.isCheer || isFiller(text)) return set('noise');
  if (short.claim === 'code') return set('claim.code');
  if (short.claim === 'done') return set('buy.done');
  if (isArrival(text)) return set('greeting');
  if (isNumberedClaim(text)) return set('claim.code');
  if (short.claim === 'want') {
    if ((bits & CLAIM) !== 0 || (short.number > 0 && (short.quantity > 0 || short.specTo > 0)))
      return set('claim.code');
    return isLinkAsk(finds) ? set('ask.link', 'link/where') : set('buy.intent');
  }
  const asksInEnglish = ask >= 0 && asksByWords(finds);
  const asksByForm = asksInEnglish || short.isQuestion || (short.intents & INTENT_BITS.ask) !== 0;
  if ((bits & DONE) !== 0 && !short.isQuestion && !asksInEnglish) return set('buy.done');
  const longest = isLatin(finds) ? SHORT_ASK_LATIN : SHORT_ASK;
  if (ask >= 0 && (asksByForm || isHypothetical || (finds.length <= longest && asksAlone(finds, ask, bits))))
    return set(lexicon.classes[ask]!, lexicon.matters[ask]!);
  if (short.isQuestion) return set(isHypothetical ? 'ask.usage' : 'ask.other');
  if ((bits & BUY) !== 0) return set('buy.intent');
  if ((bits & BLAME) !== 0 && (bits & PRAISE) === 0 && (bits & (GOODS | MINE)) !== 0)
    return set('complain.quality', 'quality/other');
  if ((bits & PRAISE) !== 0 && (bits & BLAME) === 0 && short.sentiment >= 0) return set('praise');
  if ((bits & GREETING) !== 0) return set('greeting');
  if (short.probability > 0.93 && short.sentiment > 0 && (short.intents & INTENT_BITS.praise) !== 0)
    return set('praise');
  return set('other');
}

/** A hazard word of everyday talk counts beside the goods, a wrong price beside a number. */
function isBacked(finds: WordFinds, kind: LiveClass, bits: number): boolean {
  if (kind === 'risk.price_error') {
    for (let at = 0; at < finds.length; at += 1) if (isDigit(finds.codes[at]!)) return true;
    return false;
  }
  return (bits & (MINE | DONE | DEVICE)) !== 0 || (kind === 'risk.fake' && (bits & GOODS) !== 0);
}

type Standing = 'told' | 'denied' | 'supposed';

/** How a fault stands in its clause. */
function standingOf(finds: WordFinds, hit: number, isQuestion: boolean, isRisk: boolean, kind: LiveClass): Standing {
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
function isBefore(finds: WordFinds, hit: number, bit: number, gap: number): boolean {
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

/** "链接", "求链接" ask for it; "3号链接" claims. */
function isLinkAsk(finds: WordFinds): boolean {
  const { hits, lexicon, codes, length } = finds;
  for (let at = 0; at < length; at += 1) if (isDigit(codes[at]!)) return false;
  for (let hit = 0; hit < hits.size; hit += 1) if (lexicon.matters[hits.tag[hit]!] === 'link/where') return true;
  return false;
}

/** A matter named alone ("尺码", "160 120斤", "上链接") asks about it; one with praise or blame tells. */
function asksAlone(finds: WordFinds, ask: number, bits: number): boolean {
  if ((bits & (PRAISE | BLAME | BUY | GREETING)) !== 0) return false;
  const kind = finds.lexicon.classes[ask]!;
  return (kind !== 'ask.usage' && kind !== 'ask.other') || finds.lexicon.matters[ask] === 'other/show';
}
