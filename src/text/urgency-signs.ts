// Finds in the words alone who or what is in danger, and what calls the alarm off: fear, wish, question, figure of speech.
import type { UrgencyReason } from './judge.contract.ts';
import { NEGATED, PLAIN, type Reading } from './reading.ts';

export interface UrgencyTags {
  body: number;
  bodyWeak: number;
  bodyPart: number;
  ill: number;
  after: number;
  sharp: number;
  where: number;
  fake: number;
  proof: number;
  legal: number;
  priceTopic: number;
  priceWrong: number;
  priceWhole: number;
  privacyTopic: number;
  privacyAct: number;
  privacyWhole: number;
  minorWho: number;
  minorAct: number;
  fraud: number;
  supposed: number;
  settled: number;
  negator: number;
  mark: number;
  question: number;
  /** Every tag that speaks of danger, with what it would be urgent for. */
  reasonOf: ReadonlyMap<number, UrgencyReason>;
}

const DANGER: readonly (readonly [string, UrgencyReason])[] = [
  ['body', 'safety'],
  ['body_weak', 'safety'],
  ['ill', 'safety'],
  ['sharp', 'safety'],
  ['fake', 'fake'],
  ['legal', 'legal'],
  ['price_wrong', 'price_error'],
  ['price_whole', 'price_error'],
  ['privacy_act', 'privacy'],
  ['privacy_whole', 'privacy'],
  ['minor_act', 'minor'],
  ['fraud', 'fraud'],
];

export function urgencyTags(reading: Reading): UrgencyTags {
  const tag = (name: string) => reading.tag(`urge.${name}`);
  return {
    body: tag('body'),
    bodyWeak: tag('body_weak'),
    bodyPart: tag('body_part'),
    ill: tag('ill'),
    after: tag('after'),
    sharp: tag('sharp'),
    where: tag('where'),
    fake: tag('fake'),
    proof: tag('proof'),
    legal: tag('legal'),
    priceTopic: tag('price_topic'),
    priceWrong: tag('price_wrong'),
    priceWhole: tag('price_whole'),
    privacyTopic: tag('privacy_topic'),
    privacyAct: tag('privacy_act'),
    privacyWhole: tag('privacy_whole'),
    minorWho: tag('minor_who'),
    minorAct: tag('minor_act'),
    fraud: tag('fraud'),
    supposed: tag('supposed'),
    settled: tag('settled'),
    negator: reading.tag('cue.negator'),
    mark: reading.tag('cue.question_mark'),
    question: reading.tag('cue.question'),
    reasonOf: new Map(DANGER.map(([name, reason]) => [tag(name), reason])),
  };
}

/** Talk of hazards in a long essay (a book, a film) is a story, not an alarm. */
const STORY_UNITS = 400;
/** How far around a hazard its own words are read; bounds the work on texts without punctuation. */
const WINDOW = 32;

/** A longer text may tell of the danger in other words. */
const ABSENT_UNITS = 40;

/** What the words themselves say: the first alarm that nothing calls off, and whether danger is talked of at all. */
export interface UrgencySigns {
  /** Index of the hit that raises the alarm, -1 without one. */
  hit: number;
  reason: UrgencyReason | null;
  /** The matter is over, as the text says. */
  settled: boolean;
  /** Some word of danger stands there plainly, whether or not it raises an alarm. */
  touched: boolean;
  /** Some word of danger is negated or part of a figure of speech. */
  denied: boolean;
  /** A word that is danger enough alone stands there, but feared, supposed or asked about. */
  feared: boolean;
  /** It is only asked about, or dreaded. */
  asked: boolean;
  /** A short text whose only word of danger, to a body or of a fake, stands right behind its "no": "没有过敏", "不是假货". */
  absent: boolean;
}

/** Whether the words call any alarm off, whatever else speaks for one. */
export function isCalledOff({ settled, asked, hit, absent }: UrgencySigns): boolean {
  return settled || absent || (asked && hit < 0);
}

