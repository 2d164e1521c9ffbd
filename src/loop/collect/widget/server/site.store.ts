// Writes and reads widget sites; a site is found by its public key before its workspace is known.
import sql from 'sql-template-tag';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { SiteView } from '../core/site.contract.ts';

export interface SiteRow extends Omit<SiteView, 'createdAt' | 'lastVoiceAt'> {
  workspaceId: string;
  createdAt: Date;
  lastVoiceAt: Date | null;
}

const COLUMNS = sql`id, workspace_id AS "workspaceId", site_key AS key, name, origins, color, greeting_zh AS "greetingZh",
  greeting_en AS "greetingEn", product_name AS "productName", product_sku AS "productSku", per_hour AS "perHour", enabled,
  created_at AS "createdAt", last_voice_at AS "lastVoiceAt"`;

export function siteViewOf({ workspaceId: _workspace, ...row }: SiteRow): SiteView {
  return { ...row, createdAt: row.createdAt.toISOString(), lastVoiceAt: row.lastVoiceAt?.toISOString() ?? null };
}

/** A site that is switched on, by its public key. */
export async function findSite(database: Database, key: string): Promise<SiteRow | undefined> {
  return database.machine.maybe<SiteRow>(
    sql`SELECT ${COLUMNS} FROM widget_sites WHERE site_key = ${key} AND enabled AND workspace_id IS NOT NULL`,
  );
}

export function listSites(tx: Tx): Promise<SiteRow[]> {
  return tx.rows<SiteRow>(
    sql`SELECT ${COLUMNS} FROM widget_sites WHERE workspace_id = ${tx.workspaceId} ORDER BY id DESC LIMIT 200`,
  );
}

export function lockSite(tx: Tx, id: string): Promise<SiteRow | undefined> {
  return tx.maybe<SiteRow>(
    sql`SELECT ${COLUMNS} FROM widget_sites WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
  );
}

export async function siteNameTaken(tx: Tx, name: string, exceptId: string): Promise<boolean> {
  const row = await tx.maybe(
    sql`SELECT 1 FROM widget_sites WHERE workspace_id = ${tx.workspaceId} AND name = ${name} AND id <> ${exceptId}`,
  );
  return row !== undefined;
}

export async function saveSite(tx: Tx, site: SiteRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO widget_sites (id, workspace_id, site_key, name, origins, color, greeting_zh, greeting_en, product_name,
      product_sku, per_hour, enabled, created_at)
    VALUES (${site.id}, ${tx.workspaceId}, ${site.key}, ${site.name}, ${site.origins}::text[], ${site.color},
      ${site.greetingZh}, ${site.greetingEn}, ${site.productName}, ${site.productSku}, ${site.perHour}, ${site.enabled},
      ${site.createdAt})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, origins = excluded.origins, color = excluded.color,
      greeting_zh = excluded.greeting_zh, greeting_en = excluded.greeting_en, product_name = excluded.product_name,
      product_sku = excluded.product_sku, per_hour = excluded.per_hour, enabled = excluded.enabled`);
}

/** Counts one voice against the site's hour. @returns false when the hour is full */
export async function takeTurn(tx: Tx, site: SiteRow, now: Date): Promise<boolean> {
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const taken = await tx.run(sql`
    INSERT INTO widget_hours (workspace_id, site_id, hour, voices) VALUES (${tx.workspaceId}, ${site.id}, ${hour}, 1)
    ON CONFLICT (workspace_id, site_id, hour) DO UPDATE SET voices = widget_hours.voices + 1
      WHERE widget_hours.voices < ${site.perHour}`);
  return taken > 0;
}

export async function noteVoice(tx: Tx, siteId: string, now: Date): Promise<void> {
  await tx.run(
    sql`UPDATE widget_sites SET last_voice_at = ${now} WHERE workspace_id = ${tx.workspaceId} AND id = ${siteId}`,
  );
}
