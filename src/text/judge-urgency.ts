// Decides whether somebody must act within the hour, and why; wishes, fears, idioms and settled matters do not count.
import type { JudgeContext, UrgencyJudgement, UrgencyReason } from './judge.contract.ts';
import { PLAIN, type Reading } from './reading.ts';

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
  mark: number;
  question: number;
}

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
    mark: reading.tag('cue.question_mark'),
    question: reading.tag('cue.question'),
  };
}

const NONE: UrgencyJudgement = { level: 'none', reason: null, span: null };
/** Talk of hazards in a long essay (a book, a film) is a story, not an alarm. */
const STORY_UNITS = 400;
/** How far around a hazard its own words are read; bounds the work on texts without punctuation. */
const WINDOW = 32;

/** Safety wins over the other reasons; then fraud, minor, privacy, legal, fake, price. */
export function judgeUrgency(
  reading: Reading,
  tags: UrgencyTags,
  context: JudgeContext,
  positive: boolean,
): UrgencyJudgement {
  if (reading.hits.size === 0) return NONE;
  if (reading.has(tags.settled)) return NONE;
  const praised = positive || (context.rating ?? 0) >= 4;
  const body = hazard(reading, tags, praised);
  if (body >= 0) return alarm(reading, body, 'safety');
  const fraud = firstSerious(reading, tags, tags.fraud);
  if (fraud >= 0 && !praised) return alarm(reading, fraud, 'fraud');
  const minor = together(reading, tags, tags.minorWho, tags.minorAct, 60);
  if (minor >= 0 && !praised) return alarm(reading, minor, 'minor');
  const leak = firstSerious(reading, tags, tags.privacyWhole);
  if (leak >= 0 && !praised) return alarm(reading, leak, 'privacy');
  const exposed = together(reading, tags, tags.privacyTopic, tags.privacyAct, 14);
  if (exposed >= 0 && !praised) return alarm(reading, exposed, 'privacy');
  const legal = firstSerious(reading, tags, tags.legal);
  if (legal >= 0 && !praised && reading.units < STORY_UNITS) {
    return alarm(reading, legal, reading.has(tags.fake) ? 'fake' : 'legal');
  }
  if (reading.has(tags.fake) && reading.has(tags.proof) && !praised) {
    const fake = firstSerious(reading, tags, tags.fake);
    if (fake >= 0) return alarm(reading, fake, 'fake');
  }
  const whole = firstSerious(reading, tags, tags.priceWhole, true);
  if (whole >= 0) return alarm(reading, whole, 'price_error');
  const price = together(reading, tags, tags.priceTopic, tags.priceWrong, 8);
  if (price >= 0 && reading.units < 60) return alarm(reading, price, 'price_error');
  return NONE;
}

function hazard(reading: Reading, tags: UrgencyTags, praised: boolean): number {
  if (praised || reading.units > STORY_UNITS) return -1;
  const body = firstSerious(reading, tags, tags.body);
  if (body >= 0) return body;
  for (const [what, beside, reach] of [
    [tags.bodyWeak, tags.bodyPart, 14],
    [tags.ill, tags.after, 12],
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

/** A question about a hazard ("会过敏吗") that reports none: the clause of the hit asks and nothing happened. */
function askedOnly(reading: Reading, tags: UrgencyTags, hit: number): boolean {
  const { hits, state, clauseOf, source } = reading;
  const clause = clauseOf[hit]!;
  const start = Math.max(reading.clauseFrom[clause]!, hits.from[hit]! - WINDOW);
  const end = Math.min(reading.clauseTo[clause]!, hits.to[hit]! + WINDOW);
  const span = reading.span(start, end);
  const words = source.slice(span[0], Math.min(span[1], span[0] + 4 * WINDOW));
  if (/[了过]/u.test(words) || /\b(was|were|had|got|been|my)\b/iu.test(words)) return false;
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

function alarm(reading: Reading, hit: number, reason: UrgencyReason): UrgencyJudgement {
  return { level: 'high', reason, span: reading.hitSpan(hit) };
}