/** Reads the signs of an alarm in the words alone. */
export function urgencySigns(reading: Reading, tags: UrgencyTags): UrgencySigns {
  const signs: UrgencySigns = {
    hit: -1,
    reason: null,
    settled: false,
    touched: false,
    denied: false,
    feared: false,
    asked: false,
    absent: false,
  };
  if (reading.hits.size === 0) return signs;
  signs.settled = reading.has(tags.settled);
  const { hits, state } = reading;
  for (let hit = 0; hit < hits.size; hit += 1) {
    if (!tags.reasonOf.has(hits.tag[hit]!)) continue;
    if (state[hit] === PLAIN) signs.touched = true;
    else signs.denied = true;
  }
  if (!signs.touched) {
    signs.absent = signs.denied && reading.units <= ABSENT_UNITS && isAbsent(reading, tags);
    return signs;
  }
  signs.feared = reading.has(tags.body) || reading.has(tags.fraud) || reading.has(tags.privacyWhole);
  const weak = reading.first(reading.has(tags.body) ? tags.body : tags.bodyWeak);
  signs.asked = weak >= 0 && (askedOnly(reading, tags, weak) || dreaded(reading, weak));
  const body = hazard(reading, tags);
  if (body >= 0) return raise(signs, body, 'safety');
  const fraud = firstSerious(reading, tags, tags.fraud);
  if (fraud >= 0) return raise(signs, fraud, 'fraud');
  const minor = together(reading, tags, tags.minorWho, tags.minorAct, 24);
  if (minor >= 0) return raise(signs, minor, 'minor');
  const leak = firstSerious(reading, tags, tags.privacyWhole);
  if (leak >= 0) return raise(signs, leak, 'privacy');
  const exposed = together(reading, tags, tags.privacyTopic, tags.privacyAct, 14);
  if (exposed >= 0) return raise(signs, exposed, 'privacy');
  const legal = firstSerious(reading, tags, tags.legal);
  if (legal >= 0 && reading.units < STORY_UNITS) return raise(signs, legal, reading.has(tags.fake) ? 'fake' : 'legal');
  if (reading.has(tags.fake) && reading.has(tags.proof)) {
    const fake = firstSerious(reading, tags, tags.fake);
    if (fake >= 0) return raise(signs, fake, 'fake');
  }
  const whole = firstSerious(reading, tags, tags.priceWhole, true);
  if (whole >= 0) return raise(signs, whole, 'price_error');
  const price = together(reading, tags, tags.priceTopic, tags.priceWrong, 12);
  if (price >= 0 && reading.units < 60) return raise(signs, price, 'price_error');
  return signs;
}

/** Every negated word of danger is one of a body or of a fake, with its negation right before it. */
function isAbsent(reading: Reading, tags: UrgencyTags): boolean {
  const { hits, state } = reading;
  let isDenied = false;
  for (let hit = 0; hit < hits.size; hit += 1) {
    const reason = tags.reasonOf.get(hits.tag[hit]!);
    if (reason === undefined) continue;
    const isBehind = isRightBehind(reading, tags.negator, hit);
    if (state[hit] === NEGATED && (!isBehind || (reason !== 'safety' && reason !== 'fake'))) return false;
    isDenied ||= isBehind;
  }
  return isDenied;
}

/** 不, 没, 无, 未, 零. */
const NO = new Set([0x4e0d, 0x6ca1, 0x65e0, 0x672a, 0x96f6]);

/** A denying character stands at most one character before the hit ("没有过敏", "不会过敏"), or a denying word right before it. */
function isRightBehind({ hits, folded }: Reading, negator: number, hit: number): boolean {
  const from = hits.from[hit]!;
  if (from > 0 && NO.has(folded.codes[from - 1]!)) return true;
  if (from > 1 && NO.has(folded.codes[from - 2]!)) return true;
  for (let before = hit - 1; before >= 0; before -= 1) {
    const gap = from - hits.to[before]!;
    if (hits.tag[before] === negator && (gap === 0 || gap === 1)) return true;
    if (gap > WINDOW) return false;
  }
  return false;
}

function raise(signs: UrgencySigns, hit: number, reason: UrgencyReason): UrgencySigns {
  signs.hit = hit;
  signs.reason = reason;
  return signs;
}

function hazard(reading: Reading, tags: UrgencyTags): number {
  if (reading.units > STORY_UNITS) return -1;
  const body = firstSerious(reading, tags, tags.body);
  if (body >= 0) return body;
  for (const [what, beside, reach] of [
    [tags.bodyWeak, tags.bodyPart, 14],
    [tags.ill, tags.after, 12],
    [tags.bodyWeak, tags.after, 12],
    [tags.sharp, tags.where, 12],
  ] as const) {
    const found = together(reading, tags, beside, what, reach);
    if (found >= 0 && !askedOnly(reading, tags, found)) return found;
  }
  return -1;
}

