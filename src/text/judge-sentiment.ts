// For, against or neither: the trained score, corrected by idioms and overruled by stars unless the words strongly disagree.
import type { JudgeContext, JudgementReason, SentimentJudgement, SentimentLabel } from './judge.contract.ts';
import { NEGATED, PLAIN, type Reading } from './reading.ts';
import { type Scorer, sigmoid } from './scorer.ts';
import type { ToneDecision } from './tone-decision.ts';

const LOG_LIMIT = 6;
const STAR_LOGIT = [0, -3.2, -2.4, -0.2, 1.9, 2.9];
/** Weight of the words beside stars. */
const WORDS_BESIDE_STARS = 0.55;
/** Leanings of a remark that count as none: where praise stands beside blame, and elsewhere. */
const EVEN = 0.15;
const FAINT = 0.08;
const TINY = 9;
const SHORT = 20;

/** Below this chance of being right a person had better look. */
const DOUBT_BAR = 0.7;

export interface Tone {
  positive: number;
  negative: number;
}

/** Plain praise and blame words of a clause range; a negated one counts for the other side. */
export function toneOf(reading: Reading, tags: SentimentTags, clause: number | null): Tone {
  const { hits, state, clauseOf } = reading;
  let positive = 0;
  let negative = 0;
  let lastFrom = -1;
  for (let hit = 0; hit < hits.size; hit += 1) {
    if (clause !== null) {
      if (clauseOf[hit]! < clause) continue;
      if (clauseOf[hit]! > clause) break;
    }
    const tag = hits.tag[hit]!;
    const good = tag === tags.pos || tag === tags.idiomPos;
    const bad = tag === tags.neg || tag === tags.idiomNeg;
    if (!good && !bad) continue;
    if (state[hit] !== PLAIN && state[hit] !== NEGATED) continue;
    if (hits.from[hit] === lastFrom) continue;
    lastFrom = hits.from[hit]!;
    const strong = tag === tags.idiomPos || tag === tags.idiomNeg ? 2 : 1;
    if (good === (state[hit] === PLAIN)) positive += strong;
    else negative += strong;
  }
  return { positive, negative };
}

export interface SentimentTags {
  pos: number;
  neg: number;
  idiomPos: number;
  idiomNeg: number;
  question: number;
  mark: number;
  unjudged: number;
  leave: number;
  /** The words of a platform in the place of a review that nobody wrote. */
  defaulted: number;
}

export function sentimentTags(reading: Reading): SentimentTags {
  return {
    pos: reading.tag('cue.pos'),
    neg: reading.tag('cue.neg'),
    idiomPos: reading.tag('cue.idiom_pos'),
    idiomNeg: reading.tag('cue.idiom_neg'),
    question: reading.tag('cue.question'),
    mark: reading.tag('cue.question_mark'),
    unjudged: reading.tag('cue.unjudged'),
    leave: reading.tag('cue.leave'),
    defaulted: reading.tag('cue.default_review'),
  };
}

export interface SentimentReading {
  judgement: SentimentJudgement;
  /** Logit of P(for | opinionated) by the words alone, as {@link wordsLogit} finds it. */
  words: number;
  tone: Tone;
  reasons: JudgementReason[];
}

/** How far one found theme that itself praises or blames moves the words, and the most they may together. */
const THEME_PUSH = 0.35;
const THEME_LIMIT = 0.7;

/** In texts of fewer units idioms speak, each by so much, together at most by so much. */
const IDIOM_UNITS = 25;
const IDIOM_PUSH = 2.6;
const IDIOM_LIMIT = 3.5;
/** Beyond this share an idiom is what the text says ("nothing wrong with it", a lone thumb). */
const MOSTLY = 0.6;

/** The share of the text that stands inside idioms of praise or blame, whose parts say nothing by themselves. */
function idiomShare(reading: Reading, tags: SentimentTags): number {
  const { hits, state, folded, plainCount } = reading;
  if (plainCount[tags.idiomPos]! + plainCount[tags.idiomNeg]! === 0) return 0;
  let covered = 0;
  let end = 0;
  for (let hit = 0; hit < hits.size; hit += 1) {
    const tag = hits.tag[hit]!;
    if ((tag !== tags.idiomPos && tag !== tags.idiomNeg) || state[hit] !== PLAIN) continue;
    const to = hits.to[hit]!;
    if (to <= end) continue;
    covered += to - Math.max(end, hits.from[hit]!);
    end = to;
  }
  return covered / Math.max(1, folded.length);
}

/**
 * Logit of P(for | opinionated) by the words alone: the trained score, idioms and themes.
 * @param themes sum of the leanings of the found themes.
 */
export function wordsLogit(reading: Reading, scorer: Scorer, tags: SentimentTags, themes: number): number {
  const trained = clampP(scorer.probability(scorer.raw));
  let logit = Math.log(trained / (1 - trained));
  const idiom = reading.plainCount[tags.idiomPos]! - reading.plainCount[tags.idiomNeg]!;
  if (idiom !== 0 && reading.units < IDIOM_UNITS) {
    // "不难看" and "挑不出毛病" are praise, though each of their parts is blame.
    if (logit * idiom < 0) logit *= 1 - idiomShare(reading, tags);
    logit += Math.max(-IDIOM_LIMIT, Math.min(IDIOM_LIMIT, idiom * IDIOM_PUSH));
  }
  const asks = reading.has(tags.mark) || reading.has(tags.question);
  if (themes !== 0 && !asks && reading.units <= 40)
    logit += Math.max(-THEME_LIMIT, Math.min(THEME_LIMIT, themes * THEME_PUSH));
  return Math.max(-LOG_LIMIT, Math.min(LOG_LIMIT, logit));
}

