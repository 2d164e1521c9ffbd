// The figures of the house's own work: cases, times, clocks, ratings, promises, fixes.
import { figure, shareFigure } from './figure-draft.ts';
import type { ReportFigure, ReportMetric } from './report-figures.contract.ts';
import type { Era, Part, ReportInputs, TimeSums } from './report-inputs.ts';

type Rows = ReportFigure['rows'];

/** Cases of the period, and what became of them. */
export function caseFigures(inputs: ReportInputs): ReportFigure[] {
  const { now, before } = inputs.cases;
  const { from, to } = inputs.period;
  const opened = { to: '/cases', search: { openedFrom: from, openedTo: to } };
  const rounds = { to: '/verify', search: { from, to } };
  const count = (metric: ReportMetric, key: 'opened' | 'resolved' | 'open', rows: Rows) =>
    figure(inputs, {
      metric,
      form: 'count',
      value: now[key],
      count: now[key],
      people: now[key],
      previous: before[key],
      previousCount: before[key],
      previousPeople: before[key],
      rows,
    });
  const share = (metric: ReportMetric, key: 'verified' | 'disputed', rows: Rows) =>
    shareFigure(
      inputs,
      { metric, rows },
      { count: now[key], of: now.resolved },
      { count: before[key], of: before.resolved },
    );
  return [
    count('casesOpened', 'opened', opened),
    count('casesResolved', 'resolved', rounds),
    share('casesVerified', 'verified', rounds),
    share('casesDisputed', 'disputed', rounds),
    count('casesOpen', 'open', { to: '/cases', search: { status: 'new,open,pending,on_hold' } }),
  ];
}

/** Times, shares in time, ratings, repeats, promises and fixes. */
export function workFigures(inputs: ReportInputs): ReportFigure[] {
  const time = (metric: ReportMetric, sums: Record<Era, TimeSums>, key: 'median' | 'p90') =>
    figure(inputs, {
      metric,
      form: 'minutes',
      value: sums.now[key],
      of: sums.now.n,
      previous: sums.before[key],
      previousOf: sums.before.n,
      rows: null,
    });
  const share = (metric: ReportMetric, sums: Record<Era, Part>, rows: Rows = null) =>
    shareFigure(inputs, { metric, rows }, sums.now, sums.before);
  const { from, to } = inputs.period;
  const rounds = { to: '/verify', search: { from, to } };
  const improved = inputs.fixes.filter((fix) => fix.verdict === 'improved').length;
  const done = inputs.fixes.length;
  const problems = { to: '/problems', search: {} };
  return [
    time('firstReplyMedian', inputs.firstReply, 'median'),
    time('firstReplyP90', inputs.firstReply, 'p90'),
    time('resolutionMedian', inputs.resolution, 'median'),
    time('resolutionP90', inputs.resolution, 'p90'),
    share('firstReplyInTime', inputs.firstReplyInTime),
    share('resolutionInTime', inputs.resolutionInTime),
    share('csat', inputs.csat, rounds),
    share('responseRate', inputs.response, rounds),
    share('repeatRate', inputs.repeat, rounds),
    share('promisesKept', inputs.promises, { to: '/promises', search: {} }),
    figure(inputs, { metric: 'actionsDone', form: 'count', value: done, count: done, previous: null, rows: problems }),
    figure(inputs, {
      metric: 'actionsImproved',
      form: 'count',
      value: improved,
      count: improved,
      of: done,
      previous: null,
      rows: problems,
    }),
  ];
}
