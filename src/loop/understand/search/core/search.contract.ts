// The explorer's questions and answers: find feedback by words and labels, count what was found, open one.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { CLASSES, INTENTS, SENTIMENTS } from '../../../../text/judge.contract.ts';
import { CHANNELS, FEEDBACK_STATES, feedbackView } from '../../../collect/intake/core/feedback.contract.ts';
import { DUPLICATE_KINDS, relatedFeedback } from '../../duplicates/core/duplicate.contract.ts';
import { correctionView, judgementView, spanView } from '../../judgement/core/judgement.contract.ts';

/** One value, or the same query key several times: any of them fits. */
function many<T extends z.ZodType<string>>(item: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? undefined : Array.isArray(value) ? value : [value]),
    z.array(item).max(30).optional(),
  ) as unknown as z.ZodOptional<z.ZodType<z.output<T>[], z.output<T> | z.output<T>[]>>;
}

const flag = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean().optional(),
) as unknown as z.ZodOptional<z.ZodType<boolean, boolean | 'true' | 'false'>>;

const rating = z.preprocess(
  (value) => (value === undefined || value === '' ? undefined : Array.isArray(value) ? value : [value]),
  z.array(z.coerce.number().int().min(1).max(5)).max(5).optional(),
) as unknown as z.ZodOptional<z.ZodType<number[], string | number | (string | number)[]>>;

/** Everything the explorer can filter by. Several values of one key: any; several keys: all. */
export const feedbackFilter = z.object({
  /** Words; quotes make a phrase. At most 200 characters. */
  q: z.string().max(200).optional(),
  channel: many(z.enum(CHANNELS)),
  /** A leaf (`logistics.late`) or an upper theme (`logistics`). */
  theme: many(z.string().max(80)),
  sentiment: many(z.enum(SENTIMENTS)),
  class: many(z.enum(CLASSES)),
  intent: many(z.enum(INTENTS)),
  /** Product ids. */
  product: many(z.string().max(60)),
  person: z.string().max(60).optional(),
  rating,
  state: z.enum(FEEDBACK_STATES).default('accepted'),
  /** ISO instants of when it was said: from (inclusive), to (exclusive). */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  hasCase: flag,
  /** `false` hides repeats of the same voice. */
  duplicates: flag,
});
export type FeedbackFilter = z.output<typeof feedbackFilter>;

/** A found feedback: as the gate shows it, with the places that matched. */
export const foundFeedback = feedbackView
  .extend({
    /** Places in `text` that carry the words looked for. */
    highlights: z.array(spanView),
  })
  .meta({ id: 'FoundFeedback' });
export type FoundFeedback = z.output<typeof foundFeedback>;

export const listFeedbackRoute = route({
  id: 'listFeedback',
  method: 'GET',
  path: '/api/v1/feedback',
  summary: 'Find feedback by words and labels, newest first',
  access: 'feedback.read',
  query: feedbackFilter.extend(pageQuery.shape),
  ok: pageOf(foundFeedback),
  refusals: ['invalid_search'],
});

export const facetValue = z.object({
  value: z.string(),
  /** Name to show where the value is an id (products); null where the screen has its own word. */
  label: z.string().nullable(),
  count: z.number().int(),
});

export const feedbackFacets = z
  .object({
    /** How many match; the number counted when `capped`. */
    total: z.number().int(),
    /** Only the newest matches (`total` of them) were counted. */
    capped: z.boolean(),
    channel: z.array(facetValue),
    theme: z.array(facetValue),
    sentiment: z.array(facetValue),
    class: z.array(facetValue),
    product: z.array(facetValue),
    /** Null where only the daily sums were read, which do not hold it. */
    intent: z.array(facetValue).nullable(),
    rating: z.array(facetValue).nullable(),
    /** Per calendar day of the workspace, oldest first; `value` is `YYYY-MM-DD`. */
    day: z.array(facetValue),
  })
  .meta({ id: 'FeedbackFacets' });
export type FeedbackFacets = z.output<typeof feedbackFacets>;

export const feedbackFacetsRoute = route({
  id: 'feedbackFacets',
  method: 'GET',
  path: '/api/v1/feedback/facets',
  summary: 'Counts of what a search finds, by label',
  access: 'feedback.read',
  query: feedbackFilter,
  ok: feedbackFacets,
  refusals: ['invalid_search'],
});

/** Everything about one feedback. */
export const feedbackDetail = feedbackView
  .omit({ judgement: true })
  .extend({
    judgement: judgementView.nullable(),
    corrections: z.array(correctionView),
    /** The earlier feedback this one repeats. */
    duplicateOf: relatedFeedback.extend({ kind: z.enum(DUPLICATE_KINDS) }).nullable(),
    /** Later feedback that repeat this one. */
    duplicates: z.array(relatedFeedback),
    /** Others with the very same words but not the same voice; at most 10. */
    sameWords: z.object({ count: z.number().int(), items: z.array(relatedFeedback) }),
    /** Others with much the same words; at most 10. */
    similar: z.array(relatedFeedback),
  })
  .meta({ id: 'FeedbackDetail' });
export type FeedbackDetail = z.output<typeof feedbackDetail>;

export const getFeedbackRoute = route({
  id: 'getFeedback',
  method: 'GET',
  path: '/api/v1/feedback/:id',
  summary: 'One feedback with its judgement and reasons, corrections, repeats and similar ones',
  access: 'feedback.read',
  params: z.object({ id: z.string() }),
  ok: feedbackDetail,
  refusals: ['not_found'],
});

export const searchRoutesList = [listFeedbackRoute, feedbackFacetsRoute, getFeedbackRoute] as const;
