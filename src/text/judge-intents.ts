// Says what the speaker wants: to ask, suggest, complain, praise or buy; the main wish first, at most two.
import type { Intent, JudgeContext, JudgementReason, SentimentJudgement, UrgencyJudgement } from './judge.contract.ts';
import type { Tone } from './judge-sentiment.ts';
import type { FoundTheme } from './judge-themes.ts';
import type { Reading } from './reading.ts';

export interface IntentTags {
  question: number;
  weak: number;
  mark: number;
  rhetorical: number;
  request: number;
  suggest: number;
  suggestStrong: number;
  suggestNot: number;
  buy: number;
  buyAgain: number;
  buyPast: number;
  buyNot: number;
  thanks: number;
}

export function intentTags(reading: Reading): IntentTags {
  const tag = (name: string) => reading.tag(`cue.${name}`);
  return {
    question: tag('question'),
    weak: tag('question_weak'),
    mark: tag('question_mark'),
    rhetorical: tag('rhetorical'),
    request: tag('request'),
    suggest: tag('suggest'),
    suggestStrong: tag('suggest_strong'),
    suggestNot: tag('suggest_not'),
    buy: tag('buy'),
    buyAgain: tag('buy_again'),
    buyPast: tag('buy_past'),
    buyNot: tag('buy_not'),
    thanks: tag('thanks'),
  };
}

export interface IntentFacts {
  sentiment: SentimentJudgement;
  tone: Tone;
  themes: readonly FoundTheme[];
  urgency: UrgencyJudgement;
  spam: number;
  context: JudgeContext;
}

