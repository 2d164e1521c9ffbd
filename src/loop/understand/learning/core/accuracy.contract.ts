// What the engine gets right in this shop, as people's decisions show it: every share with its interval and its number.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';

/** A share with Wilson's 95 % interval; `share` is null where nothing was counted. */
export const shareView = z.object({
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  count: z.number().int(),
  of: z.number().int(),
});

/** Fewer checked voices than this say nothing yet. */
export const ENOUGH_CHECKS = 30;
/** Voices drawn by lot each day. */
export const SAMPLE_A_DAY = 10;

export const accuracyView = z
  .object({
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    /** Sentiment: how often people agree with the engine, over voices drawn by lot: the unbiased figure. */
    sample: shareView,
    /** The same over everything people looked at; doubtful and wrong ones are over-represented there. */
    checked: shareView,
    /** Among voices the engine was sure of, and among doubtful ones. */
    sure: shareView,
    doubtful: shareView,
    weeks: z.array(z.object({ week: z.string(), sample: shareView, checked: shareView })),
    /** Labels with one value: what the engine said, what people decided. */
    confusion: z.array(z.object({ label: z.string(), from: z.string(), to: z.string(), count: z.number().int() })),
    /** Labels with several values: how often people changed them. */
    changed: z.array(z.object({ label: z.string(), count: z.number().int() })),
    channels: z.array(z.object({ channel: z.string(), checked: shareView })),
    products: z.array(z.object({ id: z.string(), name: z.string(), checked: shareView })),
    /** If only the surest so many had been judged: the share of voices kept, and how many of those were right. */
    curve: z.array(z.object({ coverage: z.number(), precision: shareView })),
    /** Where the engine draws the line itself. */
    bar: z.object({ coverage: z.number().nullable(), precision: shareView }),
    /** By the version that had judged, oldest first. */
    engines: z.array(z.object({ engine: z.string(), checked: shareView })),
  })
  .meta({ id: 'Accuracy' });
export type AccuracyView = z.output<typeof accuracyView>;
export type ShareView = z.output<typeof shareView>;

export const getAccuracyRoute = route({
  id: 'getAccuracy',
  method: 'GET',
  path: '/api/v1/accuracy',
  summary: 'How often people agree with the engine in this shop, with intervals, by week, channel, product and version',
  access: 'feedback.read',
  query: z.object({ days: z.coerce.number().int().min(7).max(365).default(90) }),
  ok: accuracyView,
});

export const engineCardRoute = route({
  id: 'engineCard',
  method: 'GET',
  path: '/api/v1/engine/card',
  summary: 'The published figures of the engine as it is delivered, on public data: Markdown',
  access: 'feedback.read',
  query: z.object({ language: z.enum(['en', 'zh-CN']).default('en') }),
  answer: 'file',
  ok: z.null(),
  refusals: ['not_found'],
});

export const accuracyRoutesList = [getAccuracyRoute, engineCardRoute] as const;
