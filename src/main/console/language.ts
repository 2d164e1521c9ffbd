// Loads the sentences of one language as one file and keeps the choice; the code itself holds only keys.
import type { Locale } from 'antd/es/locale/index.js';
import dayjs from 'dayjs';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Each language's name in that language. */
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

const STORED = 'huiyin.language';
const loaders = {
  'zh-CN': () => import('./language.zh-cn.ts'),
  en: () => import('./language.en.ts'),
};
const kits: Partial<Record<string, Locale>> = {};

/** antd's words in a loaded language. */
export function kitLocale(language: string): Locale | undefined {
  return kits[language];
}

/** The language chosen on this device before, if any. */
export function chosenLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(STORED);
    return LANGUAGES.find((one) => one === stored);
  } catch {
    return undefined;
  }
}

function browserLanguage(): Language {
  return document.documentElement.lang.startsWith('zh') ? 'zh-CN' : 'en';
}

/** Switches the whole console to a language, loading it first. `remember` keeps it on this device. */
export async function speak(language: Language, remember = false): Promise<void> {
  if (!kits[language]) {
    const { sentences, kitWords } = await loaders[language]();
    for (const [room, keys] of Object.entries(sentences)) i18next.addResourceBundle(language, room, keys);
    kits[language] = kitWords as Locale;
  }
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  document.documentElement.lang = language;
  if (remember)
    try {
      localStorage.setItem(STORED, language);
    } catch {
      // Storage may be forbidden; the choice then lasts for this visit.
    }
  await i18next.changeLanguage(language);
}

/** Starts i18next with the language of this device. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: browserLanguage(),
    fallbackLng: false,
    ns: ['console'],
    defaultNS: 'console',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(chosenLanguage() ?? browserLanguage());
}
