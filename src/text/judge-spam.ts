// Weighs the signs of advertising and gibberish; a customer who tells about a contact request is not advertising.
import type { SpamJudgement, SpamReason } from './judge.contract.ts';
import { hasLetters, isDigit, isHan, isLetter, NUMBER_MARK, URL_MARK } from './normalise.ts';
import type { Reading } from './reading.ts';

export interface SpamTags {
  contact: number;
  lure: number;
  money: number;
  advert: number;
  told: number;
  question: number;
}

export function spamTags(reading: Reading): SpamTags {
  return {
    contact: reading.tag('spam.contact'),
    lure: reading.tag('spam.lure'),
    money: reading.tag('spam.money'),
    advert: reading.tag('spam.advert'),
    told: reading.tag('spam.told'),
    question: reading.tag('cue.question'),
  };
}

/** Whether the words hold any sign of advertising: a way to get in touch, a link, a lure, money, praise for sale. */
export function showsSpam(reading: Reading, tags: SpamTags): boolean {
  const { plainCount } = reading;
  if (plainCount[tags.contact]! + plainCount[tags.lure]! + plainCount[tags.money]! + plainCount[tags.advert]! > 0)
    return true;
  const { codes, length } = reading.folded;
  for (let at = 0; at < length; at += 1) if (codes[at] === URL_MARK) return true;
  return false;
}

/**
 * Weights of the signs, from cross-validation on collected and written advertising against ordinary talk that holds the
 * same words: constant, head, contact, lures, money, praise for sale, link, told by a customer, contact beside a lure,
 * no sign at all, head without a sign.
 */
const WEIGHTS = [0.1, 6.48, 3.8, 4.26, 2, 0.88, 2.19, -3.65, 3.5, 0.71, -0.68] as const;
/** Who names a fault and shows no sign of advertising complains, whatever his numbers look like. */
const COMPLAINT_MOST = 0.4;
/** Without any sign in the words the score stays below certainty, so that the cheap look need not ask the weights. */
const SIGNLESS_MOST = 0.89;
/** So few words around a number and nothing offered: a customer says where he can be reached. */
const NUMBER_UNITS = 14;
const NUMBER_DIGITS = 7;
const NUMBER_MOST = 0.45;
/** Fewer words than these prove nothing without a sign, unless the head is sure. */
const SIGNLESS_UNITS = 8;
const SURE_HEAD = 0.15;
/** A short question without a way to get in touch. */
const ASKING_UNITS = 20;
const ASKING_MOST = 0.45;
/** A lone link is what customers send to say which product they mean. */
const LONE_LINK = 0.3;

/** @param head raw score of the trained spam head; null when the model has none. */
export function judgeSpam(reading: Reading, tags: SpamTags, head: number | null, namesFault = false): SpamJudgement {
  const reasons: SpamReason[] = [];
  const { plainCount } = reading;
  const contact = plainCount[tags.contact]! > 0;
  const lure = plainCount[tags.lure]!;
  const money = plainCount[tags.money]!;
  const advert = plainCount[tags.advert]!;
  let link = false;
  const { codes, length } = reading.folded;
  for (let at = 0; at < length && !link; at += 1) link = codes[at] === URL_MARK;
  if (contact) reasons.push('contact');
  if (lure > 0) reasons.push('lure');
  if (money > 0) reasons.push('money');
  if (advert > 0) reasons.push('advert');
  if (link) reasons.push('link');
  const worded = lure + money + advert > 0;
  const signs = contact || link || worded;
  const raw = Math.max(-2, Math.min(2, head ?? -0.4));
  let score = 0;
  if (signs || reading.units >= SIGNLESS_UNITS || (raw > SURE_HEAD && hasLetters(codes, length))) {
    let sum = WEIGHTS[0] + WEIGHTS[1] * raw;
    if (contact) sum += WEIGHTS[2];
    sum += WEIGHTS[3] * Math.min(2, lure) + WEIGHTS[4] * Math.min(2, money) + WEIGHTS[5] * Math.min(3, advert);
    if (link) sum += WEIGHTS[6];
    if (plainCount[tags.told]! > 0) sum += WEIGHTS[7];
    if (worded) sum += WEIGHTS[8] * ((contact ? 1 : 0) + (link ? 1 : 0));
    if (!signs) sum += WEIGHTS[9] + WEIGHTS[10] * raw;
    score = 1 / (1 + Math.exp(-sum));
    if (!signs) score = Math.min(score, namesFault ? COMPLAINT_MOST : SIGNLESS_MOST);
    if (!worded && !link && reading.units <= NUMBER_UNITS && digits(codes, length) >= NUMBER_DIGITS)
      score = Math.min(score, NUMBER_MOST);
    if (link && !contact && !worded && reading.units <= 12) score = Math.min(score, LONE_LINK);
    // "Is it free shipping, how much off?" uses the words of adverts, and asks.
    if (!contact && !link && money === 0 && plainCount[tags.question]! > 0 && reading.units <= ASKING_UNITS)
      score = Math.min(score, ASKING_MOST);
    if (raw > -0.2) reasons.push('model');
  }
  const noise = gibberish(codes, length, reading.source.length);
  if (noise !== null) {
    score = Math.max(score, noise.score);
    reasons.push(noise.reason);
  }
  score = Math.round(score * 1000) / 1000;
  return { score, reasons: score >= 0.1 ? reasons : [] };
}

/** How many digits there are; a long number counts as {@link NUMBER_DIGITS}. */
function digits(codes: Uint16Array, length: number): number {
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    if (isDigit(codes[at]!)) count += 1;
    else if (codes[at] === NUMBER_MARK) count += NUMBER_DIGITS;
  }
  return count;
}

/** The turn in which a character was last met: one turn a text, so that nothing need be cleared between texts. */
const metIn = new Uint8Array(0x10000);
const TURNS = 255;
let turn = 0;

function nextTurn(): number {
  if (turn === TURNS) {
    metIn.fill(0);
    turn = 0;
  }
  turn += 1;
  return turn;
}

/** Endless repetition and letters without sense; a customer who shouts a word a dozen times stays below the bar. */
function gibberish(codes: Uint16Array, length: number, original: number): { score: number; reason: SpamReason } | null {
  if (original > 30 && length * 4 < original) return { score: original > 300 ? 0.6 : 0.4, reason: 'repetition' };
  if (length < 24) return null;
  let words = 0;
  const limit = Math.min(length, 600);
  const few = Math.max(4, limit * 0.06);
  const now = nextTurn();
  let kinds = 0;
  for (let at = 0; at < limit; at += 1) {
    const code = codes[at]!;
    if (metIn[code] !== now) {
      metIn[code] = now;
      kinds += 1;
    }
    if (isHan(code) || isLetter(code)) words += 1;
  }
  if (kinds <= few && limit < 400) {
    return { score: limit > 200 ? 0.6 : 0.4, reason: 'repetition' };
  }
  if (words < limit * 0.15) return { score: 0.4, reason: 'gibberish' };
  return null;
}
