// Puts the marks of masked data into the language of the reader, where words are shown as plain text.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { masksIn, sayMasks } from '../kit/masks.ts';
import type { TextSpan } from './highlighted.tsx';

/** `[phone]` becomes `[电话]`; the function stays the same while the language does. */
export function useSayMasks(): (text: string) => string {
  const { t } = useTranslation('text');
  return useCallback((text: string) => sayMasks(text, (kind) => t(`personal.${kind}`)), [t]);
}

/** The marks as spans to draw, where other things are drawn under the words as well. */
export function useMaskSpans(): (text: string) => TextSpan[] {
  const { t } = useTranslation('text');
  return useCallback(
    (text: string) =>
      masksIn(text).map(({ start, end, kind }) => ({ start, end, kind: 'mask', shown: `[${t(`personal.${kind}`)}]` })),
    [t],
  );
}
