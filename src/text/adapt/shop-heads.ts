// The decisions besides sentiment that a shop may correct: how sure the base was of each, and what a changed mind changes.
import {
  ASPECTS,
  type Aspect,
  type AspectJudgement,
  INTENTS,
  type Intent,
  type Judgement,
  type Polarity,
} from '../judge.contract.ts';
import type { Lesson } from './adapt.contract.ts';

/** How sure a decision without a score of its own is taken to be, as a logit. */
const NEUTRAL_LOGIT = 1.2;
const INTENT_LOGIT = 1.5;
/** A missed alarm costs more than a false one: the shop must say it more than once. */
const URGENT_LOGIT = 2;
const SIDE_LOGIT = 1.5;
const ABSENT_ASPECT = -2;

/** Every name a shop's head may have. */
export const SHOP_HEADS: readonly string[] = [
  'neutral',
  'spam',
  'urgent',
  ...INTENTS.map((intent) => `intent.${intent}`),
  ...ASPECTS.map((aspect) => `aspect.${aspect}`),
  ...ASPECTS.map((aspect) => `side.${aspect}`),
];

/** A lesson too lonely to be a rule: what it says holds for its near copies alone, and stands in a head under this name. */
export const NEAR = 'near.';
/** How much of a lonely lesson a text must repeat to be taken for its copy (1: all of its n-grams). */
const NEAR_ENOUGH = 0.88;

/** Whether what a few lessons say of this head must not yet speak for other texts; sentiment and adverts have their own checks. */
export function isGuarded(name: string): boolean {
  return name !== 'neutral' && name !== 'spam';
}

/** How far the judgement stands on the yes side of a head; null when the question does not arise. */
export function headLogit(name: string, judgement: Judgement): number | null {
  if (name === 'neutral') {
    const { label, probability } = judgement.sentiment;
    const lean = Math.abs(2 * probability - 1);
    return label === 'neutral' ? NEUTRAL_LOGIT * (1.3 - lean) : -NEUTRAL_LOGIT * (0.4 + lean);
  }
  if (name === 'spam') return logit(judgement.spam.score);
  if (name === 'urgent') return judgement.urgency.level === 'high' ? URGENT_LOGIT : -URGENT_LOGIT;
  const [family, key] = name.split('.') as [string, string];
  if (family === 'intent') return judgement.intents.includes(key as Intent) ? INTENT_LOGIT : -INTENT_LOGIT;
  const found = judgement.aspects.filter((item) => item.aspect === key);
  const best = found.reduce((most, item) => Math.max(most, item.confidence), 0);
  if (family === 'aspect') return found.length === 0 ? ABSENT_ASPECT : Math.max(0.4, logit(best));
  if (family !== 'side' || found.length !== 1) return null;
  return found[0]!.polarity * SIDE_LOGIT;
}

/** What a lesson says of a head: 1 yes, -1 no, 0 nothing. */
export function lessonSays(name: string, lesson: Lesson): -1 | 0 | 1 {
  if (name === 'neutral') return lesson.sentiment === undefined ? 0 : lesson.sentiment === 'neutral' ? 1 : -1;
  if (name === 'spam') return lesson.isSpam === undefined ? 0 : lesson.isSpam ? 1 : -1;
  if (name === 'urgent') return lesson.isUrgent === undefined ? 0 : lesson.isUrgent ? 1 : -1;
  const [family, key] = name.split('.') as [string, string];
  if (family === 'intent') {
    return lesson.intents === undefined ? 0 : lesson.intents.includes(key as Intent) ? 1 : -1;
  }
  if (lesson.aspects === undefined) return 0;
  const found = lesson.aspects.filter((item) => item.aspect === key);
  if (family === 'aspect') return found.length > 0 ? 1 : -1;
  return found.length === 1 ? found[0]!.polarity : 0;
}

/**
 * The judgement with the shop's opinion of the other heads.
 * @param add what the shop adds to the logit of each named head.
 * @param rating stars, where they are known.
 */
