// Gives the server its sentences: one table for each language, read from `locales/` once at start.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstance, type i18n as I18n } from 'i18next';
import { packageRoot } from '../config/package-root.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `key` is `<namespace>:<dotted.key>`; a key without a sentence gives `fallback` or the key itself. */
export type Translate = (key: string, values?: Record<string, unknown>, fallback?: string) => string;

let instance: I18n | undefined;

function load(): I18n {
  if (instance) return instance;
  const resources: Record<string, Record<string, object>> = {};
  for (const language of LANGUAGES) {
    const folder = path.join(packageRoot, 'locales', language);
    resources[language] = {};
    for (const file of readdirSync(folder)) {
      if (!file.endsWith('.json')) continue;
      resources[language][file.slice(0, -5)] = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    }
  }
  instance = createInstance();
  void instance.init({
    resources,
    lng: 'zh-CN',
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}

/** @returns the sentences of one language */
export function translator(language: Language): Translate {
  const fixed = load().getFixedT(language);
  return (key, values, fallback) =>
    fixed(key, { ...values, ...(fallback === undefined ? {} : { defaultValue: fallback }) });
}

/** Picks a language for a request from `Accept-Language` (RFC 9110 §12.5.4); Chinese when it names neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const quality = Number(
        rest
          .map((item) => item.trim())
          .find((item) => /^q=/i.test(item))
          ?.slice(2) ?? 1,
      );
      return { tag: tag.trim().toLowerCase(), quality: Number.isFinite(quality) ? quality : 0 };
    })
    .sort((one, other) => other.quality - one.quality);
  for (const { tag, quality } of ranked) {
    if (quality <= 0) continue;
    if (/^zh(-|$)/.test(tag)) return 'zh-CN';
    if (/^en(-|$)/.test(tag)) return 'en';
  }
  return 'zh-CN';
}
