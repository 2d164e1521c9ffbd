// Light, dark or as the system says: one choice, kept on this device, that dresses antd and the style sheet alike.
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale/index.js';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { giveFirstFieldFocus } from './first-field.ts';
import { antdDefaults, antdTheme } from './theme.ts';
import { palettes, type ThemeName } from './tokens.ts';

export const APPEARANCES = ['light', 'dark', 'system'] as const;
export type Appearance = (typeof APPEARANCES)[number];

interface Look {
  /** what was chosen */
  choice: Appearance;
  /** what is shown */
  theme: ThemeName;
  choose: (choice: Appearance) => void;
  /** a page that has a look of its own; null gives it back */
  force: (theme: ThemeName | null) => void;
}

const LookContext = createContext<Look>({
  choice: 'system',
  theme: 'light',
  choose: () => undefined,
  force: () => undefined,
});
const STORED = 'huiyin.theme';

function stored(): Appearance {
  try {
    const value = localStorage.getItem(STORED);
    return APPEARANCES.find((one) => one === value) ?? 'system';
  } catch {
    return 'system';
  }
}

function useWish(media: string): boolean {
  const query = useMemo(() => globalThis.matchMedia?.(media), [media]);
  return useSyncExternalStore(
    (changed) => {
      query?.addEventListener('change', changed);
      return () => query?.removeEventListener('change', changed);
    },
    () => query?.matches ?? false,
  );
}

/** @param kitLocale antd's own words in the reader's language */
export function AppearanceProvider({ kitLocale, children }: { kitLocale?: Locale; children: ReactNode }) {
  const [choice, setChoice] = useState(stored);
  const systemDark = useWish('(prefers-color-scheme: dark)');
  const still = useWish('(prefers-reduced-motion: reduce)');
  const [forced, force] = useState<ThemeName | null>(null);
  const theme: ThemeName = forced ?? (choice === 'system' ? (systemDark ? 'dark' : 'light') : choice);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', palettes[theme].canvas);
  }, [theme]);
  useEffect(() => giveFirstFieldFocus(), []);
  const look = useMemo<Look>(
    () => ({
      choice,
      theme,
      force,
      choose: (next) => {
        setChoice(next);
        try {
          localStorage.setItem(STORED, next);
        } catch {
          // Storage may be forbidden; the choice then lasts for this visit.
        }
      },
    }),
    [choice, theme],
  );
  // The kit waits for the end of its movements; where nothing moves it must not wait.
  const kitTheme = useMemo(() => {
    const base = antdTheme(theme);
    return { ...base, token: { ...base.token, motion: !still } };
  }, [theme, still]);
  return (
    <LookContext value={look}>
      <ConfigProvider {...antdDefaults} theme={kitTheme} {...(kitLocale ? { locale: kitLocale } : {})}>
        {children}
      </ConfigProvider>
    </LookContext>
  );
}

/** The present look and how to change it. */
export function useAppearance(): Look {
  return useContext(LookContext);
}

/** Gives the console this look while the caller is mounted, whatever the reader chose elsewhere. */
export function useForcedTheme(theme: ThemeName): void {
  const { force } = useAppearance();
  useEffect(() => {
    force(theme);
    return () => force(null);
  }, [force, theme]);
}
