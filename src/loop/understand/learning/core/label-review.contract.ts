// The queue of voices a person is asked about: doubtful ones, least certain first, and some drawn by lot.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { SENTIMENTS } from '../../../../text/judge.contract.ts';
import { judgementView } from '../../judgement/core/judgement.contract.ts';

/** Why a voice is asked about. */
export const REVIEW_SOURCES = ['doubt', 'sample'] as const;
export type ReviewSource = (typeof REVIEW_SOURCES)[number];

export const reviewItemView = z
  .object({
    feedbackId: z.string(),
    source: z.enum(REVIEW_SOURCES),
    text: z.string(),
    title: z.string().nullable(),
    channel: z.string(),
    rating: z.number().nullable(),
    product: z.object({ id: z.string(), name: z.string() }).nullable(),
    occurredAt: z.string(),
    /** Chance that the engine's sentiment is right, 0-1. */
    confidence: z.number().nullable(),
    judgement: judgementView,
    /** Others so much alike that one answer speaks for all; they are not asked about. */
    alike: z.number().int(),
  })
  .meta({ id: 'ReviewItem' });
export type ReviewItemView = z.output<typeof reviewItemView>;

export const listReviewItemsRoute = route({
  id: 'listReviewItems',
  method: 'GET',
  path: '/api/v1/label-reviews',
  summary:
    'Voices to check, those first that teach most; a page may be shorter than asked for, since likes are asked once',
  access: 'judgement.correct',
  query: pageQuery.extend({ source: z.enum(REVIEW_SOURCES).default('doubt') }),
  ok: pageOf(reviewItemView),
});

export const reviewProgressView = z
  .object({
    /** Checked today in the shop's zone, by everybody and by the caller. */
    today: z.number().int(),
    mine: z.number().int(),
    /** Doubtful ones that wait for the caller, counted up to 1,000; what he skipped does not. */
    waiting: z.number().int(),
    more: z.boolean(),
    /** Of those drawn by lot: how many wait for the caller. */
    sample: z.number().int(),
  })
  .meta({ id: 'ReviewProgress' });

export const getReviewProgressRoute = route({
  id: 'getReviewProgress',
  method: 'GET',
  path: '/api/v1/label-reviews/progress',
  summary: 'How many voices were checked today and how many wait',
  access: 'judgement.correct',
  ok: reviewProgressView,
});

const one = z.object({ id: z.string() });

export const decideReviewRoute = route({
  id: 'decideReview',
  method: 'PUT',
  path: '/api/v1/label-reviews/:id',
  summary: 'Say what the sentiment is; the same as the engine said confirms it',
  access: 'judgement.correct',
  params: one,
  body: z.object({
    sentiment: z.enum(SENTIMENTS),
    /** The queue it came from; whether it counts as drawn by lot is known from the lot. */
    source: z.enum(REVIEW_SOURCES).default('doubt'),
  }),
  ok: z.object({ feedbackId: z.string(), agrees: z.boolean() }),
  refusals: ['not_found', 'set_by_another'],
});

export const undoReviewRoute = route({
  id: 'undoReview',
  method: 'DELETE',
  path: '/api/v1/label-reviews/:id',
  summary: 'Take your own decision or skip back: the voice waits again and is handed out',
  access: 'judgement.correct',
  params: one,
  query: z.object({ source: z.enum(REVIEW_SOURCES).default('doubt') }),
  ok: z.object({ feedbackId: z.string(), item: reviewItemView.nullable() }),
  refusals: ['not_found', 'set_by_another'],
});

export const skipReviewRoute = route({
  id: 'skipReview',
  method: 'PUT',
  path: '/api/v1/label-reviews/:id/skip',
  summary: 'Leave a voice to somebody else',
  access: 'judgement.correct',
  params: one,
  ok: z.object({ feedbackId: z.string() }),
  refusals: ['not_found'],
});

export const labelReviewRoutesList = [
  listReviewItemsRoute,
  getReviewProgressRoute,
  decideReviewRoute,
  undoReviewRoute,
  skipReviewRoute,
] as const;