export function correctHeads(
  judgement: Judgement,
  names: readonly string[],
  add: ArrayLike<number>,
  rating: number | null = null,
): void {
  for (let head = 0; head < names.length; head += 1) {
    const named = names[head]!;
    if (add[head] === 0) continue;
    const isNear = named.startsWith(NEAR);
    if (isNear && Math.abs(add[head]!) < NEAR_ENOUGH) continue;
    const name = isNear ? named.slice(NEAR.length) : named;
    const before = headLogit(name, judgement);
    if (before === null) continue;
    // A near copy is told what its lesson was told, however sure the base is.
    const after = isNear ? Math.sign(add[head]!) * Math.max(1, Math.abs(before)) : before + add[head]!;
    if (name === 'urgent' && after > 0 && isContent(judgement, rating)) continue;
    if (name === 'spam') judgement.spam.score = Math.round(1000 / (1 + Math.exp(-after))) / 1000;
    else if (after > 0 !== before > 0) change(judgement, name, after);
  }
}

/** Praise the engine stands behind, or four stars: no lesson about another text makes an alarm of it. */
function isContent({ sentiment }: Judgement, rating: number | null): boolean {
  return (rating ?? 0) >= 4 || (sentiment.label === 'positive' && !sentiment.isDoubtful);
}

function change(judgement: Judgement, name: string, value: number): void {
  const yes = value > 0;
  if (name === 'neutral') changeSentiment(judgement, yes);
  else if (name === 'urgent') {
    judgement.urgency = yes ? { level: 'high', reason: null, span: null } : { level: 'none', reason: null, span: null };
    judgement.class = yes ? 'urgent' : judgement.sentiment.label;
  } else if (name.startsWith('intent.')) {
    const intent = name.slice(7) as Intent;
    if (!yes) judgement.intents = judgement.intents.filter((other) => other !== intent);
    else judgement.intents = [...judgement.intents.slice(0, 1), intent];
  } else if (name.startsWith('aspect.')) {
    const aspect = name.slice(7) as Aspect;
    if (!yes) judgement.aspects = judgement.aspects.filter((item) => item.aspect !== aspect);
    else judgement.aspects = [...judgement.aspects, wholeAspect(judgement, aspect, value)];
  } else {
    const aspect = name.slice(5);
    const polarity: Polarity = yes ? 1 : -1;
    judgement.aspects = judgement.aspects.map((item) => (item.aspect === aspect ? { ...item, polarity } : item));
  }
}

function changeSentiment(judgement: Judgement, neutral: boolean): void {
  const { sentiment } = judgement;
  const lean = 2 * sentiment.probability - 1;
  sentiment.label = neutral ? 'neutral' : lean >= 0 ? 'positive' : 'negative';
  sentiment.score = Math.round(1000 * (neutral ? lean * 0.3 : lean)) / 1000;
  const sure = neutral ? 1 - Math.abs(lean) / 2 : Math.max(sentiment.probability, 1 - sentiment.probability);
  sentiment.confidence = Math.round(1000 * sure) / 1000;
  if (judgement.class !== 'urgent' && judgement.class !== 'latent') judgement.class = sentiment.label;
}

/** An aspect that only the shop's lessons see: its side is that of the whole, its place the whole text. */
function wholeAspect(judgement: Judgement, aspect: Aspect, value: number): AspectJudgement {
  const { label } = judgement.sentiment;
  const polarity: Polarity = label === 'neutral' ? 0 : label === 'positive' ? 1 : -1;
  const end = judgement.reasons.reduce((last, reason) => Math.max(last, reason.span?.[1] ?? 0), 0);
  return {
    aspect,
    polarity,
    span: [0, end],
    confidence: Math.round(1000 * Math.min(0.95, 1 / (1 + Math.exp(-value)))) / 1000,
  };
}

function logit(value: number): number {
  const bounded = Math.min(0.99, Math.max(0.01, value));
  return Math.log(bounded / (1 - bounded));
}
