// Names what changed between two judgements of the same words, so that a re-judgement can count it by label.
import type { Labels } from './effective.ts';

/** `sentiment:negative>neutral` or `themes` → how many feedback. */
export type LabelMoves = Record<string, number>;

const sorted = (values: readonly string[]) => [...values].sort().join(' ');
const parts = (labels: Labels) => sorted(labels.aspects.map(({ aspect, polarity }) => `${aspect}${polarity}`));

/** Labels with one value name it before and after; those with several are only said to differ. */
export function labelMoves(before: Labels, after: Labels): string[] {
  const moves: string[] = [];
  if (before.sentiment !== after.sentiment) moves.push(`sentiment:${before.sentiment}>${after.sentiment}`);
  if (before.class !== after.class) moves.push(`class:${before.class}>${after.class}`);
  if (before.urgencyReason !== after.urgencyReason) moves.push('urgency');
  if (sorted(before.intents) !== sorted(after.intents)) moves.push('intents');
  if (sorted(before.themes) !== sorted(after.themes)) moves.push('themes');
  if (parts(before) !== parts(after)) moves.push('aspects');
  if (before.spamScore >= 0.5 !== after.spamScore >= 0.5) moves.push('spam');
  return moves;
}

/** Both counts together. */
export function addCounts(one: Readonly<LabelMoves>, other: Readonly<LabelMoves>): LabelMoves {
  const sum = { ...one };
  for (const [key, count] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}
