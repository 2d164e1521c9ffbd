// The tables of a show's report; the same rows go into the CSV files.
import type { LiveAlert, QuestionGroup } from '../../../analysis/core/analysis.contract.ts';
import type { ShowRecord } from '../../core/show-record.contract.ts';
import type { ShowWords } from './say-show.ts';
import type { Section } from './sections.ts';

export const TABLES = ['products', 'alerts', 'unanswered', 'answered', 'words', 'interactions'] as const;
export type TableKey = (typeof TABLES)[number];

interface Table {
  /** Columns by key; a `#` before the key marks numbers. */
  columns: string[];
  rows: string[][];
}

const MOST_ROWS = 50;

/** @param most rows shown; the files take all */
export function tableSections(
  record: ShowRecord,
  words: ShowWords,
  keys: readonly TableKey[],
  most = MOST_ROWS,
): Extract<Section, { kind: 'table' }>[] {
  const { t } = words;
  return keys.map((key) => {
    const { columns, rows } = TABLE_OF[key](record, words);
    return {
      kind: 'table',
      key,
      title: t(`livereport:${key}.title`),
      note:
        rows.length > most
          ? t('livereport:more_rows', { shown: words.number(most), all: words.number(rows.length) })
          : t(`livereport:${key}.note`, {}, '') || null,
      head: columns.map((one) => t(`livereport:column.${one.replace('#', '')}`)),
      numeric: columns.map((one) => one.startsWith('#')),
      rows: rows.slice(0, most),
      empty: t(`livereport:${key}.empty`),
    };
  });
}

const TABLE_OF: Record<TableKey, (record: ShowRecord, words: ShowWords) => Table> = {
  products: (record, words) => ({
    columns: [
      'product',
      '#air',
      '#comments',
      '#mood',
      '#questions',
      '#answered',
      '#complaints',
      '#orders',
      '#gmv',
      '#refunds',
    ],
    rows: record.products.map((one) => [
      words.product(one.productId),
      words.span(one.airMs),
      words.number(one.comments),
      mood(one.positive, one.negative),
      words.number(one.questions),
      one.questions === 0 ? '–' : words.share(one.answered / one.questions),
      words.number(one.complaints),
      words.number(one.orders),
      words.money({ minor: one.gmvMinor, currency: record.figures.currency }),
      words.money({ minor: one.refundMinor, currency: record.figures.currency }),
    ]),
  }),
  alerts: (record, words) => ({
    columns: ['time', 'kind', 'product', '#people', 'said', 'case'],
    rows: record.alerts.map((one) => [
      words.clock(one.raisedAt),
      alertName(one, words),
      words.product(one.productId),
      words.number(one.people),
      one.samples[0] ? words.said(one.samples[0].text) : (one.word ?? '–'),
      words.t(one.caseId ? 'livereport:alerts.case' : `livereport:alerts.${one.state}`),
    ]),
  }),
  unanswered: (record, words) => ({
    columns: ['question', 'product', '#askers', '#asked', 'first'],
    rows: record.groups.filter((one) => one.state !== 'answered').map((one) => questionRow(one, words)),
  }),
  answered: (record, words) => {
    const answers = new Map(record.answers.flatMap((one) => (one.groupId ? [[one.groupId, one.text] as const] : [])));
    return {
      columns: ['question', 'product', '#askers', '#asked', 'first', '#waited', 'answer'],
      rows: record.groups
        .filter((one) => one.state === 'answered')
        .map((one) => [
          ...questionRow(one, words),
          one.answeredAt === null ? '–' : words.span(one.answeredAt - one.firstAt),
          answers.get(one.groupId) || words.t('livereport:answered.spoken'),
        ]),
    };
  },
  words: (record, words) => ({
    columns: ['word', 'from', 'to', '#times'],
    rows: record.bursts.map((one) => [one.word, words.clock(one.from), words.clock(one.to), words.number(one.count)]),
  }),
  interactions: (record, words) => ({
    columns: ['kind', 'from', 'to', '#people', 'result'],
    rows: record.interactions.map((one) => [
      words.t(`livereport:interaction.${one.kind}`),
      words.clock(one.openedAt),
      one.closedAt === null ? '–' : words.clock(one.closedAt),
      words.number(one.people),
      Object.entries(one.tallies)
        .map(([choice, votes]) => `${choice}: ${words.number(votes)}`)
        .join(' · ') || '–',
    ]),
  }),
};

function questionRow(one: QuestionGroup, words: ShowWords): string[] {
  return [
    words.said(one.title),
    words.product(one.productId),
    words.number(one.askers),
    words.number(one.count),
    words.clock(one.firstAt),
  ];
}

function alertName(one: LiveAlert, words: ShowWords): string {
  const level = words.t(`livereport:level.${one.level}`);
  return `${level} · ${one.class === null ? words.t(`livereport:alert.${one.kind}`) : words.name(one.class)}`;
}

/** (P − N) / (P + N + 20) with its sign; a dash where nobody judged. */
function mood(positive: number, negative: number): string {
  if (positive + negative === 0) return '–';
  const value = (positive - negative) / (positive + negative + 20);
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
}
