// The shape of a report's figures: each number with its definition, base, window and the way to its rows.
import { z } from 'zod';

/** `reports:metric.<key>` is the name, `reports:formula.<key>` the definition in plain words. */
export const REPORT_METRICS = [
  'voices',
  'channelVoices',
  'sentimentShare',
  'netSentiment',
  'urgentShare',
  'lowRatingShare',
  'themeShare',
  'themeChange',
  'casesOpened',
  'casesResolved',
  'casesVerified',
  'casesDisputed',
  'casesOpen',
  'firstReplyMedian',
  'firstReplyP90',
  'resolutionMedian',
  'resolutionP90',
  'firstReplyInTime',
  'resolutionInTime',
  'csat',
  'responseRate',
  'repeatRate',
  'promisesKept',
  'actionsDone',
  'actionsImproved',
] as const;
export type ReportMetric = (typeof REPORT_METRICS)[number];

/** count: how many · share: 0-1 · points: -100 … 100 · minutes · change: a difference of shares, -1 … 1. */
export const FIGURE_FORMS = ['count', 'share', 'points', 'minutes', 'change'] as const;
export type FigureForm = (typeof FIGURE_FORMS)[number];

export const reportFigure = z
  .object({
    /** Stable name of the figure in every report: `voices`, `themeShare:logistics.late`. */
    key: z.string(),
    metric: z.enum(REPORT_METRICS),
    /** Channel, sentiment or theme the figure is about. */
    item: z.string().nullable(),
    form: z.enum(FIGURE_FORMS),
    /** Null where nothing could be measured, and where `hidden`. */
    value: z.number().nullable(),
    /** Ends of the 95 % interval; null where the figure is a plain count. */
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** Numerator and denominator. */
    count: z.number().nullable(),
    of: z.number().nullable(),
    /** The same value in the period before. */
    previous: z.number().nullable(),
    previousCount: z.number().nullable(),
    previousOf: z.number().nullable(),
    /** Different people behind the count; for members only. */
    people: z.number().nullable(),
    previousPeople: z.number().nullable(),
    /** Only for changes: said to be up or down when the interval and the test over all themes both exclude no change. */
    direction: z.enum(['up', 'down', 'unclear']).nullable(),
    /** Left out for everybody outside because it speaks of fewer than five people, or would let such a number be worked out. */
    hidden: z.boolean(),
    /** Days counted, both included. */
    from: z.string(),
    to: z.string(),
    /** Where a member finds the rows: a console path and its filters; null where no list shows exactly these rows. */
    rows: z.object({ to: z.string(), search: z.record(z.string(), z.string()) }).nullable(),
  })
  .meta({ id: 'ReportFigure' });
export type ReportFigure = z.output<typeof reportFigure>;

export const FIX_VERDICTS = ['improved', 'not_improved', 'cannot_tell', 'waiting'] as const;
export type FixVerdict = (typeof FIX_VERDICTS)[number];

/** Something that was changed in the period and what became of it. */
export const reportFix = z.object({
  actionId: z.string(),
  problemId: z.string(),
  /** In the house's own words, personal data masked; what the public reads is written in the texts. */
  title: z.string(),
  problem: z.string(),
  doneOn: z.string(),
  verdict: z.enum(FIX_VERDICTS),
  /** Relative change with its interval: -0.3 = 30 % less; null where nothing was judged. */
  change: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type ReportFix = z.output<typeof reportFix>;

/** A problem known and not solved by the end of the period. */
export const reportProblem = z.object({
  problemId: z.string(),
  title: z.string(),
  since: z.string(),
  /** Cases behind it; null where fewer than five and shown outside. */
  cases: z.number().nullable(),
});
export type ReportProblem = z.output<typeof reportProblem>;

export const themeName = z.object({ zh: z.string(), en: z.string() });

export const reportFigures = z
  .object({
    from: z.string(),
    to: z.string(),
    previousFrom: z.string(),
    previousTo: z.string(),
    timeZone: z.string(),
    figures: z.array(reportFigure),
    /** Names of the themes as they were called when the report was made. */
    themes: z.record(z.string(), themeName),
    fixes: z.array(reportFix),
    openProblems: z.array(reportProblem),
  })
  .meta({ id: 'ReportFigures' });
export type ReportFigures = z.output<typeof reportFigures>;

/** Finds a figure by its key. */
export function figureOf(figures: Pick<ReportFigures, 'figures'>, key: string): ReportFigure | undefined {
  return figures.figures.find((figure) => figure.key === key);
}
