// Opens a shop by its public address for one of its pages, as its portal is set up.
import { type PublicShop, shopBySlug } from '../../../../ground/members/server/door.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Language } from '../../../../platform/i18n/translate.ts';
import type { PageLink } from '../../../../platform/pages/page-frame.ts';
import { portalNav, readPortal, showsPage } from '../../portal/server/door.ts';

export interface OpenShop {
  shop: PublicShop;
  /** The shop as it wants to be called on its pages. */
  name: string;
  nav: PageLink[];
}

/** @returns null where there is no such shop, or it does not show this page */
export async function openShop(
  database: Database,
  slug: string,
  language: Language,
  page: 'reports' | 'roadmap' | 'changelog',
): Promise<OpenShop | null> {
  const shop = await shopBySlug(database.machine, slug);
  if (!shop) return null;
  const settings = await database.workspace(shop.workspaceId).read((tx) => readPortal(tx));
  if (!showsPage(settings, page)) return null;
  const title = language === 'en' ? settings.titleEn : settings.titleZh;
  return { shop, name: title || shop.name, nav: await portalNav(database, shop, language, page) };
}
