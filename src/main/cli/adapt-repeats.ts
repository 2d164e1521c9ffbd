// Counts the corrections that `huiyin adapt` was given twice, so that none gives way to another silently.
import type { Lesson } from '../../text/adapt/adapt.contract.ts';

/**
 * How many corrections are on a text that an earlier one was on, and how many of these decide otherwise than was decided:
 * there the later one holds.
 */
export function countRepeats(lessons: readonly Lesson[]): { repeated: number; contradicted: number } {
  const byText = new Map<string, Lesson>();
  let repeated = 0;
  let contradicted = 0;
  for (const lesson of lessons) {
    const before = byText.get(lesson.text);
    if (before !== undefined) {
      repeated += 1;
      if (contradicts(before, lesson)) contradicted += 1;
    }
    byText.set(lesson.text, { ...before, ...lesson });
  }
  return { repeated, contradicted };
}

function contradicts(before: Lesson, now: Lesson): boolean {
  const parts = Object.keys(now) as (keyof Lesson)[];
  return parts.some((part) => before[part] !== undefined && wordsOf(before[part]) !== wordsOf(now[part]));
}

/** The same words for the same decision; the order of a list says nothing. */
function wordsOf(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value);
}