/** First plain hit of a tag that is neither feared, supposed nor only asked about. */
function firstSerious(reading: Reading, tags: UrgencyTags, tag: number, question = false): number {
  if (!reading.has(tag)) return -1;
  const { hits, state } = reading;
  for (let hit = reading.first(tag); hit < hits.size; hit += 1) {
    if (hits.tag[hit] !== tag || state[hit] !== PLAIN) continue;
    if (tag !== tags.legal && supposedBefore(reading, tags, hit)) continue;
    if (!question && askedOnly(reading, tags, hit)) continue;
    return hit;
  }
  return -1;
}

/** The second of two tags when both stand within `reach` folded characters; not masked or negated. */
function together(reading: Reading, tags: UrgencyTags, one: number, two: number, reach: number): number {
  if (!reading.has(one) || !reading.has(two)) return -1;
  const { hits, state } = reading;
  let lastOne = -1;
  let lastTwo = -1;
  for (let hit = 0; hit < hits.size; hit += 1) {
    if (state[hit] !== PLAIN) continue;
    const tag = hits.tag[hit]!;
    if (tag === one) {
      lastOne = hit;
      if (lastTwo >= 0 && hits.from[hit]! - hits.to[lastTwo]! <= reach && serious(reading, tags, lastTwo))
        return lastTwo;
    } else if (tag === two) {
      lastTwo = hit;
      if (lastOne >= 0 && hits.from[hit]! - hits.to[lastOne]! <= reach && serious(reading, tags, hit)) return hit;
    }
  }
  return -1;
}

function serious(reading: Reading, tags: UrgencyTags, hit: number): boolean {
  return !supposedBefore(reading, tags, hit);
}

/** Fear, condition, remedy or habit in front of the hit, in its clause. */
function supposedBefore(reading: Reading, tags: UrgencyTags, hit: number): boolean {
  const { hits, clauseOf } = reading;
  for (let before = hit - 1; before >= 0 && clauseOf[before] === clauseOf[hit]; before -= 1) {
    if (hits.from[hit]! - hits.from[before]! > WINDOW) break;
    if (hits.tag[before] !== tags.supposed) continue;
    if (hits.to[before]! <= hits.from[hit]! && hits.from[hit]! - hits.to[before]! <= 14) return true;
  }
  return false;
}

/** Plain fear in front of the hit, in its clause. */
function dreaded(reading: Reading, hit: number): boolean {
  const from = reading.hits.from[hit]!;
  const start = Math.max(reading.clauseFrom[reading.clauseOf[hit]!]!, from - 8);
  if (start >= from) return false;
  const span = reading.span(start, from);
  return /怕|担心|万一|以防|防止|避免|afraid|worr|in case/iu.test(reading.source.slice(span[0], span[1]));
}

/** A question about a hazard ("会过敏吗") that reports none: the clause of the hit asks and nothing happened. */
function askedOnly(reading: Reading, tags: UrgencyTags, hit: number): boolean {
  const { hits, state, clauseOf, source } = reading;
  const clause = clauseOf[hit]!;
  const start = Math.max(reading.clauseFrom[clause]!, hits.from[hit]! - WINDOW);
  const end = Math.min(reading.clauseTo[clause]!, hits.to[hit]! + WINDOW);
  const span = reading.span(start, end);
  const words = source.slice(span[0], Math.min(span[1], span[0] + 4 * WINDOW));
  if (/了|过(?!敏)/u.test(words) || /\b(was|were|had|got|been|my)\b/iu.test(words)) return false;
  for (let other = hit + 1; other < hits.size && clauseOf[other] === clause; other += 1) {
    if (hits.from[other]! > end) break;
    if (state[other] !== PLAIN) continue;
    if (hits.tag[other] === tags.mark) return true;
    if (hits.tag[other] === tags.question && /[吗么不]/u.test(words)) return true;
  }
  for (let other = hit - 1; other >= 0 && clauseOf[other] === clause; other -= 1) {
    if (hits.from[other]! < start) break;
    if (
      hits.tag[other] === tags.question &&
      state[other] === PLAIN &&
      /[会能]|\b(does|is|can|will|any)\b/iu.test(words)
    )
      return true;
  }
  return false;
}
