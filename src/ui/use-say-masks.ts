// Puts the marks of masked data into the language of the reader, where words are shown as plain text.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { sayMasks } from '../text/masks.ts';

/** `[phone]` becomes `[电话]`; the function stays the same while the language does. */
export function useSayMasks(): (text: string) => string {
  const { t } = useTranslation('text');
  return useCallback((text: string) => sayMasks(text, (kind) => t(`personal.${kind}`)), [t]);
}
