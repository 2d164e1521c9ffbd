// Loads the sentences of one language as one file and keeps the choice; the code itself holds only keys.
import dayjs from 'dayjs';
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Each language's name in that language. */
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

const loaders: Record<Language, () => Promise<{ sentences: Record<string, unknown> }>> = {
  'zh-CN': () => import('./language.zh-cn.ts'),
  en: () => import('./language.en.ts'),
};

/** The language to start with: the one chosen before, else the browser's. */
export function firstLanguage(): Language {
  const lang = document.documentElement.lang;
  return LANGUAGES.find((one) => one === lang) ?? (lang.startsWith('zh') ? 'zh-CN' : 'en');
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'console')) return;
  const { sentences } = await loaders[language]();
  for (const [room, keys] of Object.entries(sentences)) i18next.addResourceBundle(language, room, keys);
}

/** Starts i18next with one language loaded. */
export async function startLanguage(): Promise<i18n> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['console'],
    defaultNS: 'console',
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  await use(language);
  return i18next;
}

/** Switches the whole console to a language, loading it first, and remembers it on this device. */
export async function use(language: Language): Promise<void> {
  await load(language);
  if (language === 'zh-CN') await import('dayjs/locale/zh-cn.js');
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  document.documentElement.lang = language;
  try {
    localStorage.setItem('huiyin.language', language);
  } catch {
    // Storage may be forbidden; the choice then lasts for this visit.
  }
  await i18next.changeLanguage(language);
}
