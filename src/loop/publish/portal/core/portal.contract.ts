// The shop's public pages: their addresses, what a shop may set, and what others may know of them.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { defineEvent } from '../../../../kit/event.ts';

/** Pages a shop may show or leave out; home is always there while the portal is on. */
export const PORTAL_PAGES = ['say', 'mine', 'numbers', 'roadmap', 'changelog', 'reports', 'verify'] as const;
export type PortalPage = (typeof PORTAL_PAGES)[number];

const sentence = (max: number) => z.string().trim().max(max);

export const portalSettings = z
  .object({
    enabled: z.boolean(),
    /** Empty: the shop's own name. */
    titleZh: sentence(60),
    titleEn: sentence(60),
    /** Empty: the product's own words. */
    welcomeZh: sentence(200),
    welcomeEn: sentence(200),
    pages: z.array(z.enum(PORTAL_PAGES)),
  })
  .meta({ id: 'PortalSettings' });
export type PortalSettings = z.output<typeof portalSettings>;

export const DEFAULT_PORTAL: PortalSettings = {
  enabled: true,
  titleZh: '',
  titleEn: '',
  welcomeZh: '',
  welcomeEn: '',
  pages: [...PORTAL_PAGES],
};

export const readPortalRoute = route({
  id: 'readPortal',
  method: 'GET',
  path: '/api/v1/portal',
  summary: "Settings of the shop's public pages, and their address",
  access: 'channel.read',
  ok: z.object({ settings: portalSettings, path: z.string() }),
});

export const changePortalRoute = route({
  id: 'changePortal',
  method: 'PATCH',
  path: '/api/v1/portal',
  summary: 'Switch the public pages on or off, name them, choose which are shown',
  access: 'channel.edit',
  body: portalSettings.partial(),
  ok: z.object({ settings: portalSettings, path: z.string() }),
});

export const portalChanged = defineEvent('portal.changed', z.object({ from: portalSettings, to: portalSettings }));

const slugParam = z.object({ slug: z.string().max(60) });
const pageQuery = z
  .object({
    lang: z.string().max(20).optional(),
    /** Personal page of what was just said. */
    t: z.string().max(200).optional(),
    asked: z.string().max(5).optional(),
    product: z.string().max(300).optional(),
    sku: z.string().max(200).optional(),
    order: z.string().max(100).optional(),
    rating: z.string().max(2).optional(),
  })
  .loose();
const page = { access: 'public', params: slugParam, query: pageQuery, ok: z.string(), answer: 'page' } as const;

export const portalHomeRoute = route({
  ...page,
  id: 'portalHome',
  method: 'GET',
  path: '/p/:slug',
  summary: "The shop's public home: three doors and honest numbers",
  perMinute: 240,
});
export const portalSayRoute = route({
  ...page,
  id: 'portalSay',
  method: 'GET',
  path: '/p/:slug/say',
  summary: 'The page on which a customer says something',
  perMinute: 240,
});
export const portalSendRoute = route({
  ...page,
  id: 'portalSend',
  method: 'POST',
  path: '/p/:slug/say',
  summary: 'Take what a customer said, with photos, without script and without an account',
  bodyKind: 'multipart',
  bodyLimit: 26 * 1024 * 1024,
  perMinute: 20,
});
export const portalSentRoute = route({
  ...page,
  id: 'portalSent',
  method: 'GET',
  path: '/p/:slug/sent',
  summary: 'The receipt: what was taken, and where to see what becomes of it',
  perMinute: 240,
});
export const portalMineRoute = route({
  ...page,
  id: 'portalMine',
  method: 'GET',
  path: '/p/:slug/mine',
  summary: 'What this browser said, and where it stands',
  perMinute: 240,
});
export const portalLinksRoute = route({
  ...page,
  id: 'portalLinks',
  method: 'POST',
  path: '/p/:slug/mine',
  summary: 'Send the links of an address to that address; always answered the same',
  body: z.record(z.string(), z.unknown()).nullish(),
  bodyKind: 'form',
  bodyLimit: 16 * 1024,
  perMinute: 6,
});

export const portalRoutes = [
  portalHomeRoute,
  portalSayRoute,
  portalSendRoute,
  portalSentRoute,
  portalMineRoute,
  portalLinksRoute,
] as const;
