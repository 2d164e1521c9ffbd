// Decides whether somebody must act within the hour, and why; wishes, fears, idioms and settled matters do not count.
import type { JudgeContext, SentimentJudgement, UrgencyJudgement, UrgencyReason } from './judge.contract.ts';
import { isHan, isLetter } from './normalise.ts';
import type { Reading } from './reading.ts';
import { isCalledOff, type UrgencySigns, type UrgencyTags, urgencySigns } from './urgency-signs.ts';

const NONE: UrgencyJudgement = { level: 'none', reason: null, span: null };
/** Fires and crashes that viewers talk about, unlike an itch, without having met them. */
const SPECTACLE = /燃|爆|炸|火|失灵|冒烟|烧|中毒|骨折|窒息/u;
/** Words of one's own matter: persons, purchases, use, things of a household. */
const OWN_MATTER =
  /我|俺|咱|孩子|宝宝|小孩|老婆|老公|爸|妈|家|收到|买|用|充|插|热水器|手机|刚|昨|今天|客服|退|吃|喝|锅|壶|毯|灯|奶|第.次|差评|质量|卖家|商家|店/u;
const REMARK_UNITS = 24;

/** Asked only when there is such an alarm. */
export interface UnnamedAlarm {
  /** Null when the model cannot tell. */
  reason(): UrgencyReason | null;
  /** The clause that tells it. */
  clause(): number;
}

/** What the trained heads and the sentiment say about the same text. */
export interface UrgencyView {
  /** Raw score of the head; null when the model has none. */
  head: number | null;
  /** Highest raw score of the head `aspect.danger` in any clause; null when the model has none. */
  peak?: number | null;
  /** What the heads tell of an alarm that no word names; nobody when the model has no such heads. */
  unnamed?: UnnamedAlarm;
  /** P(positive | opinionated). */
  positive: number;
  /** Sentiment surely not negative. */
  calm: boolean;
  /** How much the text sounds like a room's line, as the raw score of `intent.live`; 0 when nobody asked. */
  room?: number;
}

/**
 * Weighs the signs with the heads: the constant, then one weight a number of {@link urgencyNumbers}, as `train/weigh-urgency.ts`
 * finds them by cross-validation, shifted so that nine of ten alarms are heard there.
 */
const WEIGHTS: readonly number[] = [
  2.87, 4.44, 0.19, 0.99, -2.69, -1.34, -0.21, 0.2, -0.62, -0.29, 0.53, 0.07, 0.37, -1.08, -1.25, -0.86, 1.6,
];

/** How much surer the decision must be in a live room. */
const LIVE_BAR = 2.5;
/** A Chinese text whose raw score of `intent.live` lies above this sounds like a room's line, wherever it came from. */
const ROOM = 0.5;
/** How much surer the head of clauses mostly is of an alarm than that of the whole text, which stands for it where a model has none. */
const CLAUSE_LEAD = 0.6;
/** Beyond this a raw score says nothing more. */
const SCORE_LIMIT = 1.5;

/** The numbers the decision rests on; exported for training, which finds their weights. */
export function urgencyNumbers(signs: UrgencySigns, view: UrgencyView, units: number, latin: boolean): number[] {
  const head = bounded(view.head ?? 0);
  const fired = signs.hit >= 0;
  return [
    1,
    head,
    fired && signs.reason === 'safety' ? 1 : 0,
    fired && signs.reason !== 'safety' ? 1 : 0,
    fired ? head : 0,
    view.positive,
    view.calm ? 1 : 0,
    signs.touched && !fired ? 1 : 0,
    signs.denied ? 1 : 0,
    signs.feared && !fired ? 1 : 0,
    Math.min(1, units / 200),
    latin ? 1 : 0,
    fired && latin ? 1 : 0,
    signs.denied && !signs.touched ? Math.max(0, head) : 0,
    fired ? Math.min(1, units / 200) : 0,
    // Viewers joke about fires and crashes in few words; a room needs a plainer sign.
    (view.room ?? 0) > ROOM && !latin ? 1 : 0,
    // Of a long text one clause tells it.
    bounded(view.peak ?? head + (fired ? CLAUSE_LEAD : 0)),
  ];
}

