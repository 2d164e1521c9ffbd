// Names of themes in the reader's language, for every screen that shows a theme by its key.
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { listThemesRoute, type ThemeView } from '../core/theme.contract.ts';

export interface ThemeNames {
  /** "到货慢"; a key nobody knows any more is shown as it is */
  name: (key: string) => string;
  /** "物流 · 到货慢" */
  path: (key: string) => string;
  themes: readonly ThemeView[];
}

/** Reads the taxonomy once for all screens; it changes seldom and then by an event. */
export function useThemeNames(): ThemeNames {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const read = useRead(listThemesRoute, { query: {} }, { on: ['taxonomy.changed'], freshMs: 300_000 });
  const themes = useMemo(() => read.data?.items ?? [], [read.data]);
  const byKey = useMemo(() => new Map(themes.map((theme) => [theme.key, theme])), [themes]);
  const name = useCallback((key: string) => byKey.get(key)?.[language] ?? key, [byKey, language]);
  const path = useCallback(
    (key: string) => {
      const parent = byKey.get(key)?.parent;
      return parent ? `${name(parent)} · ${name(key)}` : name(key);
    },
    [byKey, name],
  );
  return useMemo(() => ({ name, path, themes }), [name, path, themes]);
}

/** Groups of leaves under their upper theme, for a select; only those that may be chosen. */
export function leafOptions(names: ThemeNames): { label: string; options: { value: string; label: string }[] }[] {
  return names.themes
    .filter((theme) => theme.parent === null && theme.enabled)
    .map((parent) => ({
      label: names.name(parent.key),
      options: names.themes
        .filter((leaf) => leaf.parent === parent.key && leaf.enabled && !leaf.mergedInto)
        .map((leaf) => ({ value: leaf.key, label: names.name(leaf.key) })),
    }))
    .filter((group) => group.options.length > 0);
}
