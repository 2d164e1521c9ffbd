// Rooms, their shows (场次), shelf, connectors and links: what screens and callers may know.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';

const short = (max: number) => z.string().trim().min(1).max(max);
const idParam = z.object({ id: z.string() });

export const money = z.object({ minor: z.number().int(), currency: z.string().min(3).max(12) });

export const SHOW_STATES = ['live', 'ended'] as const;

export const roomView = z
  .object({
    id: z.string(),
    title: z.string(),
    /** Public name in addresses: `/watch/<slug>`. */
    slug: z.string(),
    coverUrl: z.string().nullable(),
    /** HLS playlist of the picture; null shows none. */
    videoUrl: z.string().nullable(),
    /** Whether viewers may enter by our own page. */
    isOpen: z.boolean(),
    /** Words that count as an entry or a vote are read from danmaku too. */
    isSimulated: z.boolean(),
    show: z.object({ id: z.string(), startedAt: z.string(), state: z.enum(SHOW_STATES) }).nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'LiveRoom' });
export type RoomView = z.output<typeof roomView>;

/** What the host can say about a product: answers are suggested from these, with the fact as their source. */
export const productFact = z.object({ topic: short(60), text: short(600) });

export const shelfProduct = z
  .object({
    productId: z.string(),
    index: z.number().int().min(1).max(999),
    title: short(300),
    sku: z.string().nullable(),
    price: money.nullable(),
    listPrice: money.nullable(),
    stock: z.number().int().nullable(),
    /** Other names viewers use. */
    aliases: z.array(short(60)).max(20),
    facts: z.array(productFact).max(50),
  })
  .meta({ id: 'LiveShelfProduct' });
export type ShelfProduct = z.output<typeof shelfProduct>;

export const showView = z
  .object({
    id: z.string(),
    roomId: z.string(),
    title: z.string(),
    state: z.enum(SHOW_STATES),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    events: z.number(),
    comments: z.number(),
    completeness: z.number(),
    isSimulated: z.boolean(),
  })
  .meta({ id: 'LiveShow' });
export type ShowView = z.output<typeof showView>;

export const listRoomsRoute = route({
  id: 'listLiveRooms',
  method: 'GET',
  path: '/api/v1/live/rooms',
  summary: 'Live rooms, newest first, each with its running show',
  access: 'live.read',
  query: pageQuery,
  ok: pageOf(roomView),
});

export const createRoomRoute = route({
  id: 'createLiveRoom',
  method: 'POST',
  path: '/api/v1/live/rooms',
  summary: 'Create a live room',
  access: 'live.edit',
  body: z.object({
    title: short(120),
    slug: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/)
      .optional(),
    /** Everything in it is made up: it is labelled so wherever it is shown. */
    isSimulated: z.boolean().default(false),
  }),
  ok: roomView,
  status: 201,
  refusals: ['slug_taken'],
});

export const readRoomRoute = route({
  id: 'readLiveRoom',
  method: 'GET',
  path: '/api/v1/live/rooms/:id',
  summary: 'One live room with its shelf',
  access: 'live.read',
  params: idParam,
  ok: roomView.extend({ shelf: z.array(shelfProduct) }),
  refusals: ['not_found'],
});

export const editRoomRoute = route({
  id: 'editLiveRoom',
  method: 'PATCH',
  path: '/api/v1/live/rooms/:id',
  summary: 'Change title, picture address or openness of a room',
  access: 'live.edit',
  params: idParam,
  body: z.object({
    title: short(120).optional(),
    coverUrl: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .optional(),
    videoUrl: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .optional(),
    isOpen: z.boolean().optional(),
  }),
  ok: roomView,
  refusals: ['not_found'],
});

export const saveShelfRoute = route({
  id: 'saveLiveShelf',
  method: 'PUT',
  path: '/api/v1/live/rooms/:id/shelf',
  summary: 'Replace the shelf of a room: products by link number with price, other names and facts',
  access: 'live.work',
  params: idParam,
  body: z.object({
    items: z.array(shelfProduct.partial({ productId: true, sku: true, stock: true, listPrice: true })).max(500),
  }),
  ok: z.object({ shelf: z.array(shelfProduct) }),
  refusals: ['not_found', 'index_taken'],
});

export const startShowRoute = route({
  id: 'startLiveShow',
  method: 'POST',
  path: '/api/v1/live/rooms/:id/show',
  summary: 'Start a show in a room',
  access: 'live.work',
  params: idParam,
  body: z.object({ title: short(120).optional() }),
  ok: showView,
  status: 201,
  refusals: ['not_found', 'show_running'],
});

export const endShowRoute = route({
  id: 'endLiveShow',
  method: 'DELETE',
  path: '/api/v1/live/rooms/:id/show',
  summary: 'End the running show',
  access: 'live.work',
  params: idParam,
  ok: showView,
  refusals: ['not_found', 'no_show', 'room_elsewhere'],
});

export const listShowsRoute = route({
  id: 'listLiveShows',
  method: 'GET',
  path: '/api/v1/live/shows',
  summary: 'Shows, newest first, of all rooms or of one',
  access: 'live.read',
  query: pageQuery.extend({ roomId: z.string().optional() }),
  ok: pageOf(showView),
});

export const pinProductRoute = route({
  id: 'pinLiveProduct',
  method: 'PUT',
  path: '/api/v1/live/rooms/:id/on-air',
  summary: 'Put a product of the shelf on air, or none',
  access: 'live.work',
  params: idParam,
  body: z.object({ productId: z.string().nullable() }),
  ok: z.object({ productId: z.string().nullable() }),
  refusals: ['not_found', 'no_show', 'unknown_product', 'room_elsewhere'],
});

export const ingestRoute = route({
  id: 'ingestLiveEvents',
  method: 'POST',
  path: '/api/v1/live/rooms/:id/events',
  summary: 'Hand over up to 1,000 live events; answered when they are durable, each taken once by its id',
  access: 'live.work',
  params: idParam,
  body: z.object({
    source: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,30}$/)
      .default('api'),
    events: z.array(z.unknown()).min(1).max(1000),
  }),
  bodyLimit: 4 * 1024 * 1024,
  ok: z.object({
    taken: z.number(),
    repeated: z.number(),
    rejected: z.array(z.object({ index: z.number(), code: z.string() })),
  }),
  refusals: ['not_found', 'no_show', 'room_elsewhere'],
});

export const KEEP_DAYS = [30, 90, 180, 365, 730, 1095, 1825] as const;

export const readRetentionRoute = route({
  id: 'readLiveRetention',
  method: 'GET',
  path: '/api/v1/live/retention',
  summary: 'How long the journals of shows are kept',
  access: 'live.read',
  ok: z.object({ keepDays: z.number() }),
});

export const saveRetentionRoute = route({
  id: 'saveLiveRetention',
  method: 'PUT',
  path: '/api/v1/live/retention',
  summary: 'Change how long the journals of shows are kept',
  access: 'live.edit',
  body: z.object({ keepDays: z.number().int().min(30).max(3650) }),
  ok: z.object({ keepDays: z.number() }),
});

export const roomRoutes = [
  listRoomsRoute,
  createRoomRoute,
  readRoomRoute,
  editRoomRoute,
  saveShelfRoute,
  startShowRoute,
  endShowRoute,
  listShowsRoute,
  pinProductRoute,
  ingestRoute,
  readRetentionRoute,
  saveRetentionRoute,
] as const;