/**
 * @param themes sum of the leanings of the found themes.
 * @param shop what the shop's own weights add to the logit of the decision, in whatever voice the text speaks.
 */
export function judgeSentiment(
  reading: Reading,
  scorer: Scorer,
  tags: SentimentTags,
  decision: ToneDecision,
  themes: number,
  context: JudgeContext,
  shop = 0,
): SentimentReading {
  const tone = toneOf(reading, tags, null);
  const reasons: JudgementReason[] = [];
  const plainly = wordsLogit(reading, scorer, tags, themes);
  decision.read(reading, tags, tone, plainly, themes, shop);
  const words = Math.max(-LOG_LIMIT, Math.min(LOG_LIMIT, decision.side() + shop));
  let logit = words;
  const stars = context.rating ?? 0;
  const rated = stars >= 1 && stars <= 5;
  if (rated) {
    const star = STAR_LOGIT[Math.round(stars)]!;
    logit = star + words * WORDS_BESIDE_STARS;
    if (reading.units === 0) logit = star;
    reasons.push({
      label: star < 0 ? 'sentiment.negative' : 'sentiment.positive',
      kind: 'rule',
      span: null,
      weight: Math.abs(star),
      text: '★'.repeat(Math.round(stars)),
    });
  }
  const probability = sigmoid(logit);
  const judgement = label(logit, reading, tone, themes, decision, tags, rated ? Math.round(stars) : 0);
  if (reading.isExplained && (judgement.label !== 'neutral' || Math.abs(words) > 1)) {
    explain(reading, scorer, judgement.label, probability, reasons);
  }
  return { judgement, words: plainly, tone, reasons };
}

function label(
  logit: number,
  reading: Reading,
  tone: Tone,
  themes: number,
  decision: ToneDecision,
  tags: SentimentTags,
  stars: number,
): SentimentJudgement {
  const probability = sigmoid(logit);
  const lean = 2 * probability - 1;
  const undecided = decision.neutral();
  let neutral = undecided > 0;
  let confidence = decision.trust(undecided, logit);
  if (stars > 0) {
    neutral = Math.abs(lean) < (stars === 3 ? 0.8 : 0.2);
    confidence = neutral ? 1 - Math.abs(lean) / 2 : Math.max(probability, 1 - probability);
  } else if (reading.units === 0) neutral = true;
  else if (tone.positive + tone.negative === 0 && themes === 0 && isSilent(reading, tags)) neutral = true;
  else if (reading.has(tags.defaulted)) neutral = true;
  else if (reading.units < TINY && Math.abs(lean) < (isMixed(tone, themes) ? EVEN : FAINT)) neutral = true;
  else if (neutral && reading.units < IDIOM_UNITS && idiomShare(reading, tags) > MOSTLY) neutral = false;
  const name: SentimentLabel = neutral ? 'neutral' : lean > 0 ? 'positive' : 'negative';
  return {
    label: name,
    score: round(neutral ? lean * 0.3 : lean),
    probability: round(probability),
    confidence: round(confidence),
    isDoubtful: confidence < DOUBT_BAR,
  };
}

function isMixed(tone: Tone, themes: number): boolean {
  return tone.positive > 0 && (tone.negative > 0 || themes < 0);
}

/** Not used yet, or turning away without a word of blame. */
function isSilent(reading: Reading, tags: SentimentTags): boolean {
  return reading.has(tags.unjudged) || (reading.units < SHORT && reading.has(tags.leave));
}

/** Up to three stretches of words with the largest share on the winning side. */
function explain(
  reading: Reading,
  scorer: Scorer,
  name: SentimentLabel,
  probability: number,
  reasons: JudgementReason[],
): void {
  const { features } = reading;
  const side = probability >= 0.5 ? 1 : -1;
  const units = Math.min(features.units, 2000);
  const taken = new Set<number>();
  for (let round3 = 0; round3 < 3; round3 += 1) {
    let best = -1;
    let most = 0;
    for (let unit = 0; unit < units; unit += 1) {
      const value = scorer.share[unit]! * side;
      if (value > most && !taken.has(unit)) {
        most = value;
        best = unit;
      }
    }
    if (best < 0) return;
    let first = best;
    let last = best;
    while (first > 0 && best - first < 3 && scorer.share[first - 1]! * side > most * 0.35 && !taken.has(first - 1))
      first -= 1;
    while (last + 1 < units && last - best < 3 && scorer.share[last + 1]! * side > most * 0.35 && !taken.has(last + 1))
      last += 1;
    for (let unit = first; unit <= last; unit += 1) taken.add(unit);
    const span = reading.span(features.from[first]!, features.to[last]!);
    const weight = round(most * side * 0.001);
    reasons.push({
      label: `sentiment.${name}`,
      kind: 'model',
      span,
      weight,
      text: reading.source.slice(span[0], span[1]),
    });
  }
}

function clampP(value: number): number {
  return Math.min(0.9999, Math.max(0.0001, value));
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
