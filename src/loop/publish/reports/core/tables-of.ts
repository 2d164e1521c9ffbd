// Reads a report's figures as tables of cells, so that it can be told what their sums would give away.
import type { Delicate, PublishedSum } from './disclosure.ts';
import { LEAST_PEOPLE } from './disclosure.ts';
import type { ReportFigure } from './report-figures.contract.ts';
import { numberOfDay, type ReportPeriod } from './report-period.ts';

/** One way of cutting voices or cases into cells; the same id in every report, so that reports can be held against each other. */
export interface Table {
  id: string;
  sums: PublishedSum[];
  delicate: Delicate[];
}

type Era = 'now' | 'before';
export type CountedFigure = Pick<
  ReportFigure,
  'key' | 'metric' | 'item' | 'count' | 'of' | 'previousCount' | 'previousOf' | 'hidden'
> &
  Partial<Pick<ReportFigure, 'people' | 'previousPeople'>>;

/** Name of what is hidden: a figure, or only its value in the period before. */
export const nowOf = (key: string) => `${key}|now`;
export const beforeOf = (key: string) => `${key}|before`;

const WHOLE = '';
const REST = 'rest';

/**
 * @param isOut the report is published already: nothing of it can be hidden any more
 * @returns tables without what is hidden
 */
export function tablesOf(report: ReportPeriod & { figures: readonly CountedFigure[] }, isOut: boolean): Table[] {
  const spans: Record<Era, { from: number; to: number }> = {
    now: { from: numberOfDay(report.from), to: numberOfDay(report.to) + 1 },
    before: { from: numberOfDay(report.previousFrom), to: numberOfDay(report.previousTo) + 1 },
  };
  const tables = new Map<string, Table>();
  const table = (id: string) => {
    const found = tables.get(id) ?? { id, sums: [], delicate: [] };
    tables.set(id, found);
    return found;
  };
  const channels = report.figures.filter((one) => one.metric === 'channelVoices');
  const add = (
    id: string,
    figure: CountedFigure,
    era: Era,
    cells: readonly string[],
    value: number | null,
    isTotal = false,
  ) => {
    if (value === null) return;
    const name = era === 'now' ? nowOf(figure.key) : beforeOf(figure.key);
    table(id).sums.push({ id: isOut ? null : name, cells, ...spans[era], value, isTotal });
    const people = era === 'now' ? figure.people : figure.previousPeople;
    if (!isTotal && people !== undefined && people !== null && people > 0 && people < LEAST_PEOPLE) {
      table(id).delicate.push({ cells, spans: [spans[era]] });
    }
  };
  for (const figure of report.figures) {
    if (figure.hidden) continue;
    for (const era of ['now', 'before'] as const) {
      const count = era === 'now' ? figure.count : figure.previousCount;
      const of = era === 'now' ? figure.of : figure.previousOf;
      if (figure.metric === 'voices') {
        // What no channel of this report holds is known to be nothing.
        if (channels.length > 0)
          add(
            'channel',
            figure,
            era,
            channels.map((one) => one.item!),
            count,
            true,
          );
        add('voices', figure, era, [WHOLE], count, true);
      } else if (figure.metric === 'channelVoices') add('channel', figure, era, [figure.item!], count);
      else if (figure.metric === 'sentimentShare') {
        add('sentiment', figure, era, [figure.item!], count);
        add('sentiment', figure, era, ['positive', 'neutral', 'negative'], of, true);
      } else if (
        figure.metric === 'casesOpened' ||
        figure.metric === 'casesResolved' ||
        figure.metric === 'casesOpen'
      ) {
        // How many are open at an end of days is no sum over days: each such end is a cell of its own.
        add(figure.metric === 'casesOpen' ? `casesOpen:${spans[era].to}` : figure.metric, figure, era, [WHOLE], count);
      } else if (of !== null && figure.metric !== 'actionsImproved') {
        add(figure.key, figure, era, [figure.key], count);
        add(figure.key, figure, era, [figure.key, REST], of, true);
      }
    }
  }
  return [...tables.values()];
}
