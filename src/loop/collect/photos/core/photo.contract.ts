// Pictures that came with a voice: what a pin is, and how staff look at them.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';

/** Pictures of one voice, and pins on one picture. */
export const MAX_PHOTOS = 3;
export const MAX_PINS = 8;

/** A place on a picture, as parts of its width and height from the top left, and what is there. */
export const pin = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  note: z.string().trim().max(200).default(''),
});
export type Pin = z.output<typeof pin>;

export const photoView = z
  .object({
    id: z.string(),
    feedbackId: z.string(),
    width: z.number(),
    height: z.number(),
    pins: z.array(pin),
    /** Addresses of the picture and of its small copy. */
    path: z.string(),
    smallPath: z.string(),
  })
  .meta({ id: 'FeedbackPhoto' });
export type PhotoView = z.output<typeof photoView>;

export const listPhotosRoute = route({
  id: 'listPhotos',
  method: 'GET',
  path: '/api/v1/photos',
  summary: 'Pictures of up to 100 voices, with their pins',
  access: 'feedback.read',
  query: z.object({
    /** Ids of feedback, separated by commas. */
    feedback: z
      .string()
      .max(4000)
      .transform((text) => text.split(',').filter(Boolean).slice(0, 100)),
  }),
  ok: z.object({ items: z.array(photoView) }),
});

export const showPhotoRoute = route({
  id: 'showPhoto',
  method: 'GET',
  path: '/api/v1/photos/:id',
  summary: 'One picture as WebP; `size=small` for the small copy',
  access: 'feedback.read',
  params: z.object({ id: z.string().max(60) }),
  query: z.object({ size: z.enum(['full', 'small']).default('full') }),
  ok: z.null(),
  answer: 'file',
  refusals: ['not_found'],
});

export const photoRoutes = [listPhotosRoute, showPhotoRoute] as const;
