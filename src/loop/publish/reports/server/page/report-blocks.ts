// Lays a report out as pieces, in one language: what was heard, what people talked about, what was changed and whether it helped.
import type { Language } from '../../../../../platform/i18n/translate.ts';
import type { PublicFigure, PublicReport } from '../../core/public-report.ts';
import type { ReportMetric } from '../../core/report-figures.contract.ts';
import type { ReportSection } from '../../core/report-texts.contract.ts';
import { periodWords } from '../period-words.ts';
import type { Block, Tile } from './blocks.ts';
import { type FigureSpeaker, figureSpeaker } from './say-figure.ts';
import { themeBlocks } from './theme-blocks.ts';

export interface Laid {
  report: PublicReport;
  thanks: readonly string[];
  digest: string | null;
}

/** @returns the pieces below the title, section by section */
export function reportBlocks({ report, thanks, digest }: Laid, language: Language): Block[] {
  const speak = figureSpeaker(language, report.themes);
  const { t } = speak;
  const find = (metric: ReportMetric) => report.figures.filter((figure) => figure.metric === metric);
  const tiles = (...metrics: ReportMetric[]): Block => ({
    kind: 'tiles',
    tiles: metrics.flatMap((metric) => find(metric).map((figure) => tileOf(speak, figure))),
  });
  const measured = (...metrics: ReportMetric[]) =>
    metrics.some((metric) => find(metric).some((figure) => figure.value !== null || figure.hidden));
  const section = (id: ReportSection, blocks: Block[]): Block[] => {
    const words = report.texts.sections[id]?.[language] ?? '';
    const said: Block[] = words === '' ? [] : [{ kind: 'words', text: words }];
    if (blocks.length === 0 && said.length === 0) return [];
    return [{ kind: 'heading', id, text: t(`reports:heading.${id}`) }, ...said, ...blocks];
  };
  const note = (key: string): Block => ({ kind: 'note', text: t(`reports:empty.${key}`) });
  const voices = find('voices')[0];
  return [
    ...section('foreword', []),
    ...section(
      'voices',
      voices && (voices.value ?? 1) > 0
        ? [
            tiles(
              'voices',
              'netSentiment',
              'urgentShare',
              ...(measured('lowRatingShare') ? (['lowRatingShare'] as const) : []),
            ),
            ...sentimentChart(speak, find('sentimentShare')),
            ...channelChart(speak, find('channelVoices')),
          ]
        : [note('voices')],
    ),
    ...section('themes', themeBlocks(speak, find('themeShare'), find('themeChange'))),
    ...section('fixes', [
      tiles('casesOpened', 'casesResolved', 'casesVerified', 'casesDisputed', 'casesOpen'),
      ...fixTable(speak, report),
    ]),
    ...section(
      'response',
      measured('firstReplyMedian', 'resolutionMedian', 'firstReplyInTime', 'resolutionInTime')
        ? [
            tiles('firstReplyMedian', 'firstReplyP90', 'firstReplyInTime'),
            tiles('resolutionMedian', 'resolutionP90', 'resolutionInTime'),
          ]
        : [note('response')],
    ),
    ...section(
      'satisfaction',
      measured('csat', 'repeatRate') || measured('responseRate')
        ? [tiles('csat', 'responseRate', 'repeatRate')]
        : [note('ratings')],
    ),
    ...section('promises', measured('promisesKept') ? [tiles('promisesKept')] : [note('promises')]),
    ...section('open', openTable(speak, report)),
    ...section(
      'thanks',
      thanks.length > 0
        ? [
            { kind: 'note', text: t('reports:thanks_lead') },
            { kind: 'names', names: [...thanks] },
          ]
        : [note('thanks')],
    ),
    ...howBlocks(speak, report, digest),
  ];
}

function tileOf(speak: FigureSpeaker, figure: PublicFigure): Tile {
  const { label, value, range, base, before } = speak.say(figure);
  return { key: figure.key, label, value, range, base, before };
}

function sentimentChart(speak: FigureSpeaker, figures: readonly PublicFigure[]): Block[] {
  if (figures.length === 0 || figures.some((figure) => figure.value === null)) return [];
  const tones = ['positive', 'neutral', 'negative'] as const;
  const parts = (pick: (figure: PublicFigure) => number) =>
    tones.flatMap((tone) => {
      const figure = figures.find((one) => one.item === tone);
      if (!figure) return [];
      const share = pick(figure);
      return [{ label: speak.itemName(figure)!, share, text: speak.percent(share), tone }];
    });
  const rows = [{ label: speak.t('reports:chart.legend_now'), parts: parts((figure) => figure.value!) }];
  if (figures.every((figure) => figure.previous !== null)) {
    rows.push({ label: speak.t('reports:chart.legend_before'), parts: parts((figure) => figure.previous!) });
  }
  return [{ kind: 'chart', chart: { chart: 'stacks', title: speak.t('reports:chart.sentiment'), rows } }];
}

