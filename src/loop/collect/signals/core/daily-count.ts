// Which daily sum a signal adds to.
import type { SignalKind } from './signal.contract.ts';

export const DAILY_COLUMNS = [
  'orders',
  'cancelled',
  'refunds',
  'returns',
  'exchanges',
  'for_size',
  'shipped',
  'delivered',
  'delayed',
  'lost',
  'visits',
  'carts',
  'leaves',
] as const;
export type DailyColumn = (typeof DAILY_COLUMNS)[number];

const COLUMN_OF: Partial<Record<SignalKind, DailyColumn>> = {
  order_cancelled: 'cancelled',
  refund: 'refunds',
  return: 'returns',
  exchange: 'exchanges',
  shipped: 'shipped',
  delivered: 'delivered',
  delayed: 'delayed',
  lost: 'lost',
  view: 'visits',
  watch: 'visits',
  add_to_cart: 'carts',
  leave: 'leaves',
};

/** Kinds that say an order was placed; an order told of twice counts once. */
export const PLACING_KINDS: ReadonlySet<string> = new Set(['order_placed', 'order_paid']);

export interface CountedSignal {
  kind: SignalKind;
  day: string;
  forSize: boolean;
  /** It is the one that counts its order. */
  countsOrder: boolean;
  productIds: readonly string[];
}

export interface DailySum {
  day: string;
  /** Empty for the whole shop. */
  productId: string;
  counts: Partial<Record<DailyColumn, number>>;
}

/** Adds signals up by day and product, in one order for everybody so that two batches never wait for each other in a ring. */
export function dailySums(signals: readonly CountedSignal[]): DailySum[] {
  const sums = new Map<string, DailySum>();
  for (const signal of signals) {
    const columns: DailyColumn[] = [];
    const own = COLUMN_OF[signal.kind];
    if (own) columns.push(own);
    if (signal.countsOrder) columns.push('orders');
    if (signal.forSize) columns.push('for_size');
    if (columns.length === 0) continue;
    for (const productId of new Set(['', ...signal.productIds])) {
      const key = `${signal.day} ${productId}`;
      const sum = sums.get(key) ?? { day: signal.day, productId, counts: {} };
      for (const column of columns) sum.counts[column] = (sum.counts[column] ?? 0) + 1;
      sums.set(key, sum);
    }
  }
  return [...sums.keys()].sort().map((key) => sums.get(key)!);
}
