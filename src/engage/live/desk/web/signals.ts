// Small wishes of keys that another part of the screen fulfils: open a dialog, hold the room still, take the next filter.
import { useEffect } from 'react';

export type DeskSignal = 'countdown' | 'note' | 'interactions' | 'prompter' | 'pause' | 'filter';

const place = new EventTarget();

/** Tells whoever listens. */
export function signal(name: DeskSignal): void {
  place.dispatchEvent(new Event(name));
}

/** Runs while mounted whenever the wish comes. */
export function useSignal(name: DeskSignal, run: () => void): void {
  useEffect(() => {
    place.addEventListener(name, run);
    return () => place.removeEventListener(name, run);
  }, [name, run]);
}
