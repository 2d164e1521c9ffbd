// Keeps rows where they are while the reader's pointer is on them; what changed meanwhile waits and is counted.
import { useCallback, useRef, useState } from 'react';
import type { ListRead } from '../../../../ui/client/hooks.ts';

/**
 * The order to show while rows must not move: those that stand stay, those that follow them come after, new ones above wait.
 * @returns the keys to show and how many new ones wait
 */
export function steadyOrder(held: readonly string[], fresh: readonly string[]): { shown: string[]; waiting: number } {
  const standing = new Set(held);
  const last = fresh.findLastIndex((key) => standing.has(key));
  const after = fresh.slice(last + 1).filter((key) => !standing.has(key));
  const above = fresh.slice(0, last + 1).filter((key) => !standing.has(key));
  return { shown: [...held, ...after], waiting: above.length };
}

/** How long after the reader's own deed rows may move even under the pointer. */
const OWN_DEED_MS = 3000;

export interface SteadyList<T> {
  list: ListRead<T>;
  /** new rows that wait above */
  waiting: number;
  /** keys of rows that are no longer in the list but still stand */
  gone: ReadonlySet<string>;
  /** lets the rows move now and for a moment, after the reader's own deed */
  release: () => void;
  /** for the element around the rows */
  pointer: { onPointerEnter: (event: { pointerType: string }) => void; onPointerLeave: () => void };
}

/** @param scope names what is listed; another scope is another list and is never held */
export function useSteadyList<T>(list: ListRead<T>, rowKey: (row: T) => string, scope: string): SteadyList<T> {
  const [held, setHeld] = useState(false);
  const [, again] = useState(0);
  const memory = useRef({ scope: '', order: [] as string[], rows: new Map<string, T>() });
  const freeUntil = useRef(0);
  const fresh = list.items.map(rowKey);
  const byKey = new Map(list.items.map((row) => [rowKey(row), row]));
  const past = memory.current;
  const mayMove = !held || list.isStale || past.scope !== scope || Date.now() < freeUntil.current;
  const { shown, waiting } = mayMove ? { shown: fresh, waiting: 0 } : steadyOrder(past.order, fresh);
  const items = shown.flatMap((key) => byKey.get(key) ?? past.rows.get(key) ?? []);
  memory.current = {
    scope: list.isStale ? '' : scope,
    order: shown,
    rows: new Map(items.map((row) => [rowKey(row), row])),
  };
  const release = useCallback(() => {
    freeUntil.current = Date.now() + OWN_DEED_MS;
    again((count) => count + 1);
  }, []);
  return {
    list: { ...list, items },
    waiting,
    gone: new Set(shown.filter((key) => !byKey.has(key))),
    release,
    pointer: {
      onPointerEnter: (event) => setHeld(event.pointerType === 'mouse'),
      onPointerLeave: () => setHeld(false),
    },
  };
}
