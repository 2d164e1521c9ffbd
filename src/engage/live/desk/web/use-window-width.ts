// The width of the window, told only when it crosses a step, so that resizing draws the desk three times at most.
import { useSyncExternalStore } from 'react';

const STEPS = [700, 1000];

function watch(changed: () => void): () => void {
  const queries = STEPS.map((step) => matchMedia(`(min-width: ${step}px)`));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

/** @returns the largest step that fits: 0, 700 or 1000 */
export function useWindowWidth(): number {
  return useSyncExternalStore(watch, () => STEPS.findLast((step) => innerWidth >= step) ?? 0);
}
