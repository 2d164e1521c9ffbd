// What is typed over a theme, kept while somebody else saves the same theme.

import { cleanKeywords } from '../core/keyword-rules.ts';
import type { ThemeView } from '../core/theme.contract.ts';

export interface ThemeDraft {
  zh: string;
  en: string;
  keywords: string[];
}
export type ThemeField = keyof ThemeDraft;

const FIELDS: readonly ThemeField[] = ['zh', 'en', 'keywords'];

export function draftOf({ zh, en, keywords }: ThemeView): ThemeDraft {
  return { zh, en, keywords };
}

/** The fields that say something else than the theme does. */
export function changedFields(draft: ThemeDraft, theme: ThemeView): ThemeField[] {
  return FIELDS.filter((field) => textOf(draft[field]) !== textOf(theme[field]));
}

/**
 * The draft over a newer state of its theme: a field nobody here touched follows, one that was typed in stays.
 * @returns `clashes`: fields typed in here and changed to something else there
 */
export function overNewer(draft: ThemeDraft, base: ThemeView, newer: ThemeView) {
  const touched = changedFields(draft, base);
  const moved = changedFields(draftOf(newer), base);
  const next: ThemeDraft = {
    zh: touched.includes('zh') ? draft.zh : newer.zh,
    en: touched.includes('en') ? draft.en : newer.en,
    keywords: touched.includes('keywords') ? draft.keywords : newer.keywords,
  };
  const differs = changedFields(next, newer);
  return { draft: next, clashes: touched.filter((field) => moved.includes(field) && differs.includes(field)) };
}

const textOf = (value: string | string[]) =>
  typeof value === 'string' ? value.trim() : cleanKeywords(value).join('\n');
