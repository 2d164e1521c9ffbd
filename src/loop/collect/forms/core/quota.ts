// Decides whether one more answer still has room.
import type { Answers, FormSettings } from './form.contract.ts';

/** Completed answers so far: of all, and with each value of the question the quota is set on. */
export interface QuotaCounts {
  completed: number;
  byValue: Readonly<Record<string, number>>;
}

/** Whether the questionnaire takes no more completed answers at all. */
export function isFull(settings: FormSettings, counts: QuotaCounts): boolean {
  return settings.quota !== null && counts.completed >= settings.quota;
}

/** Whether these answers find no room: all places taken, or those of what was chosen. */
export function isScreened(settings: FormSettings, counts: QuotaCounts, answers: Answers): boolean {
  if (isFull(settings, counts)) return true;
  const quota = settings.answerQuota;
  if (!quota) return false;
  const given = valuesOf(answers[quota.question]);
  return quota.limits.some(({ value, max }) => given.includes(value) && (counts.byValue[value] ?? 0) >= max);
}

/** The values an answer counts under: options, or the score as text. */
export function valuesOf(value: Answers[string] | undefined): string[] {
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null && 'options' in value ? [...value.options] : [];
}
