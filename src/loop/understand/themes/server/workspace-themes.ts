// Hands out the workspace's theme finder, made once a version and kept: judging asks for it a thousand times a second.
import type { Tx } from '../../../../platform/database/database.ts';
import { normalise } from '../../../../text/normalise.ts';
import { type ThemeFinder, themeFinder } from '../core/taxonomy.ts';
import { readTaxonomyVersion, readThemeRows } from './theme.reads.ts';

const kept = new Map<string, ThemeFinder>();
const MOST_KEPT = 200;

/** Width, case and script folded, as judgements fold texts. */
export function fold(text: string): string {
  return normalise(text).text;
}

/** The finder for the present version of the taxonomy. */
export async function themeFinderOf(tx: Tx): Promise<ThemeFinder> {
  const version = await readTaxonomyVersion(tx);
  const known = kept.get(tx.workspaceId);
  if (known?.version === version) return known;
  const finder = themeFinder(version === 0 ? [] : await readThemeRows(tx), version, fold);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(tx.workspaceId, finder);
  return finder;
}
