// Writes one table of a show's report for spreadsheets: plain numbers, times with their zone, nothing a sheet would calculate.
import { csvLine, UTF8_MARK } from '../../../../../kit/csv.ts';
import { majorUnits } from '../../../../../kit/money.ts';
import type { ShowRecord } from '../../core/show-record.contract.ts';

export const CSV_TABLES = ['timeline', 'products', 'questions', 'alerts'] as const;
export type CsvTable = (typeof CSV_TABLES)[number];

type Cell = string | number | null;

/** Columns keep their English names in every language, so that a sheet made once fits every show; amounts in major units. */
export function reportCsv(record: ShowRecord, table: CsvTable): string {
  const [head, rows] = TABLES[table](record);
  return UTF8_MARK + csvLine(head) + rows.map(csvLine).join('');
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const TABLES: Record<CsvTable, (record: ShowRecord) => [string[], Cell[][]]> = {
  timeline: (record) => [
    [
      'at',
      'second',
      'product_id',
      'comments',
      'people',
      'questions',
      'positive',
      'negative',
      'complaints',
      'wave_weight',
      'orders',
      'gmv',
      'online',
      'likes',
      'gap_share',
    ],
    record.buckets.map((one) => [
      iso(one.at),
      Math.round((one.at - record.startedAt) / 1000),
      one.productId,
      one.comments,
      one.people,
      one.questions,
      one.positive,
      one.negative,
      one.complaints,
      one.waved,
      one.orders,
      majorUnits(one.gmvMinor, record.figures.currency),
      one.online,
      one.likes,
      one.gap,
    ]),
  ],
  products: (record) => [
    [
      'product_id',
      'link',
      'title',
      'air_seconds',
      'comments',
      'questions',
      'answered',
      'positive',
      'negative',
      'complaints',
      'buy_intent',
      'clicks',
      'orders',
      'pieces',
      'gmv',
      'refunds',
      'currency',
    ],
    record.products.map((one) => [
      one.productId,
      one.index,
      one.title,
      Math.round(one.airMs / 1000),
      one.comments,
      one.questions,
      one.answered,
      one.positive,
      one.negative,
      one.complaints,
      one.buyIntent,
      one.clicks,
      one.orders,
      one.qty,
      majorUnits(one.gmvMinor, record.figures.currency),
      majorUnits(one.refundMinor, record.figures.currency),
      record.figures.currency,
    ]),
  ],
  questions: (record) => [
    ['group_id', 'question', 'class', 'product_id', 'askers', 'asked', 'first_at', 'last_at', 'state', 'answered_at'],
    record.groups.map((one) => [
      one.groupId,
      one.title,
      one.class,
      one.productId,
      one.askers,
      one.count,
      iso(one.firstAt),
      iso(one.lastAt),
      one.state,
      iso(one.answeredAt),
    ]),
  ],
  alerts: (record) => [
    [
      'alert_id',
      'kind',
      'level',
      'class',
      'word',
      'product_id',
      'since',
      'raised_at',
      'people',
      'lines',
      'z',
      'state',
      'case_id',
      'sample',
    ],
    record.alerts.map((one) => [
      one.alertId,
      one.kind,
      one.level,
      one.class,
      one.word,
      one.productId,
      iso(one.since),
      iso(one.raisedAt),
      one.people,
      one.count,
      one.z,
      one.state,
      one.caseId,
      one.samples[0]?.text ?? null,
    ]),
  ],
};
