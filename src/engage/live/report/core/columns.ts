// Gathers the ten-second buckets of a show into as many columns as a picture has room for.
import type { ShowRecord } from './show-record.contract.ts';

export interface Column {
  from: number;
  to: number;
  comments: number;
  positive: number;
  negative: number;
  orders: number;
  /** (P − N) / (P + N + 20). */
  mood: number;
}

/** Every bucket falls into the column in which it begins, so that sums over columns are sums over the show. */
export function columnsOf(record: ShowRecord, most: number): Column[] {
  const length = Math.max(1, record.endedAt - record.startedAt);
  const buckets = Math.max(1, Math.ceil(length / record.bucketMs));
  const each = Math.max(1, Math.ceil(buckets / most)) * record.bucketMs;
  const columns: Column[] = [];
  for (let from = record.startedAt; from < record.endedAt || columns.length === 0; from += each)
    columns.push({
      from,
      to: Math.min(from + each, record.endedAt),
      comments: 0,
      positive: 0,
      negative: 0,
      orders: 0,
      mood: 0,
    });
  for (const bucket of record.buckets) {
    const place = Math.floor((bucket.at - record.startedAt) / each);
    const column = columns[Math.min(columns.length - 1, Math.max(0, place))]!;
    column.comments += bucket.comments;
    column.positive += bucket.positive;
    column.negative += bucket.negative;
    column.orders += bucket.orders;
  }
  for (const one of columns) one.mood = (one.positive - one.negative) / (one.positive + one.negative + 20);
  return columns;
}
