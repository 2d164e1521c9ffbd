// Reads one live message into a reusable result: what a room must know at once, at danmaku speed.

import { sentimentTags, type Tone, wordsLogit } from '../judge-sentiment.ts';
import type { TextModel } from '../model.ts';
import { modelParts } from '../model-parts.ts';
import { isHan, isLetter, URL_MARK } from '../normalise.ts';
import { NEGATED, PLAIN, Reading } from '../reading.ts';
import { Scorer, sigmoid } from '../scorer.ts';
import { ToneDecision } from '../tone-decision.ts';
import { isCheerful } from './cheer.ts';
import { ClaimReader } from './claim.ts';
import { type LiveContext, LiveHead } from './live-head.ts';
import { mergeKey, readMergeKey } from './merge-key.ts';
import { asksWithoutMark } from './question.ts';
import { INTENT_BITS, type ShortJudge, type ShortReading } from './short.contract.ts';

/** A live message has no more; of a longer one the beginning is read. */
const READ_LIMIT = 1000;

const MARK = 1;
const QUESTION = 2;
const WEAK = 4;
const RHETORICAL = 8;
const REQUEST = 16;
const SUGGEST = 32;
const NO_SUGGEST = 64;
const BUY = 128;
const NO_BUY = 256;
const GOOD = 512;
const BAD = 1024;
const GOOD_IDIOM = 2048;
const BAD_IDIOM = 4096;
const ALARM = 8192;
const ADVERT = 16_384;

const BITS: Readonly<Record<string, number>> = {
  'cue.question_mark': MARK,
  'cue.question': QUESTION,
  'cue.question_weak': WEAK,
  'cue.rhetorical': RHETORICAL,
  'cue.request': REQUEST,
  'cue.suggest': SUGGEST,
  'cue.suggest_not': NO_SUGGEST,
  'cue.buy': BUY,
  'cue.buy_not': NO_BUY,
  'cue.pos': GOOD,
  'cue.neg': BAD,
  'cue.idiom_pos': GOOD_IDIOM,
  'cue.idiom_neg': BAD_IDIOM,
  'spam.contact': ADVERT,
  'spam.lure': ADVERT,
  'spam.money': ADVERT,
};
/** Lists of the urgency words that say nothing by themselves. */
const HARMLESS = /^urge\.(after|where|body_part|proof|price_topic|privacy_topic|minor_who|supposed|settled|figure)$/;

