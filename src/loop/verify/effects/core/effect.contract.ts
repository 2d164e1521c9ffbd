// How the effect of a fix is measured and what came of it, as everybody outside this feature may know it.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { measure } from '../../../act/problems/core/problem.contract.ts';
import { ACTION_VERDICTS, DIRECTIONS } from '../../../act/problems/core/problem-words.contract.ts';
import { EXPOSURES, LOOKS, REASONS } from './effect-words.contract.ts';

const instant = z.string();
const day = z.iso.date();
const params = z.object({ actionId: z.string().max(60) });

/** The choices behind a figure; they are stored with it. */
export const effectPlan = z
  .object({
    /** What is counted. */
    measure,
    exposure: z.enum(EXPOSURES).default('feedback'),
    /** The group the fix did not touch: its counts stand for what would have happened anyway. */
    control: measure.nullable().default(null),
    /** Days from the effective day on that are counted on neither side. */
    washoutDays: z.number().int().min(0).max(60).default(1),
    beforeDays: z.number().int().min(28).max(364).default(84),
    slopeChange: z.boolean().default(false),
    direction: z.enum(DIRECTIONS).default('down'),
    /** The change expected, and looked for in the statement of power: 0.3 = 30 %. */
    size: z.number().min(0.02).max(0.95).default(0.3),
  })
  .meta({ id: 'EffectPlan' });
export type EffectPlan = z.output<typeof effectPlan>;

export const seriesDay = z.object({
  day,
  side: z.enum(['before', 'washout', 'after']),
  count: z.number(),
  /** What the count is set against: voices, orders, or 1. */
  exposure: z.number(),
  control: z.number(),
  /** What the model fits, and what it would have been without the fix with its 95 % interval; null where nothing was counted. */
  fitted: z.number().nullable(),
  without: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type SeriesDay = z.output<typeof seriesDay>;

const estimate = z.object({ ratio: z.number(), low: z.number(), high: z.number() });

export const effectOutcome = z.object({
  verdict: z.enum(ACTION_VERDICTS),
  /** Why it cannot be told, or what to mind. */
  reasons: z.array(z.enum(REASONS)),
  estimate: estimate.nullable(),
  /** Change of the count per 1,000 of the exposure (per day where the day is the exposure), with its interval. */
  change: z
    .object({ per: z.enum(['thousand', 'day']), value: z.number(), low: z.number(), high: z.number() })
    .nullable(),
  daysBefore: z.number().int(),
  daysAfter: z.number().int(),
  countBefore: z.number(),
  countAfter: z.number(),
  /** What would have been counted after without the fix. */
  expectedAfter: z.number().nullable(),
  /** Scatter relative to chance before and after, and correlation of neighbouring days. */
  dispersion: z.tuple([z.number(), z.number()]).nullable(),
  correlation: z.number().nullable(),
  /** Days after the fix needed to see a change of the expected size four times out of five; null: a year would not do. */
  daysNeeded: z.number().int().nullable(),
  /** The same reckoning at days on which nothing was mended. */
  placebo: z.array(estimate.extend({ day })),
  /** With a control: how the two groups drifted apart before the fix, per four weeks. */
  drift: estimate.nullable(),
});
export type EffectOutcome = z.output<typeof effectOutcome>;

const resultHead = z.object({
  version: z.number().int(),
  look: z.enum(LOOKS),
  verdict: z.enum(ACTION_VERDICTS),
  ratio: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  throughOn: day,
  computedAt: instant,
});
export type ResultHead = z.output<typeof resultHead>;

export const effectResult = resultHead
  .extend({ plan: effectPlan, series: z.array(seriesDay), outcome: effectOutcome })
  .meta({ id: 'EffectResult' });
export type EffectResult = z.output<typeof effectResult>;

export const effectView = z
  .object({
    actionId: z.string(),
    problemId: z.string(),
    problemNumber: z.number().int(),
    problemTitle: z.string(),
    actionTitle: z.string(),
    effectiveOn: day,
    reviewOn: day,
    /** Still counted anew every day. */
    watching: z.boolean(),
    /** Waits for figures to be reckoned. */
    pending: z.boolean(),
    plan: effectPlan,
    latest: effectResult.nullable(),
    /** The verdict at the review date, which later looks do not replace. */
    review: resultHead.nullable(),
    /** Newest first, at most 60. */
    versions: z.array(resultHead),
  })
  .meta({ id: 'Effect' });
export type EffectView = z.output<typeof effectView>;

export const getEffectRoute = route({
  id: 'getEffect',
  method: 'GET',
  path: '/api/v1/effects/:actionId',
  summary: 'What a corrective action did, with the days it was reckoned from',
  access: 'verify.read',
  params,
  ok: effectView,
  refusals: ['not_found'],
});
export const getEffectVersionRoute = route({
  id: 'getEffectVersion',
  method: 'GET',
  path: '/api/v1/effects/:actionId/versions/:version',
  summary: 'The figures as they once were',
  access: 'verify.read',
  params: params.extend({ version: z.coerce.number().int().min(1) }),
  ok: effectResult,
  refusals: ['not_found'],
});
export const listEffectsRoute = route({
  id: 'listEffects',
  method: 'GET',
  path: '/api/v1/effects',
  summary: 'The latest figures of the measured actions of one problem',
  access: 'verify.read',
  query: z.object({ problemId: z.string().max(60) }),
  ok: z.object({
    items: z.array(
      resultHead.extend({ actionId: z.string(), reasons: z.array(z.enum(REASONS)), daysNeeded: z.number().nullable() }),
    ),
  }),
});
export const planEffectRoute = route({
  id: 'planEffect',
  method: 'PUT',
  path: '/api/v1/effects/:actionId/plan',
  summary: 'Change how an effect is measured; it is reckoned anew as a further version',
  access: 'verify.edit',
  params,
  body: effectPlan,
  ok: effectView,
  refusals: ['not_found', 'unknown_product', 'unknown_theme', 'control_overlaps', 'missing_measure'],
});
export const measureEffectRoute = route({
  id: 'measureEffect',
  method: 'POST',
  path: '/api/v1/effects/:actionId/measure',
  summary: 'Reckon an effect anew now, in the background',
  access: 'verify.edit',
  params,
  ok: z.object({ pending: z.boolean() }),
  status: 202,
  refusals: ['not_found'],
});
