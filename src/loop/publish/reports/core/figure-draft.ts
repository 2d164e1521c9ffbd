// Makes one figure of a report: its key, value, interval and base.
import { wilson } from '../../../../kit/statistics/wilson.ts';
import type { FigureForm, ReportFigure, ReportMetric } from './report-figures.contract.ts';
import type { Part, ReportInputs } from './report-inputs.ts';

/** What a figure is made of; what is left out is null. */
export interface Draft {
  metric: ReportMetric;
  item?: string;
  form: FigureForm;
  value: number | null;
  low?: number | null;
  high?: number | null;
  count?: number | null;
  of?: number | null;
  previous: number | null;
  direction?: ReportFigure['direction'];
  people?: number | null;
  previousCount?: number | null;
  previousOf?: number | null;
  previousPeople?: number | null;
  rows: ReportFigure['rows'];
}

/** A figure under its stable key. */
export function figure(inputs: ReportInputs, draft: Draft): ReportFigure {
  return {
    key: draft.item === undefined ? draft.metric : `${draft.metric}:${draft.item}`,
    metric: draft.metric,
    item: draft.item ?? null,
    form: draft.form,
    value: draft.value,
    low: draft.low ?? null,
    high: draft.high ?? null,
    count: draft.count ?? null,
    of: draft.of ?? null,
    previous: draft.previous,
    previousCount: draft.previousCount ?? null,
    previousOf: draft.previousOf ?? null,
    people: draft.people ?? null,
    previousPeople: draft.previousPeople ?? null,
    direction: draft.direction ?? null,
    hidden: false,
    from: inputs.period.from,
    to: inputs.period.to,
    rows: draft.rows,
  };
}

/** A share with its Wilson interval, beside the share before. */
export function shareFigure(
  inputs: ReportInputs,
  draft: Pick<Draft, 'metric' | 'item' | 'people' | 'previousPeople' | 'rows'>,
  now: Part,
  before: Part,
): ReportFigure {
  const share = wilson(now.count, now.of);
  return figure(inputs, {
    ...draft,
    form: 'share',
    value: share.share,
    low: share.share === null ? null : share.low,
    high: share.share === null ? null : share.high,
    count: now.count,
    of: now.of,
    previous: before.of === 0 ? null : before.count / before.of,
    previousCount: before.count,
    previousOf: before.of,
  });
}
