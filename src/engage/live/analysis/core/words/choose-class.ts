// Weighs the words found in a comment: which class it belongs to, and whether a fault is told, denied, feared or asked about.
import type { HitList } from '../../../../../text/lexicon/matcher.ts';
import { isDigit, isLetter } from '../../../../../text/normalise.ts';
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
  MINE,
  PRAISE,
  RISK,
  RUMOUR,
  SETTLED,
  UNBOUGHT,
  WEAK,
  WHY,
} from './live-lexicon.ts';
import { hasPersonalData, isArrival, isFiller, isMispriced, isNumberedClaim, isYoung, wasCheaper } from './patterns.ts';
import { isBefore, standingOf } from './standing.ts';

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
  /** A second fault of another class that is told as well, null when there is none. */
  also: { class: LiveClass; matter: string } | null;
  /** Neither a fault nor plainly anything else was found, and nothing was denied, feared or asked. */
  isOpen: boolean;
}

const choice: ClassChoice = {
  class: 'other',
  matter: '',
  isHypothetical: false,
  isMine: false,
  also: null,
  isOpen: false,
};
/** A statement of so many characters that names a matter asks about it. */
const SHORT_ASK = 14;
const SHORT_ASK_LATIN = 36;

/** The choice is reused by the next call. */
export function chooseClass(finds: WordFinds, short: ShortReading, text: string): ClassChoice {
  const { hits, lexicon, masked, codes, length } = finds;
  const isQuestion = asksFormally(codes, length) && (short.isQuestion || !isLetter(codes[0]!));
  let bits = 0;
  let fault = -1;
  let faultRank = Number.NEGATIVE_INFINITY;
  let isHypothetical = false;
  let second = -1;
  let secondRank = Number.NEGATIVE_INFINITY;
  let isDenied = false;
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
      if (standing === 'denied') {
        isDenied = true;
        continue;
      }
      if (standing === 'supposed') {
        isHypothetical = true;
        continue;
      }
      if (bit === WEAK) {
        weak = tag;
        continue;
      }
      // What came broken is a fault of the goods, unless only the parcel is named.
      const isParcel = lexicon.matters[tag] === 'shipping/damaged';
      const rank = (bit === RISK ? 100 : isParcel ? -100 : 0) + width;
      if (rank > faultRank) {
        if (fault >= 0 && lexicon.classes[fault] !== lexicon.classes[tag]) {
          second = fault;
          secondRank = faultRank;
        }
        fault = tag;
        faultRank = rank;
      } else if (rank > secondRank && lexicon.classes[fault] !== lexicon.classes[tag]) {
        second = tag;
        secondRank = rank;
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
  choice.also =
    second >= 0 && lexicon.classes[second] !== lexicon.classes[fault]
      ? { class: lexicon.classes[second]!, matter: lexicon.matters[second]! }
      : null;
  choice.isOpen =
    fault < 0 &&
    !isDenied &&
    !isHypothetical &&
    !isQuestion &&
    !short.isCheer &&
    (bits & (PRAISE | SETTLED | ELSEWHERE | RUMOUR)) === 0;
  const set = (chosen: LiveClass, matter = ''): ClassChoice => {
    choice.class = chosen;
    choice.matter = matter;
    return choice;
  };
  if (hasPersonalData(text)) return set('risk.privacy', 'privacy/shown');
  if (isMispriced(text)) return set('risk.price_error', 'price_error/is');
  if (isYoung(text)) return set('risk.minor', 'minor/age');
  if (fault < 0 && !isQuestion && wasCheaper(text.normalize('NFKC'))) return set('complain.price', 'price/change');
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
