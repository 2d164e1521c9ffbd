// The questions of the explorer and their answers: measures, divided in rows and columns, over a period, with intervals.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { DIMENSION_KEYS, MEASURE_KEYS } from './catalogue.contract.ts';

/** Longest period, days. */
export const LONGEST_DAYS = 1100;
/** Voices or cases one answer may look at one by one; beyond it only the sums a day answer. */
export const ROW_BUDGET = 300_000;
/** Rows and columns an answer holds; the rest is counted in the totals and said. */
export const MOST_ROWS = 200;
export const MOST_COLUMNS = 60;

const listOf = <T extends z.ZodType<string>>(item: T, most: number) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
      z.array(item).max(most),
    )
    .optional();

const values = listOf(z.string().max(80), 30);

/** Narrowing: several values of one key: any of them; several keys: all of them. */
export const insightFilter = {
  channel: values,
  theme: values,
  theme_group: values,
  product: values,
  sentiment: values,
  class: values,
  intent: values,
  aspect: values,
  polarity: values,
  language: values,
  rating: values,
  tier: values,
  hour: values,
  owner: values,
  team: values,
  priority: values,
  status: values,
  questionnaire: values,
};
export const FILTER_KEYS = Object.keys(insightFilter) as (keyof typeof insightFilter)[];

const period = {
  /** Calendar days of the workspace, both included; the 30 days up to today when left out. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};

export const exploreQuery = z.object({
  measures: listOf(z.enum(MEASURE_KEYS), 6),
  rows: z.enum(DIMENSION_KEYS).optional(),
  columns: z.enum(DIMENSION_KEYS).optional(),
  /** `previous`: each value beside that of the period of equal length before. */
  compare: z.enum(['previous']).optional(),
  ...period,
  ...insightFilter,
});
export type ExploreQuery = z.output<typeof exploreQuery>;

export const measured = z.object({
  /** Null where nothing was there to measure. */
  value: z.number().nullable(),
  /** The 95 % interval, or the quartiles of a median. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** What the value stands on: the denominator of a share, the number of values of a mean or median. */
  base: z.number(),
  /** The same of the period before, when asked for. */
  previous: z.number().nullable(),
});
export type Measured = z.output<typeof measured>;

const head = z.object({
  key: z.string(),
  /** Name where the key is an id; null where the screen has its own word. */
  label: z.string().nullable(),
});
export type Head = z.output<typeof head>;

export const insightAnswer = z
  .object({
    from: z.string(),
    to: z.string(),
    previousFrom: z.string(),
    previousTo: z.string(),
    timeZone: z.string(),
    measures: z.array(z.enum(MEASURE_KEYS)),
    rows: z.array(head),
    columns: z.array(head),
    /** One list of values (a value for each measure) for each row and column: `cells[row][column][measure]`. */
    cells: z.array(z.array(z.array(measured))),
    rowTotals: z.array(z.array(measured)),
    columnTotals: z.array(z.array(measured)),
    total: z.array(measured),
    /** Rows and columns that were left out, the smallest. */
    leftOut: z.object({ rows: z.number().int(), columns: z.number().int() }),
    /** Where the numbers come from: sums a day, or the rows themselves. */
    source: z.enum(['sums', 'rows']),
    /** Some days of the period are being counted again just now. */
    counting: z.boolean(),
  })
  .meta({ id: 'InsightAnswer' });
export type InsightAnswer = z.output<typeof insightAnswer>;

export const exploreRoute = route({
  id: 'exploreInsight',
  method: 'GET',
  path: '/api/v1/insight',
  summary: 'Measures divided by up to two dimensions over a period, with 95 % intervals and totals',
  access: 'insight.read',
  query: exploreQuery,
  ok: insightAnswer,
  refusals: ['invalid_period', 'invalid_question', 'too_much_to_count'],
});

/** Where the loop leaks; each is a list of voices. */
export const LEAKS = [
  'waiting',
  'urgent_uncased',
  'complaint_uncased',
  'unanswered',
  'untold',
  'unverified',
  'disputed',
  'unpublished',
] as const;
export type Leak = (typeof LEAKS)[number];

export const insightRow = z.object({
  kind: z.enum(['voice', 'case']),
  id: z.string(),
  /** The customer's masked words, or the case's title. */
  text: z.string(),
  at: z.string(),
  channel: z.string().nullable(),
  sentiment: z.string().nullable(),
  class: z.string().nullable(),
  rating: z.number().nullable(),
  caseId: z.string().nullable(),
  caseNumber: z.number().nullable(),
  status: z.string().nullable(),
});
export type InsightRow = z.output<typeof insightRow>;

export const insightRowsRoute = route({
  id: 'listInsightRows',
  method: 'GET',
  path: '/api/v1/insight/rows',
  summary: 'The voices or cases behind a number, newest first',
  access: 'insight.read',
  query: z.object({
    measure: z.enum(MEASURE_KEYS).optional(),
    leak: z.enum(LEAKS).optional(),
    ...period,
    ...insightFilter,
    ...pageQuery.shape,
  }),
  ok: pageOf(insightRow),
  refusals: ['invalid_period', 'invalid_question', 'too_much_to_count', 'forbidden'],
});

export const insightView = z
  .object({
    id: z.string(),
    name: z.string(),
    /** The address of the question, as query fields. */
    search: z.record(z.string(), z.string()),
    /** Seen by everybody of the workspace who may see insight. */
    shared: z.boolean(),
    mine: z.boolean(),
    by: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({ id: 'InsightView' });
export type InsightView = z.output<typeof insightView>;

export const listInsightViewsRoute = route({
  id: 'listInsightViews',
  method: 'GET',
  path: '/api/v1/insight/views',
  summary: 'Saved questions: own ones and those shared with the workspace',
  access: 'insight.read',
  ok: z.object({ items: z.array(insightView) }),
});

export const saveInsightViewRoute = route({
  id: 'saveInsightView',
  method: 'POST',
  path: '/api/v1/insight/views',
  summary: 'Keep a question for oneself, or share it with the workspace',
  access: 'insight.read',
  body: z.object({
    name: z.string().trim().min(1).max(40),
    search: z.record(z.string().max(40), z.string().max(400)),
    shared: z.boolean().default(false),
  }),
  ok: insightView,
  status: 201,
  refusals: ['forbidden', 'too_many_views'],
});

export const removeInsightViewRoute = route({
  id: 'removeInsightView',
  method: 'DELETE',
  path: '/api/v1/insight/views/:id',
  summary: 'Remove a saved question: one’s own, or a shared one with the right to edit insight',
  access: 'insight.read',
  params: z.object({ id: z.string().max(60) }),
  ok: z.null(),
  status: 204,
  refusals: ['not_found', 'forbidden'],
});
