// The first screen's numbers, each with the key under which its definition is written.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';

/** Keys of `overview:metric.<key>` (name) and `overview:definition.<key>` (formula in plain words). */
export const OVERVIEW_METRICS = [
  'voices',
  'netSentiment',
  'sentimentSplit',
  'classPerDay',
  'lowRatingShare',
  'averageRating',
  'urgent',
  'themeChange',
  'channelShare',
] as const;
export type OverviewMetric = (typeof OVERVIEW_METRICS)[number];

/** A number beside the same number of the period before; null where nothing was there to measure. */
export const figure = z.object({
  metric: z.enum(OVERVIEW_METRICS),
  value: z.number().nullable(),
  previous: z.number().nullable(),
  /** What the number stands on: how many feedback. */
  base: z.number().int(),
});

const byClass = z.object({
  positive: z.number().int(),
  neutral: z.number().int(),
  negative: z.number().int(),
  urgent: z.number().int(),
  latent: z.number().int(),
});

export const themeMove = z.object({
  key: z.string(),
  zh: z.string(),
  en: z.string(),
  count: z.number().int(),
  previous: z.number().int(),
  negative: z.number().int(),
});

export const overviewView = z
  .object({
    /** Calendar days of the workspace's zone, both included, and of the period compared with. */
    from: z.string(),
    to: z.string(),
    previousFrom: z.string(),
    previousTo: z.string(),
    timeZone: z.string(),
    voices: figure,
    /** % positive − % negative, -100 … 100. */
    netSentiment: figure,
    /** Stars: share of 1-2 among rated, 0-1. */
    lowRatingShare: figure,
    averageRating: figure,
    urgent: figure,
    sentiment: z.object({
      positive: z.number().int(),
      neutral: z.number().int(),
      negative: z.number().int(),
    }),
    days: z.array(z.object({ day: z.string(), total: z.number().int(), byClass })),
    channels: z.array(
      z.object({
        channel: z.string(),
        count: z.number().int(),
        previous: z.number().int(),
        netSentiment: z.number().nullable(),
      }),
    ),
    /** Most named themes, and those that grew and shrank most against the period before. */
    topThemes: z.array(themeMove),
    risingThemes: z.array(themeMove),
    fallingThemes: z.array(themeMove),
    /** Products with most negative voices. */
    products: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        count: z.number().int(),
        negative: z.number().int(),
        averageRating: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'Overview' });
export type OverviewView = z.output<typeof overviewView>;

export const getOverviewRoute = route({
  id: 'getOverview',
  method: 'GET',
  path: '/api/v1/overview',
  summary: 'The figures of a period beside the period before it (default: the 30 days up to the newest feedback)',
  access: 'overview.read',
  query: z.object({
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    channel: z.string().max(40).optional(),
  }),
  ok: overviewView,
  refusals: ['invalid_period'],
});

export const overviewRoutesList = [getOverviewRoute] as const;
