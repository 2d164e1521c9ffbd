// What comes up from a viewer: small messages with a name of their own, each answered; sent again they are taken once.
import { z } from 'zod';

export const MAX_COMMENT = 100;
export const MAX_QUESTION = 200;
/** Likes one message may carry; a finger makes about eight a second. */
export const MAX_LIKES = 50;

/** Made by the viewer's browser; the same again is the same message. */
const messageName = z.string().regex(/^[\w-]{4,24}$/);
const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim(),
    )
    .refine((text) => text.length > 0, { message: 'empty' })
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
