// Sites on which the widget stands: their key, their origins, their looks, and the few routes a visitor's browser may call.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { browserSecret, visitorWords } from '../../visitors/core/visitor.contract.ts';

/** An exact origin, as a browser names it: scheme, host and port where it is not the usual one. */
export const origin = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text.replace(/\/+$/, '').toLowerCase())
  .refine((text) => /^https?:\/\/([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/.test(text), {
    message: 'bad_origin',
  });

/** White words must be readable on it. */
const color = z.string().regex(/^#[0-9a-f]{6}$/i, { message: 'bad_color' });

export const siteView = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    origins: z.array(z.string()),
    color: z.string(),
    greetingZh: z.string(),
    greetingEn: z.string(),
    productName: z.string().nullable(),
    productSku: z.string().nullable(),
    perHour: z.number(),
    enabled: z.boolean(),
    createdAt: z.string(),
    lastVoiceAt: z.string().nullable(),
  })
  .meta({ id: 'WidgetSite' });
export type SiteView = z.output<typeof siteView>;

const name = z.string().trim().min(1).max(100);
const greeting = z.string().trim().max(120);
const productPart = z.string().trim().max(300).nullable();

export const listSitesRoute = route({
  id: 'listWidgetSites',
  method: 'GET',
  path: '/api/v1/widget-sites',
  summary: 'Sites on which the widget stands',
  access: 'channel.read',
  ok: z.object({ items: z.array(siteView) }),
});

export const createSiteRoute = route({
  id: 'createWidgetSite',
  method: 'POST',
  path: '/api/v1/widget-sites',
  summary: 'Let the widget stand on a site; answers its public key',
  access: 'channel.edit',
  body: z.object({ name, origins: z.array(origin).max(30).default([]) }),
  ok: siteView,
  status: 201,
  refusals: ['name_taken'],
});

export const changeSiteRoute = route({
  id: 'changeWidgetSite',
  method: 'PATCH',
  path: '/api/v1/widget-sites/:id',
  summary: 'Change origins, looks and limits of a site, or switch it off',
  access: 'channel.edit',
  params: z.object({ id: z.string().max(60) }),
  body: z.object({
    name: name.optional(),
    origins: z.array(origin).max(30).optional(),
    color: color.optional(),
    greetingZh: greeting.optional(),
    greetingEn: greeting.optional(),
    productName: productPart.optional(),
    productSku: productPart.optional(),
    perHour: z.number().int().min(1).max(100_000).optional(),
    enabled: z.boolean().optional(),
  }),
  ok: siteView,
  refusals: ['not_found', 'name_taken'],
});

const keyParam = z.object({ key: z.string().max(60) });

/** What the widget needs to draw itself. */
export const widgetConfigRoute = route({
  id: 'widgetConfig',
  method: 'GET',
  path: '/api/v1/widget/:key',
  summary: "The widget's looks and the shop's name; only for the site's own origins",
  access: 'public',
  perMinute: 240,
  params: keyParam,
  ok: z.object({
    shop: z.string(),
    color: z.string(),
    greeting: z.object({ zh: z.string(), en: z.string() }),
    maxPhotos: z.number(),
    maxWords: z.number(),
  }),
  refusals: ['not_found', 'foreign_origin'],
});

/** The body, sent as JSON; pictures as base64 of JPEG, PNG or WebP, each with its pins at the same place in `pins`. */
export const widgetVoice = visitorWords.extend({
  browser: browserSecret,
  photos: z.array(z.string().max(11_500_000)).max(3).default([]),
});

export const widgetSayRoute = route({
  id: 'widgetSay',
  method: 'POST',
  path: '/api/v1/widget/:key/voices',
  summary:
    'Take a voice from a page of the shop; answered only when it is durable, taken once however often it is sent',
  access: 'public',
  perMinute: 30,
  params: keyParam,
  bodyKind: 'raw',
  bodyLimit: 26 * 1024 * 1024,
  ok: z.object({ received: z.literal(true), again: z.boolean() }),
  status: 201,
  refusals: [
    'not_found',
    'foreign_origin',
    'bad_json',
    'invalid',
    'missing_words',
    'invalid_email',
    'invalid_phone',
    'invalid_photo',
    'too_large_photo',
    'too_many_photos',
    'too_many_requests',
  ],
});

const preflight = {
  method: 'OPTIONS',
  access: 'public',
  params: keyParam,
  ok: z.null(),
  status: 204,
  perMinute: 240,
} as const;

export const widgetConfigAskRoute = route({
  ...preflight,
  id: 'widgetConfigAsk',
  path: widgetConfigRoute.path,
  summary: "A browser's question before it reads the looks",
});
export const widgetSayAskRoute = route({
  ...preflight,
  id: 'widgetSayAsk',
  path: widgetSayRoute.path,
  summary: "A browser's question before it sends a voice",
});

const siteFacts = z.object({ name: z.string(), origins: z.array(z.string()), enabled: z.boolean() });
export const siteCreated = defineEvent('widget_site.created', siteFacts);
export const siteChanged = defineEvent('widget_site.changed', z.object({ from: siteFacts, to: siteFacts }));

export const siteRoutes = [listSitesRoute, createSiteRoute, changeSiteRoute] as const;