export function judgeIntents(
  reading: Reading,
  tags: IntentTags,
  facts: IntentFacts,
): { intents: Intent[]; reasons: JudgementReason[] } {
  const reasons: JudgementReason[] = [];
  if (facts.spam >= 0.5 || (reading.units === 0 && !facts.context.rating)) return { intents: [], reasons };
  const { sentiment, tone, themes, urgency, context } = facts;
  const live = context.channel === 'live' || context.channel === 'danmaku';
  const count = (tag: number) => reading.plainCount[tag]!;
  const strongQuestions = count(tags.question) - count(tags.weak);
  const marked = count(tags.mark) > 0;
  const rhetorical = count(tags.rhetorical) > 0;
  const short = reading.units <= 40;
  const asks =
    marked ||
    strongQuestions > 0 ||
    (count(tags.weak) > 0 && short && tone.negative === 0 && sentiment.label !== 'positive' && reading.units <= 25);
  const requests = count(tags.request) > 0 && reading.units <= 60;
  const negative = sentiment.label === 'negative';
  const positive = sentiment.label === 'positive';
  const badTheme = themes.some((theme) => theme.leaf.leaning < 0 && theme.confidence > 0.6);
  const goodTheme = themes.some((theme) => theme.leaf.leaning > 0);
  const wishes = count(tags.suggestNot) === 0 && count(tags.suggest) > 0;
  const wants = count(tags.buyNot) === 0 && count(tags.buy) > 0;
  const again = count(tags.buyAgain) > 0;
  const past = count(tags.buy) > 0 && count(tags.buy) <= count(tags.buyPast);

  let complain = 0;
  if (rhetorical) complain += sentiment.probability < 0.6 || badTheme ? 2.2 : 1;
  if (negative) complain += 1 + Math.min(1, tone.negative * 0.35) + (badTheme ? 0.6 : 0);
  else if (badTheme && !positive && !(asks && !rhetorical && tone.negative === 0)) complain += 1.2;
  else if (positive && tone.negative > 0 && badTheme) complain += 0.7;
  if (urgency.level === 'high') complain += 1.5;
  if (asks && !rhetorical && tone.negative === 0 && !negative) complain *= 0.5;
  if (asks && !rhetorical && negative && tone.negative === 0 && !badTheme && short) complain *= 0.45;

  let praise = 0;
  if (positive) praise += 1 + Math.min(1, tone.positive * 0.4) + (goodTheme ? 0.4 : 0);
  else if (!negative && (tone.positive > 0 || goodTheme) && !asks && !badTheme) praise += goodTheme ? 1.1 : 0.5;
  else if (negative && tone.positive > 1 && goodTheme) praise += 0.7;
  if (positive && tone.positive === 0 && !goodTheme && !context.rating)
    praise -= sentiment.probability > 0.9 ? 0.1 : 0.6;
  if (asks && short && tone.positive <= 1 && !context.rating) praise *= 0.5;
  if (onlyThanks(reading, tags, tone)) praise = 0;
  if (tone.positive === 0 && !goodTheme && !context.rating && reading.units <= 6) praise = 0;

  let ask = 0;
  if (asks)
    ask += (marked ? 0.8 : 0) + Math.min(2, Math.max(0, strongQuestions)) * 0.9 + (count(tags.weak) > 0 ? 0.8 : 0);
  if (requests) ask += 1.1;
  if (rhetorical) ask *= negative || badTheme ? 0.55 : 0.9;
  if (!short) ask *= 0.5;
  if ((positive || negative) && reading.units > 25 && !requests) ask *= 0.6;

  let suggest = 0;
  if (wishes) suggest += count(tags.suggestStrong) > 0 ? 1.7 : short && !asks ? 0.95 : 0.6;
  if (suggest > 0 && reading.units > 120) suggest *= 0.6;
  if (suggest > 0 && rhetorical) suggest *= 0.4;

  let buy = 0;
  if (wants) {
    if (again) buy = positive || tone.positive > 0 ? 0.9 : 1;
    else if (past && !live) buy = reading.units <= 12 && !negative ? 1.1 : 0;
    else buy = reading.units <= 30 || live ? 1.4 : 0.5;
    if (negative && !live) buy *= 0.3;
    if (negative && live && badTheme) buy *= 0.5;
  } else if (live && claimCode(reading)) buy = 1.2;

  const scored: [Intent, number][] = [
    ['complain', complain],
    ['ask', ask],
    ['suggest', suggest],
    ['praise', praise],
    ['buy', buy],
  ];
  scored.sort((a, b) => b[1] - a[1]);
  const intents: Intent[] = [];
  for (const [intent, score] of scored) {
    if (score < (intents.length === 0 ? 0.65 : 0.85) || intents.length === 2) break;
    if (intents.length === 1 && score < scored[0]![1] * 0.38) break;
    if (intents[0] === 'praise' && intent === 'complain' && score < 0.9) continue;
    intents.push(intent);
    if (reading.isExplained) reasons.push(reasonFor(reading, tags, intent, score));
  }
  return { intents, reasons };
}

function reasonFor(reading: Reading, tags: IntentTags, intent: Intent, weight: number): JudgementReason {
  const order: Record<Intent, number[]> = {
    ask: [tags.request, tags.question, tags.mark],
    suggest: [tags.suggestStrong, tags.suggest],
    complain: [tags.rhetorical],
    praise: [],
    buy: [tags.buy],
  };
  const hit = order[intent].map((tag) => reading.first(tag)).find((found) => found >= 0);
  const span = hit === undefined ? null : reading.hitSpan(hit);
  return {
    label: `intent.${intent}`,
    kind: span ? 'rule' : 'model',
    span,
    weight: Math.round(weight * 100) / 100,
    text: span ? reading.source.slice(span[0], span[1]) : '',
  };
}

/** Bare thanks is courtesy, not approval. */
function onlyThanks(reading: Reading, tags: IntentTags, tone: Tone): boolean {
  return reading.has(tags.thanks) && tone.positive === 0 && reading.units <= 8;
}

/** Live claim codes: a bare number, or `1号 M`, as viewers type to reserve. */
function claimCode(reading: Reading): boolean {
  if (reading.folded.length > 12) return false;
  return /^(扣?\d{1,3}|\d{1,3}号?\s?(s|m|l|xl|xxl|\d{2,3})?码?|\+1|要\d+)$/u.test(
    reading.folded.slice(0, reading.folded.length),
  );
}