const bounded = (raw: number) => Math.max(-SCORE_LIMIT, Math.min(SCORE_LIMIT, raw));

/**
 * Who does not complain raises no alarm: a book about illness, a film about fire, flies that were not there. A short calm
 * sentence may still be a threat; a long one tells a story.
 */
export function isCalm({ label, probability }: SentimentJudgement, units: number): boolean {
  return probability > 0.58 && (label === 'positive' || (label === 'neutral' && units > 40));
}

/** Safety wins over the other reasons; then fraud, minor, privacy, legal, fake, price. */
export function judgeUrgency(
  reading: Reading,
  tags: UrgencyTags,
  context: JudgeContext,
  view: UrgencyView,
): UrgencyJudgement {
  if ((context.rating ?? 0) >= 4) return NONE;
  const signs = urgencySigns(reading, tags);
  if (isCalledOff(signs)) return NONE;
  if (view.head === null) {
    return signs.hit < 0 || (view.calm && signs.reason !== 'price_error')
      ? NONE
      : alarm(reading, signs.hit, signs.reason!);
  }
  const numbers = urgencyNumbers(signs, view, reading.units, latinFirst(reading));
  let score = 0;
  for (let index = 0; index < numbers.length; index += 1) score += numbers[index]! * WEIGHTS[index]!;
  if (score <= (context.channel === 'live' ? LIVE_BAR : 0)) return NONE;
  if (isRemark(reading, signs, context)) return NONE;
  if (signs.hit >= 0) return alarm(reading, signs.hit, signs.reason!);
  const hit = firstTouched(reading, tags);
  // Of a room only what somebody names is shown in red.
  if (hit < 0 && context.channel === 'live') return NONE;
  return {
    level: 'high',
    reason: view.unnamed?.reason() ?? (hit < 0 ? 'safety' : tags.reasonOf.get(reading.hits.tag[hit]!)!),
    span: hit < 0 ? reading.clauseSpan(view.unnamed?.clause() ?? 0) : reading.hitSpan(hit),
  };
}

/** A viewer's short remark about somebody else's fire or crash; who writes to a shop speaks of his own. */
function isRemark(reading: Reading, signs: UrgencySigns, { channel }: JudgeContext): boolean {
  if (channel !== undefined && channel !== 'live' && channel !== 'danmaku') return false;
  if (reading.units > REMARK_UNITS || signs.reason !== 'safety' || signs.hit < 0) return false;
  const span = reading.hitSpan(signs.hit);
  return SPECTACLE.test(reading.source.slice(span[0], span[1])) && !OWN_MATTER.test(reading.source.slice(0, 200));
}

/** Whether the text begins in Latin letters, which stands for its language here. */
export function latinFirst(reading: Reading): boolean {
  const { codes, length } = reading.folded;
  for (let at = 0; at < length; at += 1) {
    if (isHan(codes[at]!)) return false;
    if (isLetter(codes[at]!)) return true;
  }
  return false;
}

/** The first plain word of danger, -1 when none is known; "wrong" says nothing unless a price stands beside it. */
function firstTouched(reading: Reading, tags: UrgencyTags): number {
  let first = -1;
  for (const tag of tags.reasonOf.keys()) {
    if (tag === tags.priceWrong && reading.first(tags.priceTopic) < 0) continue;
    const hit = reading.first(tag);
    if (hit >= 0 && (first < 0 || hit < first)) first = hit;
  }
  return first;
}

function alarm(reading: Reading, hit: number, reason: UrgencyReason): UrgencyJudgement {
  return { level: 'high', reason, span: reading.hitSpan(hit) };
}