/** A judge over the given weights, with buffers of its own. */
export function createShortJudge(model: TextModel): ShortJudge & { sights(): LiveContext } {
  const reading = new Reading();
  // The heads of aspects speak of clauses; a message of a few words has no use for them.
  const scorer = new Scorer(modelParts(model).rest);
  const decision = new ToneDecision(scorer, model.header.tone);
  const sentimentOf = sentimentTags(reading);
  const tone: Tone = { positive: 0, negative: 0 };
  const claims = new ClaimReader();
  const live = model.live === undefined ? null : new LiveHead(model.live);
  const context: LiveContext = {
    side: 0,
    neutral: 0,
    isQuestion: false,
    isClaim: false,
    isCheer: false,
    good: 0,
    bad: 0,
  };
  const bitOf = Uint16Array.from(reading.matcher.tags, (tag) =>
    tag.startsWith('urge.') && !HARMLESS.test(tag) ? ALARM : (BITS[tag] ?? 0),
  );
  const out: ShortReading = {
    isQuestion: false,
    claim: 'none',
    number: 0,
    code: -1,
    quantity: 0,
    specFrom: 0,
    specTo: 0,
    keyHigh: 0,
    keyLow: 0,
    isCheer: false,
    sentiment: 0,
    probability: 0.5,
    intents: 0,
    isAlarming: false,
    isAdvertising: false,
  };

  let bits = 0;
  let good = 0;
  let bad = 0;
  /** Question words that stand in no statements. */
  let questions = 0;

  function readWords(): void {
    const { hits, state } = reading;
    bits = 0;
    good = 0;
    bad = 0;
    questions = 0;
    let lastFrom = -1;
    for (let hit = 0; hit < hits.size; hit += 1) {
      const bit = bitOf[hits.tag[hit]!]!;
      if (bit === 0) continue;
      if (state[hit] === PLAIN) {
        bits |= bit;
        if (bit === QUESTION) questions += 1;
        else if (bit === WEAK) questions -= 1;
      } else if (state[hit] !== NEGATED) continue;
      if ((bit & (GOOD | BAD | GOOD_IDIOM | BAD_IDIOM)) === 0 || hits.from[hit] === lastFrom) continue;
      lastFrom = hits.from[hit]!;
      const isIdiom = (bit & (GOOD_IDIOM | BAD_IDIOM)) !== 0;
      const isGood = ((bit & (GOOD | GOOD_IDIOM)) !== 0) === (state[hit] === PLAIN);
      if (isGood) good += isIdiom ? 2 : 1;
      else bad += isIdiom ? 2 : 1;
    }
  }

  /** As the engine decides without stars and themes. */
  function readSide(): void {
    tone.positive = good;
    tone.negative = bad;
    decision.read(reading, sentimentOf, tone, wordsLogit(reading, scorer, sentimentOf, 0), 0);
    const side = decision.side();
    const neutral = decision.neutral();
    context.side = side;
    context.neutral = neutral;
    out.probability = sigmoid(side);
    out.sentiment = reading.units === 0 || out.isCheer || neutral > 0 ? 0 : side > 0 ? 1 : -1;
  }

  function readIntents(): number {
    let intents = 0;
    if (out.isQuestion || (bits & REQUEST) !== 0) intents |= INTENT_BITS.ask;
    if (out.claim !== 'none' || (bits & (BUY | NO_BUY)) === BUY) intents |= INTENT_BITS.buy;
    if ((bits & (SUGGEST | NO_SUGGEST)) === SUGGEST && !out.isQuestion) intents |= INTENT_BITS.suggest;
    if ((out.sentiment < 0 && (bad > 0 || !out.isQuestion)) || ((bits & RHETORICAL) !== 0 && good === 0))
      intents |= INTENT_BITS.complain;
    if (out.sentiment > 0 && (good > 0 || reading.units > 3) && out.claim === 'none') intents |= INTENT_BITS.praise;
    return intents;
  }

  function sights(): LiveContext {
    context.isQuestion = out.isQuestion;
    context.isClaim = out.claim !== 'none';
    context.isCheer = out.isCheer;
    context.good = good;
    context.bad = bad;
    return context;
  }

  return {
    read(text) {
      reading.run(text.length > READ_LIMIT ? text.slice(0, READ_LIMIT) : text);
      scorer.run(reading.features, reading.clauseTo, reading.clauses);
      const { codes, length, from, to } = reading.folded;
      readWords();
      readMergeKey(codes, length);
      out.keyHigh = mergeKey.high;
      out.keyLow = mergeKey.low;
      out.isCheer = mergeKey.isWordless || isCheerful(codes, length);
      const isMarked = (bits & MARK) !== 0;
      out.isQuestion =
        !out.isCheer &&
        hasWords(codes, length) &&
        (isMarked ||
          ((bits & RHETORICAL) === 0 &&
            (questions > 0 || asksWithoutMark(codes, length, (bits & WEAK) !== 0 && good + bad === 0))));
      claims.run(codes, length);
      out.number = claims.number;
      const isClaim = claims.isClaim && !out.isQuestion && !out.isCheer;
      out.claim = !isClaim ? 'none' : claims.isDone ? 'done' : claims.isTyped && claims.number === 0 ? 'code' : 'want';
      out.code = isClaim ? claims.code : -1;
      out.quantity = isClaim ? claims.quantity : 0;
      out.specFrom = isClaim && claims.specTo > 0 ? from[claims.specFrom]! : 0;
      out.specTo = isClaim && claims.specTo > 0 ? to[claims.specTo - 1]! : 0;
      readSide();
      if (isClaim) out.sentiment = 0;
      out.isAlarming = (bits & ALARM) !== 0;
      out.isAdvertising = (bits & ADVERT) !== 0 || hasLink(codes, length);
      out.intents = readIntents();
      return out;
    },
    readFault(codes, length, masked, isLatin) {
      return live === null ? null : live.read(codes, length, masked, isLatin, sights());
    },
    sights,
  };
}

function hasWords(codes: Uint16Array, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (isHan(codes[at]!) || isLetter(codes[at]!)) return true;
  return false;
}

function hasLink(codes: Uint16Array, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (codes[at] === URL_MARK) return true;
  return false;
}
