// What others may ask about workspaces: which there are, and which shop a public address speaks of.
import sql from 'sql-template-tag';
import type { Statements } from '../../../platform/database/database.ts';

export interface PublicShop {
  workspaceId: string;
  slug: string;
  name: string;
  locale: 'zh-CN' | 'en';
  timeZone: string;
}

/** The shop behind a public address; looked up across workspaces, because the visitor knows nothing else. */
export async function shopBySlug(machine: Statements, slug: string): Promise<PublicShop | undefined> {
  if (!/^[a-z0-9][a-z0-9-]{0,48}$/.test(slug)) return undefined;
  return machine.maybe<PublicShop>(sql`
    SELECT id AS "workspaceId", slug, name, locale, time_zone AS "timeZone" FROM workspaces WHERE slug = ${slug}`);
}

/** The same, by workspace. */
export async function shopOf(machine: Statements, workspaceId: string): Promise<PublicShop | undefined> {
  return machine.maybe<PublicShop>(sql`
    SELECT id AS "workspaceId", slug, name, locale, time_zone AS "timeZone" FROM workspaces WHERE id = ${workspaceId}`);
}

/** Every workspace, the eldest first: for sweeps, which look at one after the other. */
export async function workspaceIds(machine: Statements): Promise<string[]> {
  return (await machine.rows<{ id: string }>(sql`SELECT id FROM workspaces ORDER BY id`)).map((one) => one.id);
}
