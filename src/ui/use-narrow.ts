// Whether the window is phone-like, where panes become pages.
import { useSyncExternalStore } from 'react';
import { narrow } from './tokens.ts';

/** @param below px, 900 by default */
export function useNarrow(below: number = narrow): boolean {
  const query = `(max-width: ${below - 1}px)`;
  return useSyncExternalStore(
    (changed) => {
      const media = globalThis.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => globalThis.matchMedia(query).matches,
  );
}
