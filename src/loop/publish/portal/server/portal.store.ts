// Writes and reads the settings of the public pages.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { DEFAULT_PORTAL, type PortalSettings } from '../core/portal.contract.ts';

/** The shop's settings; what it never set is as the product comes. */
export async function readPortal(tx: Tx, lock = false): Promise<PortalSettings> {
  const columns = sql`enabled, title_zh AS "titleZh", title_en AS "titleEn", welcome_zh AS "welcomeZh",
    welcome_en AS "welcomeEn", pages`;
  const row = lock
    ? await tx.maybe<PortalSettings>(
        sql`SELECT ${columns} FROM portal_settings WHERE workspace_id = ${tx.workspaceId} FOR UPDATE`,
      )
    : await tx.maybe<PortalSettings>(
        sql`SELECT ${columns} FROM portal_settings WHERE workspace_id = ${tx.workspaceId}`,
      );
  return row ?? DEFAULT_PORTAL;
}

export async function savePortal(tx: Tx, settings: PortalSettings, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO portal_settings (workspace_id, enabled, title_zh, title_en, welcome_zh, welcome_en, pages, changed_at)
    VALUES (${tx.workspaceId}, ${settings.enabled}, ${settings.titleZh}, ${settings.titleEn}, ${settings.welcomeZh},
      ${settings.welcomeEn}, ${settings.pages}::text[], ${now})
    ON CONFLICT (workspace_id) DO UPDATE SET enabled = excluded.enabled, title_zh = excluded.title_zh,
      title_en = excluded.title_en, welcome_zh = excluded.welcome_zh, welcome_en = excluded.welcome_en,
      pages = excluded.pages, changed_at = excluded.changed_at`);
}