function channelChart(speak: FigureSpeaker, figures: readonly PublicFigure[]): Block[] {
  const shown = figures.filter((figure) => figure.value !== null);
  const hidden = figures.filter((figure) => figure.hidden);
  const blocks: Block[] = [];
  if (shown.length > 0) {
    blocks.push({
      kind: 'chart',
      chart: {
        chart: 'bars',
        title: speak.t('reports:chart.channels'),
        legend: { now: speak.t('reports:chart.legend_now'), before: speak.t('reports:chart.legend_before') },
        rows: shown.map((figure) => ({
          label: speak.itemName(figure)!,
          value: figure.value!,
          before: figure.previous,
          text: [speak.count(figure.value!), speak.say(figure).before].filter(Boolean).join(' · '),
        })),
      },
    });
  }
  if (hidden.length > 0) {
    const names = hidden.map((figure) => speak.itemName(figure)).join(speak.language === 'en' ? ', ' : '、');
    blocks.push({ kind: 'note', text: `${speak.t('reports:hidden')}${speak.language === 'en' ? ': ' : '：'}${names}` });
  }
  return blocks;
}

function fixTable(speak: FigureSpeaker, report: PublicReport): Block[] {
  const { t, language } = speak;
  const blocks: Block[] = [];
  if (report.fixes.length > 0) {
    const change = new Intl.NumberFormat(language, {
      style: 'percent',
      maximumFractionDigits: 0,
      signDisplay: 'exceptZero',
    });
    blocks.push({
      kind: 'table',
      head: [t('reports:cell.fix'), t('reports:cell.done_on'), t('reports:cell.result'), t('reports:cell.change')],
      numbers: [3],
      widths: [5, 2, 2, 3],
      rows: report.fixes.map((fix) => [
        fix.title[language],
        dayWords(fix.doneOn, language),
        t(`reports:verdict.${fix.verdict}`),
        fix.change === null || fix.low === null || fix.high === null
          ? t('reports:none')
          : `${change.format(fix.change)} (${t('reports:interval', { low: change.format(fix.low), high: change.format(fix.high) })})`,
      ]),
    });
  } else if (report.untoldFixes === 0) blocks.push({ kind: 'note', text: t('reports:empty.fixes') });
  if (report.untoldFixes > 0)
    blocks.push({ kind: 'note', text: t('reports:untold.fixes', { count: report.untoldFixes }) });
  return blocks;
}

function openTable(speak: FigureSpeaker, report: PublicReport): Block[] {
  const { t, language } = speak;
  const blocks: Block[] = [];
  if (report.openProblems.length > 0) {
    blocks.push({
      kind: 'table',
      head: [t('reports:cell.problem'), t('reports:cell.since'), t('reports:cell.cases')],
      numbers: [2],
      widths: [6, 2, 2],
      rows: report.openProblems.map((one) => [
        one.title[language],
        dayWords(one.since, language),
        one.cases === null ? t('reports:fewer') : speak.count(one.cases),
      ]),
    });
  } else if (report.untoldProblems === 0) blocks.push({ kind: 'note', text: t('reports:empty.problems') });
  if (report.untoldProblems > 0) {
    blocks.push({ kind: 'note', text: t('reports:untold.problems', { count: report.untoldProblems }) });
  }
  return blocks;
}

/** Formula and base of every figure, so that nobody has to take one on trust. */
function howBlocks(speak: FigureSpeaker, report: PublicReport, digest: string | null): Block[] {
  const { t, language } = speak;
  const days = { period: periodWords(report, language), zone: report.timeZone };
  const previous = periodWords({ from: report.previousFrom, to: report.previousTo }, language);
  // One line for a measure that is told for many channels or themes.
  const first = new Map(report.figures.map((figure) => [figure.metric, figure] as const).reverse());
  const listed = [...first.values()].reverse();
  const many = (figure: PublicFigure) => figure.item !== null;
  return [
    { kind: 'heading', id: 'how', text: t('reports:heading.how') },
    { kind: 'note', text: `${t('reports:how.lead', { ...days, previous })} ${t('reports:how.interval')}` },
    { kind: 'note', text: t('reports:how.redaction') },
    {
      kind: 'table',
      small: true,
      head: [t('reports:cell.name'), t('reports:cell.value'), t('reports:cell.base'), t('reports:cell.formula')],
      numbers: [1, 2],
      widths: [3, 2, 2, 6],
      keys: listed.map((figure) => (many(figure) ? figure.metric : figure.key)),
      rows: listed.map((figure) => {
        const words = speak.say(figure);
        return many(figure)
          ? [t(`reports:metric.${figure.metric}`), '', '', words.formula]
          : [words.label, words.value, words.base ?? '', words.formula];
      }),
    },
    ...(digest === null ? [] : [{ kind: 'note' as const, text: t('reports:how.digest', { digest }) }]),
  ];
}

function dayWords(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
