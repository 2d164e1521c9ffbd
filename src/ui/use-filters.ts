// Filters live in the address, so that a list can be sent to a colleague, bookmarked and walked back through.
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Search } from './go.tsx';

type Patch = Record<string, string | string[] | undefined>;

export interface Filters {
  /** every query value as plain text */
  values: Record<string, string>;
  /** one value, empty text when absent */
  get: (key: string) => string;
  /** a comma-joined list */
  list: (key: string) => string[];
  /** changes some values; an empty text or empty list removes the key. Replaces the history entry. */
  set: (patch: Patch) => void;
  /** the same as a step of its own, for what one goes back from: a period, a view */
  step: (patch: Patch) => void;
  /** removes these keys, or all */
  clear: (keys?: readonly string[]) => void;
}

/** Drops what is empty, joins lists. */
export function cleanSearch(patch: Patch): Search {
  const out: Search = {};
  for (const [key, value] of Object.entries(patch)) {
    const text = Array.isArray(value) ? value.join(',') : value;
    if (text) out[key] = text;
  }
  return out;
}

/** The filters of the present page. */
export function useFilters(): Filters {
  const navigate = useNavigate();
  const search = useLocation().search as Record<string, unknown>;
  const values = useMemo(
    () => Object.fromEntries(Object.entries(search).map(([key, value]) => [key, String(value)])),
    [search],
  );
  const write = useCallback(
    (next: (now: Record<string, string>) => Search, replace = true) =>
      void navigate({
        to: '.',
        search: ((now: Record<string, string>) => next(now)) as never,
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  return {
    values,
    get: (key) => values[key] ?? '',
    list: (key) => (values[key] ? values[key].split(',') : []),
    set: (patch) => write((now) => cleanSearch({ ...now, ...patch })),
    step: (patch) => write((now) => cleanSearch({ ...now, ...patch }), false),
    clear: (keys) =>
      write((now) =>
        keys ? cleanSearch(Object.fromEntries(Object.entries(now).filter(([key]) => !keys.includes(key)))) : {},
      ),
  };
}
