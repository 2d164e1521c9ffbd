// Names of the values a table is divided by, in the reader's language.
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useThemeNames } from '../../../understand/themes/web/theme-names.part.tsx';
import type { Head } from '../core/insight.contract.ts';

/** Words for a head of a row or column. */
export function useKeyNames(): (dimension: string, head: Head) => string {
  const { t, i18n } = useTranslation(['insight', 'ui', 'text', 'pagecollect']);
  const themes = useThemeNames();
  return useCallback(
    (dimension, { key, label }) => {
      if (label !== null) return label;
      if (dimension === 'theme' && key !== 'none') return themes.path(key);
      if (dimension === 'theme_group' && key !== 'none') return themes.name(key);
      return wordOf(t, dimension, key, i18n.language);
    },
    [t, themes, i18n.language],
  );
}

const OF_CASES = ['priority', 'status'];

function wordOf(t: TFunction, dimension: string, key: string, language: string): string {
  if (dimension === 'day') return dayText(key, language, { month: 'numeric', day: 'numeric' });
  if (dimension === 'week') return dayText(key, language, { month: 'numeric', day: 'numeric' });
  if (dimension === 'month') return dayText(key, language, { year: 'numeric', month: 'short' });
  if (dimension === 'hour') return t('insight:hour', { hour: key });
  if (key === 'none') {
    if (dimension === 'rating' || dimension === 'product' || dimension === 'owner' || dimension === 'team')
      return t(`insight:none.${dimension}`);
    if (dimension === 'theme' || dimension === 'theme_group') return t('insight:none.theme');
    return OF_CASES.includes(dimension) ? t('insight:none.case') : t('insight:none.other');
  }
  if (dimension === 'rating') return t('insight:stars', { count: Number(key) });
  if (dimension === 'channel') return t(`pagecollect:channel.${key}`);
  if (dimension === 'class') return t(`ui:sentiment.${key}`);
  if (dimension === 'sentiment') return t(`text:sentiment.${key}`);
  if (dimension === 'intent') return t(`text:intent.${key}`);
  if (dimension === 'aspect') return t(`text:aspect.${key}`, { defaultValue: key });
  if (dimension === 'polarity') return t(`text:polarity.${key}`, { defaultValue: key });
  if (dimension === 'language') return t(`text:language.${key}`, { defaultValue: key });
  if (dimension === 'tier') return t(`insight:tier.${key}`);
  if (dimension === 'priority') return t(`ui:priority.${key}`);
  if (dimension === 'status') return t(`ui:status.${key}`);
  return t('insight:gone');
}

function dayText(day: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));
}
