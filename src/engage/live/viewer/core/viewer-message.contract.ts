// What comes up from a viewer: small messages with a name of their own, each answered; sent again they are taken once.
import { z } from 'zod';

export const MAX_COMMENT = 100;
export const MAX_QUESTION = 200;
/** Likes one message may carry; a finger makes about eight a second. */
export const MAX_LIKES = 50;

/** Signs that are not seen and turn the text around them about; the joiners of emoji and scripts stay. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** More marks than any script sets on one letter climb over the lines above. */
const HEAPED = /(\p{M}{3})\p{M}+/gu;
/** Made by the viewer's browser; the same again is the same message. */
const messageName = z.string().regex(/^[\w-]{4,24}$/);
const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(UNSEEN, '')
        .replace(HEAPED, '$1')
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim(),
    )
    .refine((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), { message: 'empty' })
    .refine((text) => [...text].length <= max, { message: 'too_long' });

export const viewerMessage = z.discriminatedUnion('k', [
  z.object({ n: messageName, k: z.literal('say'), text: line(MAX_COMMENT) }),
  z.object({
    n: messageName,
    k: z.literal('ask'),
    text: line(MAX_QUESTION),
    interactionId: z.string().max(60).optional(),
  }),
  z.object({ n: messageName, k: z.literal('like'), count: z.number().int().min(1).max(MAX_LIKES) }),
  /** Poll, quiz, check-in, coupon, lucky bag, an upvote of a question (`choice` is the question). */
  z.object({
    n: messageName,
    k: z.literal('enter'),
    interactionId: z.string().max(60),
    choice: z.string().max(200).optional(),
    answer: line(MAX_QUESTION).optional(),
  }),
  z.object({ n: messageName, k: z.literal('name'), name: z.string().max(80) }),
  /** The product's card was opened. */
  z.object({ n: messageName, k: z.literal('click'), productId: z.string().max(80) }),
]);
export type ViewerMessage = z.output<typeof viewerMessage>;

/** Why a message was not taken, besides what an interaction says. */
export const MESSAGE_REFUSALS = [
  'bad_message',
  'empty',
  'too_long',
  'too_fast',
  'muted',
  'no_show',
  'no_such_interaction',
  'not_saved',
] as const;
export type MessageRefusal = (typeof MESSAGE_REFUSALS)[number];
