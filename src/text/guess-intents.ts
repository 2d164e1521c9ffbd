// Weighs the intents by rules alone: evidence for the trained decision, and all there is for weights without intent heads.
import type { IntentTags } from './intent-tags.ts';
import { INTENTS, type Intent, type SentimentLabel } from './judge.contract.ts';
import type { Tone } from './judge-sentiment.ts';
import type { FoundTheme } from './judge-themes.ts';
import type { Reading } from './reading.ts';

export interface RuleFacts {
  label: SentimentLabel;
  /** P(for | opinionated). */
  probability: number;
  tone: Tone;
  themes: readonly FoundTheme[];
  isUrgent: boolean;
  isLive: boolean;
  isRated: boolean;
}

/** Fills `out` with the weight of each intent, in the order of `INTENTS`. */
export function weighByRules(out: Float64Array, reading: Reading, tags: IntentTags, facts: RuleFacts): void {
  const { label, probability, tone, themes, isUrgent, isLive: live, isRated } = facts;
  const { plainCount } = reading;
  const strongQuestions = plainCount[tags.question]! - plainCount[tags.weak]!;
  const marked = plainCount[tags.mark]! > 0;
  const rhetorical = plainCount[tags.rhetorical]! > 0;
  const short = reading.units <= 40;
  const asks =
    marked ||
    strongQuestions > 0 ||
    (plainCount[tags.weak]! > 0 && short && tone.negative === 0 && label !== 'positive' && reading.units <= 25);
  const requests = plainCount[tags.request]! > 0 && reading.units <= 60;
  const negative = label === 'negative';
  const positive = label === 'positive';
  let badTheme = false;
  let goodTheme = false;
  for (const theme of themes) {
    if (theme.leaf.leaning < 0 && theme.confidence > 0.6) badTheme = true;
    if (theme.leaf.leaning > 0) goodTheme = true;
  }
  const wishes = plainCount[tags.suggestNot]! === 0 && plainCount[tags.suggest]! > 0;
  const wants = plainCount[tags.buyNot]! === 0 && plainCount[tags.buy]! > 0;
  const again = plainCount[tags.buyAgain]! > 0;
  const past = plainCount[tags.buy]! > 0 && plainCount[tags.buy]! <= plainCount[tags.buyPast]!;

  let complain = 0;
  if (rhetorical) complain += probability < 0.6 || badTheme ? 2.2 : 1;
  if (negative) complain += 1 + Math.min(1, tone.negative * 0.35) + (badTheme ? 0.6 : 0);
  else if (badTheme && !positive && !(asks && !rhetorical && tone.negative === 0)) complain += 1.2;
  else if (positive && tone.negative > 0 && badTheme) complain += 0.7;
  if (isUrgent) complain += 1.5;
  if (asks && !rhetorical && tone.negative === 0 && !negative) complain *= 0.5;
  if (asks && !rhetorical && negative && tone.negative === 0 && !badTheme && short) complain *= 0.45;

  let praise = 0;
  if (positive) praise += 1 + Math.min(1, tone.positive * 0.4) + (goodTheme ? 0.4 : 0);
  else if (!negative && (tone.positive > 0 || goodTheme) && !asks && !badTheme) praise += goodTheme ? 1.1 : 0.5;
  else if (negative && tone.positive > 1 && goodTheme) praise += 0.7;
  if (positive && tone.positive === 0 && !goodTheme && !isRated) praise -= probability > 0.9 ? 0.1 : 0.6;
  if (asks && short && tone.positive <= 1 && !isRated) praise *= 0.5;
  if (onlyThanks(reading, tags, tone)) praise = 0;
  if (tone.positive === 0 && !goodTheme && !isRated && reading.units <= 6) praise = 0;

  let ask = 0;
  if (asks)
    ask +=
      (marked ? 0.8 : 0) + Math.min(2, Math.max(0, strongQuestions)) * 0.9 + (plainCount[tags.weak]! > 0 ? 0.8 : 0);
  if (requests) ask += 1.1;
  if (rhetorical) ask *= negative || badTheme ? 0.55 : 0.9;
  if (!short) ask *= 0.5;
  if ((positive || negative) && reading.units > 25 && !requests) ask *= 0.6;

  let suggest = 0;
  if (wishes) suggest += plainCount[tags.suggestStrong]! > 0 ? 1.7 : short && !asks ? 0.95 : 0.6;
  if (suggest > 0 && reading.units > 120) suggest *= 0.6;
  if (suggest > 0 && rhetorical) suggest *= 0.4;

  let buy = 0;
  if (wants) {
    if (again) buy = positive || tone.positive > 0 ? 0.9 : 1;
    else if (past && !live) buy = reading.units <= 12 && !negative ? 1.1 : 0;
    else buy = reading.units <= 30 || live ? 1.4 : 0.5;
    if (negative && !live) buy *= 0.3;
    if (negative && live && badTheme) buy *= 0.5;
  }

  out[0] = ask;
  out[1] = suggest;
  out[2] = complain;
  out[3] = praise;
  out[4] = buy;
}

/** The likely intents by rules, main one first, each with its weight. */
export function guessIntents(weights: Float64Array): [Intent, number][] {
  const scored = INTENTS.map((intent, index): [Intent, number] => [intent, weights[index]!]);
  scored.sort((a, b) => b[1] - a[1]);
  const chosen: [Intent, number][] = [];
  for (const [intent, score] of scored) {
    if (score < (chosen.length === 0 ? 0.65 : 0.85) || chosen.length === 2) break;
    if (chosen.length === 1 && score < scored[0]![1] * 0.38) break;
    if (chosen[0]?.[0] === 'praise' && intent === 'complain' && score < 0.9) continue;
    chosen.push([intent, score]);
  }
  return chosen;
}

/** Bare thanks is courtesy, not approval. */
function onlyThanks(reading: Reading, tags: IntentTags, tone: Tone): boolean {
  return reading.has(tags.thanks) && tone.positive === 0 && reading.units <= 8;
}
