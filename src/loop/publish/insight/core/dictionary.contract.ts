// The metric dictionary 指标词典: every number on a screen has one entry here; its words stand under `metrics:<key>`.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import type { StageName } from './funnel.contract.ts';

export interface Metric {
  /** Words: `metrics:<key>.{name,formula,numerator,denominator,filter,window,caveat}`. */
  key: string;
  /** Stage of the loop it belongs to. */
  stage: StageName;
  unit: 'count' | 'share' | 'score' | 'stars' | 'span';
  /** Published views it is computed from. */
  sources: readonly string[];
  /** Feature that computes it. */
  by: string;
  /** Where it is shown. */
  shownAt: readonly string[];
  /** Address of its rows. */
  rows: { to: string; search?: Record<string, string> };
}

/** Every metric of the product, in the order of the loop. */
export const METRICS = [
  metric('feedback', 'collect', 'count', ['feedback_daily_facts'], 'understand/overview', ['/'], '/feedback'),
  metric('waiting', 'collect', 'count', ['events'], 'publish/insight', ['/'], '/imports'),
  metric('stage_time', 'collect', 'span', ['cases_facts', 'judgements_facts'], 'publish/insight', ['/'], '/insight'),
  metric('stage_share', 'collect', 'share', ['loop_daily_facts'], 'publish/insight', ['/'], '/insight'),
  metric(
    'voices',
    'understand',
    'count',
    ['feedback_daily_facts', 'judgements_facts'],
    'understand/overview',
    ['/', '/insight', '/reports'],
    '/feedback',
    { repeats: 'hide' },
  ),
  metric('people', 'understand', 'count', ['judgements_facts'], 'publish/insight', ['/insight'], '/feedback'),
  metric(
    'net_sentiment',
    'understand',
    'score',
    ['feedback_daily_facts', 'judgements_facts'],
    'understand/overview',
    ['/', '/insight', '/reports'],
    '/feedback',
  ),
  metric('sentiment_split', 'understand', 'share', ['feedback_daily_facts'], 'understand/overview', ['/'], '/feedback'),
  metric(
    'negative_share',
    'understand',
    'share',
    ['judgements_facts'],
    'publish/insight',
    ['/insight', '/reports'],
    '/feedback',
    { sentiment: 'negative', repeats: 'hide' },
  ),
  metric('class_per_day', 'understand', 'count', ['feedback_daily_facts'], 'understand/overview', ['/'], '/feedback'),
  metric(
    'low_rating_share',
    'understand',
    'share',
    ['feedback_daily_facts', 'judgements_facts'],
    'understand/overview',
    ['/', '/insight'],
    '/feedback',
    { rating: '1,2', repeats: 'hide' },
  ),
  metric(
    'average_rating',
    'understand',
    'stars',
    ['feedback_daily_facts', 'judgements_facts'],
    'understand/overview',
    ['/', '/insight', '/reports'],
    '/feedback',
  ),
  metric('urgent', 'understand', 'count', ['feedback_daily_facts'], 'understand/overview', ['/'], '/feedback', {
    class: 'urgent',
    repeats: 'hide',
  }),
  metric('urgent_share', 'understand', 'share', ['judgements_facts'], 'publish/insight', ['/insight'], '/feedback', {
    class: 'urgent',
    repeats: 'hide',
  }),
  metric('complaint_share', 'understand', 'share', ['judgements_facts'], 'publish/insight', ['/insight'], '/feedback', {
    intent: 'complain',
    repeats: 'hide',
  }),
  metric('latent_share', 'understand', 'share', ['judgements_facts'], 'publish/insight', ['/insight'], '/feedback', {
    class: 'latent',
    repeats: 'hide',
  }),
  metric(
    'theme_change',
    'understand',
    'count',
    ['feedback_daily_facts'],
    'understand/overview',
    ['/', '/review', '/reports'],
    '/themes',
  ),
  metric('channel_share', 'understand', 'share', ['feedback_daily_facts'], 'understand/overview', ['/'], '/feedback'),
  metric(
    'urgent_uncased',
    'act',
    'count',
    ['judgements_facts', 'case_feedback_facts'],
    'publish/insight',
    ['/'],
    '/feedback',
    { class: 'urgent', case: 'no', repeats: 'hide' },
  ),
  metric(
    'complaint_uncased',
    'act',
    'count',
    ['judgements_facts', 'case_feedback_facts'],
    'publish/insight',
    ['/'],
    '/feedback',
    { intent: 'complain', case: 'no', repeats: 'hide' },
  ),
  metric(
    'cased_share',
    'act',
    'share',
    ['judgements_facts', 'feedback_cases_facts'],
    'publish/insight',
    ['/', '/insight'],
    '/feedback',
    { case: 'yes', repeats: 'hide' },
  ),
  metric('cases', 'act', 'count', ['cases_facts'], 'act/cases', ['/insight', '/review', '/reports'], '/cases'),
  metric('resolution_time', 'act', 'span', ['cases_facts'], 'act/cases', ['/insight', '/reports'], '/cases', {
    status: 'resolved,verified,closed',
  }),
  metric('in_time_share', 'act', 'share', ['clocks_facts'], 'act/clocks', ['/insight', '/reports'], '/cases'),
  metric('reopened_share', 'act', 'share', ['cases_facts'], 'act/cases', ['/insight'], '/cases'),
  metric('first_response', 'answer', 'span', ['cases_facts'], 'act/cases', ['/insight', '/reports'], '/cases'),
  metric(
    'unanswered',
    'answer',
    'count',
    ['cases_facts', 'case_feedback_facts'],
    'publish/insight',
    ['/'],
    '/insight/rows',
    { leak: 'unanswered' },
  ),
  metric('untold', 'answer', 'count', ['cases_facts', 'deliveries_facts'], 'publish/insight', ['/'], '/insight/rows', {
    leak: 'untold',
  }),
  metric('promises_missed', 'answer', 'count', ['promises_facts'], 'answer/promises', ['/review'], '/promises'),
  metric(
    'verified_share',
    'verify',
    'share',
    ['cases_facts'],
    'verify/gate',
    ['/insight', '/verify', '/reports'],
    '/cases',
    { status: 'verified,closed' },
  ),
  metric(
    'unverified',
    'verify',
    'count',
    ['cases_facts', 'case_feedback_facts'],
    'publish/insight',
    ['/'],
    '/insight/rows',
    { leak: 'unverified' },
  ),
  metric(
    'disputed',
    'verify',
    'count',
    ['cases_facts', 'case_feedback_facts'],
    'publish/insight',
    ['/', '/review'],
    '/insight/rows',
    { leak: 'disputed' },
  ),
  metric(
    'csat',
    'verify',
    'share',
    ['ratings_facts'],
    'verify/ratings',
    ['/insight', '/verify', '/review', '/reports'],
    '/verify',
  ),
  metric(
    'rating_response',
    'verify',
    'share',
    ['ratings_facts'],
    'verify/ratings',
    ['/insight', '/verify', '/review'],
    '/verify',
  ),
  metric(
    'repeat_share',
    'verify',
    'share',
    ['cases_facts', 'judgements_facts'],
    'verify/gate',
    ['/insight', '/verify', '/review'],
    '/verify',
  ),
  metric('nps', 'verify', 'score', ['form_answers_facts'], 'collect/forms', ['/insight'], '/forms'),
  metric(
    'unpublished',
    'publish',
    'count',
    ['cases_facts', 'case_feedback_facts'],
    'publish/insight',
    ['/'],
    '/insight/rows',
    { leak: 'unpublished' },
  ),
] as const satisfies readonly Metric[];
export type MetricKey = (typeof METRICS)[number]['key'];

function metric<const K extends string>(
  key: K,
  stage: StageName,
  unit: Metric['unit'],
  sources: readonly string[],
  by: string,
  shownAt: readonly string[],
  to: string,
  search?: Record<string, string>,
): Metric & { key: K } {
  return { key, stage, unit, sources, by, shownAt, rows: search ? { to, search } : { to } };
}

export const metricExample = z.object({
  key: z.string(),
  /** The present figure over the last 30 days; null where nothing is there to measure. */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type MetricExample = z.output<typeof metricExample>;

export const listMetricsRoute = route({
  id: 'listMetrics',
  method: 'GET',
  path: '/api/v1/insight/metrics',
  summary: 'The metric dictionary with the present figures of the last 30 days',
  access: 'insight.read',
  ok: z.object({
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    items: z.array(
      z.object({
        key: z.string(),
        stage: z.string(),
        unit: z.string(),
        sources: z.array(z.string()),
        by: z.string(),
        shownAt: z.array(z.string()),
        rows: z.object({ to: z.string(), search: z.record(z.string(), z.string()).optional() }),
        example: metricExample.nullable(),
      }),
    ),
  }),
});
