// Those who speak without an account, from a browser of their own: what they may say, and the news of it.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';
import { pin } from '../../photos/core/photo.contract.ts';

/** Voices of one browser in an hour. */
export const MAX_VOICES_AN_HOUR = 20;
/** Characters of one voice. */
export const MAX_WORDS = 2000;

/** A secret only one browser knows, made by it or given to it: at least 128 random bits. */
export const browserSecret = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

const short = (max: number) => z.string().trim().max(max);

/** What a visitor says; photos come beside it. */
export const visitorWords = z.object({
  /** The browser's own name for this voice; sent again, it is the same voice. */
  voice: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  text: short(MAX_WORDS).default(''),
  rating: z.number().int().min(1).max(5).optional(),
  /** What it is about, as a short word of the page (a topic of the portal, a product). */
  topic: short(60).optional(),
  product: z.object({ name: short(300).optional(), sku: short(200).optional() }).optional(),
  orderNo: short(100).optional(),
  contact: z
    .object({ name: short(60).optional(), email: short(320).optional(), phone: short(40).optional() })
    .optional(),
  locale: z.enum(['zh-CN', 'en']),
  /** When it was said, where it could be sent only later. */
  saidAt: z.iso.datetime({ offset: true }).optional(),
  /** Page it was said on, without its query. */
  page: short(300).optional(),
  pins: z.array(z.array(pin).max(8)).max(3).default([]),
});
export type VisitorWords = z.output<typeof visitorWords>;

export const VISITOR_CHANNELS = ['widget', 'portal'] as const;
export type VisitorChannel = (typeof VISITOR_CHANNELS)[number];

/** Somebody without an account said something; `address` tells whether he left one to write to. */
export const visitorSpoke = defineEvent(
  'visitor.spoke',
  z.object({ channel: z.enum(VISITOR_CHANNELS), address: z.boolean(), locale: z.enum(['zh-CN', 'en']) }),
);
