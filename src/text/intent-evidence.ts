// What a text shows about the wishes of its speaker, as a row of plain numbers that one small logistic decision per intent weighs.
import { weighByRules } from './guess-intents.ts';
import type { IntentTags } from './intent-tags.ts';
import { INTENTS, type Intent } from './judge.contract.ts';
import type { Tone } from './judge-sentiment.ts';
import type { FoundTheme } from './judge-themes.ts';
import { isHan, isLetter } from './normalise.ts';
import type { Reading } from './reading.ts';
import { asksWithoutMark } from './short/question.ts';

/** Heads of one place alone: the same few words mean something else under a show, in a chat with a shop and in a review. */
export const PLACE_HEADS = [
  'room_complain',
  'room_praise',
  'room_ask',
  'room_suggest',
  'room_buy',
  'room_none',
  'chat_complain',
  'chat_ask',
  'review_suggest',
  'review_buy',
] as const;
/** The heads that are heard; `none` is chatter, `live` and `service` tell a room's lines and a chat's turns from reviews. */
export const INTENT_HEADS = [
  'ask',
  'suggest',
  'complain',
  'praise',
  'buy',
  'none',
  'live',
  'service',
  ...PLACE_HEADS,
] as const;
export type IntentHead = (typeof INTENT_HEADS)[number];
/** Wishes that one clause of a long text may hold, with the head that is heard by its strongest clause. */
export const INTENT_CLAUSES: readonly { intent: Intent; head: string }[] = [
  { intent: 'suggest', head: 'aspect.wish_suggest' },
  { intent: 'buy', head: 'aspect.wish_buy' },
];

export interface IntentFacts {
  /** Logit of P(for | opinionated). */
  lean: number;
  tone: Tone;
  themes: readonly FoundTheme[];
}

const HEADS_FROM = 1;
const WORDS_FROM = HEADS_FROM + INTENT_HEADS.length;
/** Where a row says that a reproach has the form of a question. */
export const REPROACH_AT = WORDS_FROM + 9;
/** Where it counts question marks, and where it says that a wish for a change is put plainly. */
export const MARK_AT = WORDS_FROM + 8;
export const STRONG_WISH_AT = WORDS_FROM + 12;
/** How many numbers a row has; the first is the constant. */
export const INTENT_NUMBERS = WORDS_FROM + 34 + INTENTS.length + INTENT_CLAUSES.length;
/** Behind all others, so that weights of a model without these heads still fit. */
const CLAUSES_FROM = INTENT_NUMBERS - INTENT_CLAUSES.length;
/** Beyond this the peak of a head says nothing more. */
const PEAK_LIMIT = 3;
const LIVE_AT = HEADS_FROM + INTENT_HEADS.indexOf('live');
const SERVICE_AT = HEADS_FROM + INTENT_HEADS.indexOf('service');
const ENGLISH_AT = WORDS_FROM + 26;
/** Kinds of voices that are decided apart: room, chat with a shop, review, English. */
export const INTENT_KINDS = 4;
/** From here on the heads tell the Chinese places apart, or speak for one of them. */
const FIRST_OF_PLACES = INTENT_HEADS.indexOf('live');
/** Certainty beyond this says nothing more: the sentiment head is surer of texts it was trained on. */
const LOGIT_LIMIT = 3;

const POSITIVE_BAR = 0.65;
const NEGATIVE_BAR = 0.35;

/** Reusable; holds the numbers of the last text until the next `run`. */
export class IntentEvidence {
  readonly numbers = new Float64Array(INTENT_NUMBERS);
  private readonly rules = new Float64Array(INTENTS.length);
  private at = 0;

  /** Sets what a trained head thinks of the text, after `run`; heads of Chinese places know nothing of an English one. */
  hear(head: number, raw: number): void {
    const { numbers } = this;
    numbers[HEADS_FROM + head] = head >= FIRST_OF_PLACES && numbers[ENGLISH_AT]! > 0 ? 0 : raw;
  }

  /** Sets the strongest clause of one of {@link INTENT_CLAUSES}. */
  hearClause(wish: number, peak: number): void {
    this.numbers[CLAUSES_FROM + wish] = Math.max(-PEAK_LIMIT, Math.min(PEAK_LIMIT, peak));
  }

