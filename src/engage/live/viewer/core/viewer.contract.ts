// The public side of a room: its page, its frames by socket, stream or snapshot, and what a viewer sends; no session, no cookie.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { money } from '../../rooms/core/room.contract.ts';

const slug = z.object({ slug: z.string().max(60) });
const key = z.object({ key: z.string().max(120) });
/** The viewer's token, where he has one already. */
const asViewer = z.object({ viewer: z.string().max(400).optional() });
const asked = z.object({ lang: z.string().max(20).optional() });

export const SHOW_PHASES = ['waiting', 'live', 'ended'] as const;

export const publicRoom = z
  .object({
    slug: z.string(),
    title: z.string(),
    shop: z.string(),
    coverUrl: z.string().nullable(),
    videoUrl: z.string().nullable(),
    phase: z.enum(SHOW_PHASES),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    isSimulated: z.boolean(),
  })
  .meta({ id: 'PublicLiveRoom' });
export type PublicRoom = z.output<typeof publicRoom>;

export const publicProduct = z.object({
  productId: z.string(),
  index: z.number(),
  title: z.string(),
  price: money.nullable(),
  listPrice: money.nullable(),
  stock: z.number().nullable(),
});
export type PublicProduct = z.output<typeof publicProduct>;

export const livePageRoute = route({
  id: 'livePage',
  method: 'GET',
  path: '/watch/:slug',
  summary: 'The page of a room',
  access: 'public',
  perMinute: 600,
  params: slug,
  query: asked,
  ok: z.string(),
  answer: 'page',
});

const openly = { access: 'public', params: slug, perMinute: 1200, refusals: ['not_found', 'foreign_origin'] } as const;

export const liveInfoRoute = route({
  ...openly,
  id: 'liveInfo',
  method: 'GET',
  path: '/watch/:slug/info',
  summary: 'What a room is and whether a show is on',
  ok: publicRoom,
});

export const liveShelfRoute = route({
  ...openly,
  id: 'liveShelf',
  method: 'GET',
  path: '/watch/:slug/shelf',
  summary: 'The shelf of a running show with its prices',
  ok: z.object({ items: z.array(publicProduct) }),
  refusals: ['not_found', 'foreign_origin', 'no_show'],
});

export const liveSnapshotRoute = route({
  ...openly,
  id: 'liveSnapshot',
  method: 'GET',
  path: '/watch/:slug/snapshot',
  summary:
    'Everything a viewer sees now; with `after`, as soon as there is more than that, at the latest after 20 seconds',
  query: asViewer.extend({ after: z.coerce.number().int().min(0).optional() }),
  ok: z.unknown(),
  answer: 'stream',
  refusals: ['not_found', 'foreign_origin', 'no_show'],
});

export const liveStreamRoute = route({
  ...openly,
  id: 'liveStream',
  method: 'GET',
  path: '/watch/:slug/stream',
  summary: 'The same frames as server-sent events, for networks that let no WebSocket through',
  query: asViewer,
  ok: z.unknown(),
  answer: 'stream',
  refusals: ['not_found', 'foreign_origin', 'no_show'],
});

export const liveSocketRoute = route({
  ...openly,
  id: 'liveSocket',
  method: 'GET',
  path: '/watch/:slug/socket',
  summary: 'Frames down, messages up',
  query: asViewer,
  ok: z.null(),
  answer: 'socket',
  refusals: ['not_found', 'foreign_origin', 'no_show'],
});

/** Sent as text, so that a page of another site need not ask first. */
export const identityBody = z.object({
  viewer: z.string().max(400).optional(),
  name: z.string().max(80).optional(),
  identity: z
    .object({
      user: z.string().min(1).max(200),
      name: z.string().max(80).optional(),
      at: z.number().int(),
      sig: z.string().max(128),
    })
    .optional(),
});

