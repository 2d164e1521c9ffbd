// The explorer's filters as the question they stand for, for other features that show a few of its rows.
import { queryOf } from './explorer-filter.ts';

/** @param search filters as they stand in the explorer's address @param zone the workspace's */
export function explorerQuery(search: Record<string, string>, zone: string): ReturnType<typeof queryOf> {
  return queryOf(search, zone);
}
