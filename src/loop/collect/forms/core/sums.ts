// What one settled answer adds to the sums.
import type { AnswerState, Answers, FormQuestion } from './form.contract.ts';
import { valuesOf } from './quota.ts';

export interface SumLine {
  /** Empty for the whole questionnaire. */
  question: string;
  item: string;
}

export const STARTED: SumLine = { question: '', item: 'started' };

/** What a completed answer adds to the all-time sums for quotas: `c:<score or option>` of every question on the way. */
export function quotaLines(answers: Answers, path: readonly string[]): SumLine[] {
  return path.flatMap((question) => valuesOf(answers[question]).map((value) => ({ question, item: `c:${value}` })));
}

/**
 * One line for each count that grows by one: how it ended; for every question on the way that it was reached, answered or
 * left at; and each value, `v:<score or option>`, in a matrix `r:<row>:<score>`. A screened answer counts as nothing but that.
 * @param next where he stopped; null at the end
 */
export function sumsOf(
  questions: readonly FormQuestion[],
  answers: Answers,
  path: readonly string[],
  next: string | null,
  state: Exclude<AnswerState, 'started'>,
): SumLine[] {
  const lines: SumLine[] = [{ question: '', item: state }];
  if (state === 'screened') return lines;
  for (const id of path) {
    if (!questions.some((question) => question.id === id)) continue;
    lines.push({ question: id, item: 'reached' });
    if (id === next) {
      if (state === 'dropped') lines.push({ question: id, item: 'left' });
      continue;
    }
    const value = answers[id] ?? null;
    if (value === null) continue;
    lines.push({ question: id, item: 'answered' });
    if (typeof value === 'number') lines.push({ question: id, item: `v:${value}` });
    else if (typeof value === 'object' && 'options' in value)
      for (const option of value.options) lines.push({ question: id, item: `v:${option}` });
    else if (typeof value === 'object')
      for (const [row, score] of Object.entries(value.rows)) lines.push({ question: id, item: `r:${row}:${score}` });
  }
  return lines;
}
