// Finds the way through a questionnaire that a set of answers takes.
import type { Answers, FormQuestion } from './form.contract.ts';
import { nextIndex, sampleValues } from './jumps.ts';

export interface Way {
  /** Ids of the questions on the way so far, in order; the last one is `next` unless the end is reached. */
  path: string[];
  /** The question to ask now; null at the end. */
  next: string | null;
  /** Share of the longest possible way that lies behind, 0-1. */
  progress: number;
}

/**
 * Follows the answers from the first question to the first that was not put yet.
 * @param answers by question; a question that was passed over without an answer holds null, one never put is absent
 */
export function walkForm(questions: readonly FormQuestion[], answers: Answers): Way {
  const path: string[] = [];
  let index = 0;
  let next: string | null = null;
  while (index < questions.length) {
    const question = questions[index]!;
    path.push(question.id);
    const value = Object.hasOwn(answers, question.id) ? answers[question.id]! : undefined;
    if (value === undefined || (value === null && question.required)) {
      next = question.id;
      break;
    }
    index = nextIndex(questions, index, value);
  }
  const behind = next === null ? path.length : path.length - 1;
  const ahead = next === null ? 0 : longestFrom(questions)[index]!;
  return { path, next, progress: behind + ahead === 0 ? 1 : behind / (behind + ahead) };
}

/** Indexes of the questions that may follow each one, the end being `questions.length`. */
export function successors(questions: readonly FormQuestion[]): number[][] {
  return questions.map((question, index) => [
    ...new Set(sampleValues(question).map((value) => nextIndex(questions, index, value))),
  ]);
}

/** Questions on the longest way from each one to the end, itself included. */
export function longestFrom(questions: readonly FormQuestion[]): number[] {
  const longest: number[] = new Array(questions.length + 1).fill(0);
  const following = successors(questions);
  for (let index = questions.length - 1; index >= 0; index -= 1) {
    longest[index] = 1 + Math.max(0, ...following[index]!.map((target) => longest[target]!));
  }
  return longest;
}

/** Ids of the questions no answer leads to. */
export function unreachable(questions: readonly FormQuestion[]): string[] {
  const reached = new Set<number>([0]);
  for (const [index, targets] of successors(questions).entries()) {
    if (reached.has(index)) for (const target of targets) reached.add(target);
  }
  return questions.filter((_, index) => !reached.has(index)).map((question) => question.id);
}