  run(reading: Reading, tags: IntentTags, facts: IntentFacts): void {
    const { tone, themes } = facts;
    const logit = Math.max(-LOGIT_LIMIT, Math.min(LOGIT_LIMIT, facts.lean));
    const { plainCount } = reading;
    const weak = Math.min(2, plainCount[tags.weak]!);
    const strong = Math.min(2, Math.max(0, plainCount[tags.question]! - plainCount[tags.weak]!));
    const mark = Math.min(2, plainCount[tags.mark]!);
    const asks = strong > 0 || mark > 0 ? 1 : 0;
    const wishes = Math.min(2, plainCount[tags.suggest]!);
    const { units } = reading;
    const { codes, length } = reading.folded;
    let bad = 0;
    let good = 0;
    for (const theme of themes) {
      if (theme.leaf.leaning < 0 && theme.confidence > 0.6) bad += 1;
      if (theme.leaf.leaning > 0) good += 1;
    }
    const end = lastSign(reading);
    const short = units <= 8 ? 1 : 0;
    this.numbers[0] = 1;
    this.at = WORDS_FROM;
    this.put(logit);
    this.put(Math.abs(logit));
    this.put(Math.min(3, tone.positive));
    this.put(Math.min(3, tone.negative));
    this.put(Math.min(2, bad));
    this.put(Math.min(2, good));
    this.put(strong);
    this.put(weak);
    this.put(mark);
    this.put(Math.min(1, plainCount[tags.rhetorical]!));
    this.put(Math.min(2, plainCount[tags.request]!));
    this.put(wishes);
    this.put(Math.min(1, plainCount[tags.suggestStrong]!));
    this.put(Math.min(1, plainCount[tags.suggestNot]!));
    this.put(Math.min(2, plainCount[tags.buy]!));
    this.put(Math.min(1, plainCount[tags.buyAgain]!));
    this.put(Math.min(1, plainCount[tags.buyPast]!));
    this.put(Math.min(1, plainCount[tags.buyNot]!));
    this.put(Math.min(1, plainCount[tags.thanks]!));
    this.put(Math.log2(units + 1));
    this.put(units <= 3 ? 1 : 0);
    this.put(short);
    this.put(units > 30 ? 1 : 0);
    this.put(end === ASKING ? 1 : 0);
    this.put(end === URGING ? 1 : 0);
    this.put(end === DENYING ? 1 : 0);
    this.put(isEnglish(reading) ? 1 : 0);
    this.put(mark === 0 && asksWithoutMark(codes, length, weak > 0 && tone.positive + tone.negative === 0) ? 1 : 0);
    this.put(asks * Math.max(0, -logit));
    this.put(asks * Math.max(0, logit));
    this.put(wishes * Math.max(0, -logit));
    this.put(short * Math.max(0, -logit));
    this.put(short * Math.max(0, logit));
    this.put(asks * bad > 0 ? 1 : 0);
    const probability = 1 / (1 + Math.exp(-facts.lean));
    weighByRules(this.rules, reading, tags, {
      label: probability > POSITIVE_BAR ? 'positive' : probability < NEGATIVE_BAR ? 'negative' : 'neutral',
      probability,
      tone,
      themes,
      isUrgent: false,
      isLive: false,
      isRated: false,
    });
    for (let index = 0; index < this.rules.length; index += 1) this.put(Math.min(2, this.rules[index]!));
  }

  private put(value: number): void {
    this.numbers[this.at++] = value;
  }
}

/** Which kind of voice a row sounds like, from what the heads think of its place and from its script. */
export function kindOf(numbers: ArrayLike<number>): number {
  if (numbers[ENGLISH_AT]! > 0) return 3;
  const live = numbers[LIVE_AT]!;
  const service = numbers[SERVICE_AT]!;
  if (live > 0 && live >= service) return 0;
  return service > 0 ? 1 : 2;
}

/**
 * The weighed sum of a row: above 0 the intent is likelier there than not.
 * @param weights one for each number, or one such list for each kind behind the other.
 */
export function weigh(weights: ArrayLike<number>, numbers: ArrayLike<number>, kind = 0): number {
  const isByKind = weights.length > INTENT_NUMBERS;
  const count = isByKind ? weights.length / INTENT_KINDS : weights.length;
  const from = isByKind ? kind * count : 0;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += weights[from + at]! * numbers[at]!;
  return sum;
}

/** Log odds, kept finite. */
export function logit(probability: number): number {
  const p = Math.min(0.9999, Math.max(0.0001, probability));
  return Math.log(p / (1 - p));
}

const ASKING = 1;
const URGING = 2;
const DENYING = 3;

/** What the last written sign, marks left aside, makes of a sentence: 吗么呢 ask, 吧呗 urge, 没不否 ask too ("有货没"). */
function lastSign(reading: Reading): number {
  const { codes, length } = reading.folded;
  const least = Math.max(0, length - 6);
  for (let at = length - 1; at >= least; at -= 1) {
    const code = codes[at]!;
    if (!isHan(code) && !isLetter(code)) continue;
    if (code === 0x5417 || code === 0x4e48 || code === 0x5462 || code === 0x561b) return ASKING;
    if (code === 0x5427 || code === 0x5457) return URGING;
    if (code === 0x6ca1 || code === 0x4e0d || code === 0x5426) return DENYING;
    return 0;
  }
  return 0;
}

/** Whether the text begins in Latin letters rather than Han characters. */
function isEnglish(reading: Reading): boolean {
  const { codes, length } = reading.folded;
  const most = Math.min(length, 40);
  let letters = 0;
  let han = 0;
  for (let at = 0; at < most; at += 1) {
    if (isHan(codes[at]!)) han += 1;
    else if (isLetter(codes[at]!)) letters += 1;
  }
  return letters > han * 3;
}
