// Writes what a workspace changed of the taxonomy.
import sql from 'sql-template-tag';
import type { Actor } from '../../../../ground/members/core/actor.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ThemeRow } from '../core/taxonomy.ts';

/** Keeps others from changing the taxonomy until the transaction ends. */
export async function lockTaxonomy(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('taxonomy ' || ${tx.workspaceId}, 0))`);
}

/** Saves a theme and the change that made it so. */
export async function saveThemeChange(
  tx: Tx,
  change: { before: ThemeRow | null; after: ThemeRow; change: string; by: Actor; at: Date },
): Promise<void> {
  const { after } = change;
  await tx.run(sql`
    INSERT INTO themes (workspace_id, key, parent, zh, en, enabled, keywords, merged_into, own, version)
    VALUES (${tx.workspaceId}, ${after.key}, ${after.parent}, ${after.zh}, ${after.en}, ${after.enabled}, ${after.keywords}::text[],
      ${after.mergedInto}, ${after.own}, ${after.version})
    ON CONFLICT (workspace_id, key) DO UPDATE SET zh = excluded.zh, en = excluded.en, enabled = excluded.enabled,
      keywords = excluded.keywords, merged_into = excluded.merged_into, version = excluded.version`);
  await tx.run(sql`
    INSERT INTO theme_changes (workspace_id, version, key, change, before, after, by_id, by_name, at)
    VALUES (${tx.workspaceId}, ${after.version}, ${after.key}, ${change.change},
      ${change.before ? JSON.stringify(change.before) : null}::jsonb, ${JSON.stringify(after)}::jsonb, ${change.by.id},
      ${change.by.name}, ${change.at})`);
}
