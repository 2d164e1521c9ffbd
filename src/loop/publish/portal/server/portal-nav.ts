// The ways between a shop's public pages, for every feature that draws one.
import type { PublicShop } from '../../../../ground/members/server/door.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import { inLanguage, type PageLink } from '../../../../platform/pages/page-frame.ts';
import { PORTAL_PAGES, type PortalPage, type PortalSettings } from '../core/portal.contract.ts';
import { readPortal } from './portal.store.ts';

/** Path of a shop's page. */
export function portalPath(slug: string, page: PortalPage | 'home' | 'sent' = 'home'): string {
  return page === 'home' ? `/p/${slug}` : `/p/${slug}/${page}`;
}

/** Links of the pages this shop shows, in their order; empty while the portal is off. */
export function linksOf(
  shop: Pick<PublicShop, 'slug'>,
  settings: PortalSettings,
  language: Language,
  current: PortalPage | 'home' | null,
): PageLink[] {
  if (!settings.enabled) return [];
  const t = translator(language);
  const pages = [
    'home' as const,
    ...PORTAL_PAGES.filter((page) => page !== 'numbers' && settings.pages.includes(page)),
  ];
  return pages.map((page) => ({
    label: t(`portal:way.${page}`),
    href: inLanguage(portalPath(shop.slug, page), language),
    ...(page === current ? { current: true } : {}),
  }));
}

/** The same for a feature that knows only the shop. */
export function portalNav(
  database: Database,
  shop: Pick<PublicShop, 'workspaceId' | 'slug'>,
  language: Language,
  current: PortalPage | null,
): Promise<PageLink[]> {
  return database
    .workspace(shop.workspaceId)
    .read(async (tx) => linksOf(shop, await readPortal(tx), language, current));
}

/** What the shop calls itself on its public pages. */
export function portalName(
  database: Database,
  shop: Pick<PublicShop, 'workspaceId' | 'name'>,
  language: Language,
): Promise<string> {
  return database.workspace(shop.workspaceId).read(async (tx) => {
    const settings = await readPortal(tx);
    return (settings.enabled && (language === 'en' ? settings.titleEn : settings.titleZh)) || shop.name;
  });
}

/** Whether a shop shows this page at all. */
export function showsPage(settings: PortalSettings, page: PortalPage): boolean {
  return settings.enabled && settings.pages.includes(page);
}
