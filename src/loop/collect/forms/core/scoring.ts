// Scores of an answer, the stars they count as, and the words that stand for one nobody explained.
import type { Answers, AnswerValue, FormQuestion, GivenScore, ScoreKind } from './form.contract.ts';

/**
 * Stars 1-5 of a score, so that one rule opens cases whatever was asked.
 * CSAT as it is. NPS (Reichheld, Harvard Business Review, Dec. 2003): 0-3 → 1, 4-6 → 2 (detractors), 7 → 3, 8 → 4
 * (passives), 9-10 → 5 (promoters). CES on seven points, 7 = very easy: 1 → 1, 2-3 → 2, 4 → 3, 5-6 → 4, 7 → 5.
 */
export function starsOf(kind: ScoreKind, score: number): number {
  if (kind === 'csat') return score;
  if (kind === 'nps') return score <= 3 ? 1 : score <= 6 ? 2 : score === 7 ? 3 : score === 8 ? 4 : 5;
  return score <= 1 ? 1 : score <= 3 ? 2 : score === 4 ? 3 : score <= 6 ? 4 : 5;
}

/** NPS ≤ 6, CSAT ≤ 2, CES ≤ 3: a case is opened at once. */
export function isLow(kind: ScoreKind, score: number): boolean {
  return starsOf(kind, score) <= 2;
}

/** Scores on the way that was taken, in its order. */
export function scoresOf(questions: readonly FormQuestion[], path: readonly string[], answers: Answers): GivenScore[] {
  return path.flatMap((id) => {
    const question = questions.find((one) => one.id === id);
    const value = answers[id];
    if (!question || typeof value !== 'number') return [];
    const { kind } = question;
    return kind === 'nps' || kind === 'csat' || kind === 'ces' ? [{ question: id, kind, score: value }] : [];
  });
}

/** The worst of the scores decides; null without any. */
export function ratingOf(scores: readonly GivenScore[]): { stars: number; score: GivenScore } | null {
  let worst: { stars: number; score: GivenScore } | null = null;
  for (const score of scores) {
    const stars = starsOf(score.kind, score.score);
    if (!worst || stars < worst.stars) worst = { stars, score };
  }
  return worst;
}

/** What was written, by question, in the order of the way: texts, and what stands behind "other". */
export function wordsOf(path: readonly string[], answers: Answers): { question: string; text: string }[] {
  return path.flatMap((question) => {
    const text = textOf(answers[question] ?? null);
    return text ? [{ question, text }] : [];
  });
}

/** The words in a value, if any. */
export function textOf(value: AnswerValue): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'object' && value !== null && 'options' in value ? (value.other ?? null) : null;
}

/** A value without its words, for keeping in the open; null where it is nothing but words. */
export function withoutWords(value: AnswerValue): AnswerValue {
  if (typeof value === 'string') return null;
  return typeof value === 'object' && value !== null && 'options' in value ? { options: value.options } : value;
}
