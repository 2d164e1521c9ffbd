// Turns sums into the figures of a report: values, intervals, bases, and where their rows are.
import { figure, shareFigure } from './figure-draft.ts';
import type { ReportFigure, ReportFigures, ReportMetric } from './report-figures.contract.ts';
import type { Era, Part, PeopleSum, ReportInputs, VoiceSum } from './report-inputs.ts';
import { directionsOf, netShare, shareChange } from './theme-change.ts';
import { caseFigures, workFigures } from './work-figures.ts';

const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
/** Themes named less often than this in both periods together are left to the explorer. */
const LEAST_NAMED = 5;
const MOST_THEMES = 60;

type Rows = ReportFigure['rows'];

/** @returns every figure, nothing hidden yet */
export function figuresOf(inputs: ReportInputs): ReportFigures {
  const { period } = inputs;
  return {
    ...period,
    timeZone: inputs.timeZone,
    figures: [...voiceFigures(inputs), ...themeFigures(inputs), ...caseFigures(inputs), ...workFigures(inputs)],
    themes: inputs.themeNames,
    fixes: inputs.fixes,
    openProblems: inputs.openProblems,
  };
}

function voiceFigures(inputs: ReportInputs): ReportFigure[] {
  const explore = (search: Record<string, string>) => feedbackRows(inputs, search);
  const total = sumOf(inputs.voices, 'voices');
  const people = peopleOf(inputs.people);
  const counted = (
    metric: ReportMetric,
    item: string | undefined,
    cell: (era: Era) => number,
    kind: PeopleSum['kind'],
  ) =>
    figure(inputs, {
      metric,
      ...(item === undefined ? {} : { item }),
      form: 'count',
      value: cell('now'),
      count: cell('now'),
      previous: cell('before'),
      previousCount: cell('before'),
      people: people('now', kind, item ?? ''),
      previousPeople: people('before', kind, item ?? ''),
      rows: explore(item === undefined ? {} : { channel: item }),
    });
  const part =
    (pick: (row: VoiceSum) => boolean) =>
    (era: Era): Part => ({
      count: sumOf(inputs.voices.filter(pick), 'voices')(era),
      of: total(era),
    });
  const channels = [...new Set(inputs.voices.map((row) => row.channel))]
    .map((channel) => ({
      channel,
      cell: sumOf(
        inputs.voices.filter((row) => row.channel === channel),
        'voices',
      ),
    }))
    .filter(({ cell }) => cell('now') + cell('before') > 0)
    .sort((a, b) => b.cell('now') - a.cell('now') || (a.channel < b.channel ? -1 : 1));
  const sentiments = SENTIMENTS.map((item) => {
    const cell = part((row) => row.sentiment === item);
    const behind = { people: people('now', 'sentiment', item), previousPeople: people('before', 'sentiment', item) };
    return shareFigure(
      inputs,
      { metric: 'sentimentShare', item, ...behind, rows: explore({ sentiment: item }) },
      cell('now'),
      cell('before'),
    );
  });
  const urgent = part((row) => row.class === 'urgent');
  const rated = (era: Era): Part => ({
    count: sumOf(inputs.voices, 'lowRated')(era),
    of: sumOf(inputs.voices, 'rated')(era),
  });
  const net = (era: Era) => {
    const count = (item: string) => part((row) => row.sentiment === item)(era).count;
    return netShare(count('positive'), count('negative'), total(era));
  };
  const now = net('now');
  return [
    counted('voices', undefined, total, 'all'),
    ...channels.map(({ channel, cell }) => counted('channelVoices', channel, cell, 'channel')),
    ...sentiments,
    figure(inputs, {
      metric: 'netSentiment',
      form: 'points',
      value: now?.value ?? null,
      low: now?.low ?? null,
      high: now?.high ?? null,
      of: total('now'),
      previous: net('before')?.value ?? null,
      rows: explore({}),
    }),
    shareFigure(
      inputs,
      {
        metric: 'urgentShare',
        people: people('now', 'urgent', ''),
        previousPeople: people('before', 'urgent', ''),
        rows: explore({ class: 'urgent' }),
      },
      urgent('now'),
      urgent('before'),
    ),
    shareFigure(
      inputs,
      {
        metric: 'lowRatingShare',
        people: people('now', 'low_rated', ''),
        previousPeople: people('before', 'low_rated', ''),
        rows: explore({ rating: '1,2' }),
      },
      rated('now'),
      rated('before'),
    ),
  ];
}

function themeFigures(inputs: ReportInputs): ReportFigure[] {
  const total = sumOf(inputs.voices, 'voices');
  const people = peopleOf(inputs.people);
  const cells = new Map<string, Record<Era, number>>();
  for (const row of inputs.themes) {
    const cell = cells.get(row.key) ?? { now: 0, before: 0 };
    cell[row.era] += row.voices;
    cells.set(row.key, cell);
  }
  const named = [...cells]
    .filter(([, cell]) => cell.now + cell.before >= LEAST_NAMED)
    .sort(([a, one], [b, other]) => other.now - one.now || other.before - one.before || (a < b ? -1 : 1))
    .slice(0, MOST_THEMES);
  const parts = named.map(([key, cell]) => ({
    key,
    now: { count: cell.now, of: total('now') },
    before: { count: cell.before, of: total('before') },
  }));
  const changes = parts.map((part) => shareChange(part.now, part.before));
  const directions = directionsOf(changes);
  return parts.flatMap(({ key, now, before }, index) => {
    const behind = { people: people('now', 'theme', key), previousPeople: people('before', 'theme', key) };
    const rows = feedbackRows(inputs, { theme: key });
    const change = changes[index]!;
    return [
      shareFigure(inputs, { metric: 'themeShare', item: key, ...behind, rows }, now, before),
      figure(inputs, {
        metric: 'themeChange',
        item: key,
        form: 'change',
        value: change.change,
        low: change.low,
        high: change.high,
        previous: null,
        direction: directions[index]!,
        rows,
      }),
    ];
  });
}

function feedbackRows(inputs: ReportInputs, search: Record<string, string>): Rows {
  return {
    to: '/feedback',
    search: { ...search, saidFrom: inputs.period.from, saidTo: inputs.period.to, repeats: 'hide' },
  };
}

function sumOf(rows: readonly VoiceSum[], measure: 'voices' | 'rated' | 'lowRated'): (era: Era) => number {
  const sums: Record<Era, number> = { now: 0, before: 0 };
  for (const row of rows) sums[row.era] += row[measure];
  return (era) => sums[era];
}

function peopleOf(rows: readonly PeopleSum[]): (era: Era, kind: PeopleSum['kind'], item: string) => number {
  const found = new Map(rows.map((row) => [`${row.era}\n${row.kind}\n${row.item}`, row.people]));
  return (era, kind, item) => found.get(`${era}\n${kind}\n${item}`) ?? 0;
}
