// Reads the taxonomy with names and counts.
import sql from 'sql-template-tag';
import type { z } from 'zod';
import type { Tx } from '../../../../platform/database/database.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import { mergedTaxonomy, type ThemeRow } from '../core/taxonomy.ts';
import type { themeChangeView } from '../core/theme.contract.ts';

/** Stored rows, oldest change first. */
export function readThemeRows(tx: Tx): Promise<ThemeRow[]> {
  return tx.rows<ThemeRow>(sql`
    SELECT key, parent, zh, en, enabled, keywords, merged_into AS "mergedInto", own, version FROM themes
    WHERE workspace_id = ${tx.workspaceId} ORDER BY version, key`);
}

/** Version of the taxonomy: the number of its last change. */
export async function readTaxonomyVersion(tx: Tx): Promise<number> {
  const row = await tx.one<{ version: number | null }>(
    sql`SELECT max(version) AS version FROM theme_changes WHERE workspace_id = ${tx.workspaceId}`,
  );
  return row.version ?? 0;
}

/** The name of a shipped theme in one language. */
export function shippedName(key: string, language: 'zh-CN' | 'en'): string {
  return translator(language)(key.includes('.') ? `text:themes.${key}` : `text:aspect.${key}`, undefined, key);
}

/** Every theme of the workspace, with names. */
export async function taxonomyOf(tx: Tx): Promise<ThemeRow[]> {
  return mergedTaxonomy(await readThemeRows(tx), shippedName);
}

/** Which of these are leaves somebody may choose: known, switched on and not merged away. */
export async function knownThemes(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const open = (await taxonomyOf(tx)).filter((theme) => theme.enabled && !theme.mergedInto && theme.parent !== null);
  const known = new Set(open.map((theme) => theme.key));
  return new Set(keys.filter((key) => known.has(key)));
}

export interface ThemeCounts {
  count: number;
  previous: number;
  negative: number;
  positive: number;
}

/** Voices by theme in a period and in the one before it. Days are included on both ends. */
export async function countThemes(
  tx: Tx,
  period: { from: string; to: string; previousFrom: string },
): Promise<Map<string, ThemeCounts>> {
  const rows = await tx.rows<ThemeCounts & { item: string }>(sql`
    SELECT item, coalesce(sum(voices) FILTER (WHERE day >= ${period.from}::date), 0)::bigint AS count,
      coalesce(sum(voices) FILTER (WHERE day < ${period.from}::date), 0)::bigint AS previous,
      coalesce(sum(negative) FILTER (WHERE day >= ${period.from}::date), 0)::bigint AS negative,
      coalesce(sum(positive) FILTER (WHERE day >= ${period.from}::date), 0)::bigint AS positive
    FROM feedback_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'theme' AND day BETWEEN ${period.previousFrom}::date AND ${period.to}::date
    GROUP BY item`);
  return new Map(rows.map(({ item, ...counts }) => [item, counts]));
}

/** Changes of the taxonomy, newest first. */
export async function listThemeChanges(
  tx: Tx,
  input: { beforeVersion?: number | undefined; limit: number },
): Promise<z.output<typeof themeChangeView>[]> {
  const rows = await tx.rows<Omit<z.output<typeof themeChangeView>, 'at'> & { at: Date }>(sql`
    SELECT version, key, change, by_name AS "byName", at, before, after FROM theme_changes
    WHERE workspace_id = ${tx.workspaceId} AND (${input.beforeVersion ?? null}::int IS NULL OR version < ${input.beforeVersion ?? 0})
    ORDER BY version DESC LIMIT ${input.limit}`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