export const liveViewerRoute = route({
  ...openly,
  id: 'liveViewer',
  method: 'POST',
  path: '/watch/:slug/viewer',
  summary: 'Become a viewer: drawn by lot, or vouched for by the shop with a signed identity',
  perMinute: 120,
  bodyKind: 'raw',
  bodyLimit: 8 * 1024,
  ok: z.object({ token: z.string(), name: z.string().nullable(), signed: z.boolean() }),
  refusals: ['not_found', 'foreign_origin', 'bad_json', 'invalid', 'bad_identity'],
});

export const liveMessageRoute = route({
  ...openly,
  id: 'liveMessage',
  method: 'POST',
  path: '/watch/:slug/messages',
  summary: 'A message as the socket takes it, by HTTP; the body names the viewer by his token',
  bodyKind: 'raw',
  bodyLimit: 8 * 1024,
  ok: z.unknown(),
  refusals: ['not_found', 'foreign_origin', 'no_show', 'bad_json', 'not_a_viewer'],
});

export const liveOverlayRoute = route({
  id: 'liveOverlay',
  method: 'GET',
  path: '/live/overlay/:key',
  summary: 'What a picture mixer lays over the picture; the address is a secret',
  access: 'public',
  perMinute: 120,
  params: key,
  query: asked,
  ok: z.string(),
  answer: 'page',
});

export const liveOverlaySocketRoute = route({
  id: 'liveOverlaySocket',
  method: 'GET',
  path: '/live/overlay/:key/socket',
  summary: 'Frames for the overlay',
  access: 'public',
  perMinute: 120,
  params: key,
  ok: z.null(),
  answer: 'socket',
  refusals: ['not_found', 'no_show'],
});

export const viewerRoutes = [
  livePageRoute,
  liveInfoRoute,
  liveShelfRoute,
  liveSnapshotRoute,
  liveStreamRoute,
  liveSocketRoute,
  liveViewerRoute,
  liveMessageRoute,
  liveOverlayRoute,
  liveOverlaySocketRoute,
] as const;

/** An exact origin, as a browser names it. */
export const siteOrigin = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text.replace(/\/+$/, '').toLowerCase())
  .refine((text) => /^https?:\/\/([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/.test(text), {
    message: 'bad_origin',
  });

export const embedView = z
  .object({ origins: z.array(z.string()), hasIdentitySecret: z.boolean(), snippet: z.string(), url: z.string() })
  .meta({ id: 'LiveEmbed' });
export type EmbedView = z.output<typeof embedView>;

const roomParam = z.object({ id: z.string().max(60) });

export const readEmbedRoute = route({
  id: 'readLiveEmbed',
  method: 'GET',
  path: '/api/v1/live/rooms/:id/embed',
  summary: 'On which sites a room may stand, and the line of HTML that puts it there',
  access: 'live.read',
  params: roomParam,
  ok: embedView,
  refusals: ['not_found'],
});

export const saveEmbedRoute = route({
  id: 'saveLiveEmbed',
  method: 'PUT',
  path: '/api/v1/live/rooms/:id/embed',
  summary: 'Say on which sites a room may stand',
  access: 'live.edit',
  params: roomParam,
  body: z.object({ origins: z.array(siteOrigin).max(30) }),
  ok: embedView,
  refusals: ['not_found'],
});

export const renewIdentitySecretRoute = route({
  id: 'renewLiveIdentitySecret',
  method: 'POST',
  path: '/api/v1/live/rooms/:id/identity-secret',
  summary: 'A new secret with which the shop signs who its visitors are; shown once, the old one ends at once',
  access: 'live.edit',
  params: roomParam,
  ok: z.object({ secret: z.string() }),
  status: 201,
  refusals: ['not_found'],
});

export const embedRoutes = [readEmbedRoute, saveEmbedRoute, renewIdentitySecretRoute] as const;

export const embedSaved = defineEvent('live_room.embed_saved', z.object({ origins: z.array(z.string()) }));
export const identitySecretRenewed = defineEvent('live_room.identity_secret_renewed', z.object({}));
