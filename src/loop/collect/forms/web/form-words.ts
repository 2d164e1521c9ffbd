// Words the screens of questionnaires share: a score as people read it, a name for a question.
import type { TFunction } from 'i18next';
import {
  FORM_LANGUAGES,
  type FormLanguage,
  type FormQuestion,
  type ScoreKind,
  type Words,
} from '../core/form.contract.ts';

/** The console's language as one a questionnaire can speak. */
export function languageOf(language: string): FormLanguage {
  return FORM_LANGUAGES.find((one) => one === language) ?? 'zh-CN';
}

/** Words in a language, or in the other one. */
export function inWords(words: Partial<Words> | null | undefined, language: string): string {
  return words?.[languageOf(language)] || words?.['zh-CN'] || words?.en || '';
}

/** `1. How likely …`, cut where it is long. */
export function questionName(t: TFunction, questions: readonly FormQuestion[], id: string, language: string): string {
  const index = questions.findIndex((question) => question.id === id);
  if (index < 0) return t('pageforms:jump.gone');
  const title = inWords(questions[index]!.title, language) || t('pageforms:question.untitled');
  return `${index + 1}. ${title.length > 40 ? `${title.slice(0, 39)}…` : title}`;
}

/** `+30` · `80.0%` · `5.6` */
export function scoreText(kind: ScoreKind, value: number | null, language: string): string {
  if (value === null) return '–';
  if (kind === 'csat')
    return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  if (kind === 'nps')
    return new Intl.NumberFormat(language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(value);
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
}
