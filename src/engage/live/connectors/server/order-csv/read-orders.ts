// Reads a shop's exported table of orders, one row a line of an order, columns named in Chinese or English; wrong rows are named, not dropped silently.
import type { DecodedEvent, OrderLine } from '../../../stream/core/live-event.contract.ts';
import { decimalToMinor, parseAmount } from '../../core/currency-amount.ts';
import { separatorOf, splitRow } from '../files/chat-csv.ts';
import { cutRows } from '../files/cut-records.ts';
import { readInstant } from '../files/read-time.ts';
import { filled, looseCount, looseText } from '../kit/loose-fields.ts';
import { buyerHash, type OrderType, orderEvent } from '../orders/order-event.ts';
import { ORDER_COLUMNS, type OrderColumn, orderStateOf } from './order-columns.ts';

export type RowFault =
  | 'no_order'
  | 'no_time'
  | 'bad_amount'
  | 'bad_quantity'
  | 'unknown_state'
  | 'too_long'
  | 'other_order'
  | 'too_many_orders';

export interface ReadOrders {
  events: DecodedEvent[];
  /** Line of the file (from 1), the fault, and the column it is in. */
  faults: { line: number; code: RowFault; column?: OrderColumn }[];
  rows: number;
  /** Columns of the table that were understood. */
  columns: OrderColumn[];
}

export interface OrderCsvOptions {
  /** Key of the buyers' hashes. */
  secret: string;
  currency?: string;
  zoneMinutes?: number;
}

const MOST_ORDERS = 200_000;

interface Gathered {
  type: OrderType;
  ts: number;
  lines: OrderLine[];
  minor: number | null;
  sum: number;
  currency: string;
  buyerUid?: string;
  reason?: string;
}

/** Reads a whole table; null when its header names no order and no time. Rows of the same order in the same state become one event. */
export function readOrders(text: string, options: OrderCsvOptions): ReadOrders | null {
  let columns: Partial<Record<OrderColumn, number>> | null = null;
  let separator = ',';
  const orders = new Map<string, Gathered>();
  const read: ReadOrders = { events: [], faults: [], rows: 0, columns: [] };
  const cutter = cutRows((record, line, isLong) => {
    if (!columns) {
      separator = separatorOf(record);
      columns = orderColumns(splitRow(record.replace(/^\ufeff/, ''), separator));
      return;
    }
    read.rows += 1;
    if (isLong) {
      read.faults.push({ line, code: 'too_long' });
      return;
    }
    const cells = splitRow(record, separator);
    const fault = takeRow((column) => cellOf(cells, columns![column]), options, orders);
    if (fault) read.faults.push({ line, ...fault });
  });
  cutter.push(text);
  cutter.end();
  const known = columns as Partial<Record<OrderColumn, number>> | null;
  if (!known || known.order === undefined || known.time === undefined) return null;
  read.columns = Object.keys(known) as OrderColumn[];
  for (const [key, one] of orders) {
    const orderId = key.slice(key.indexOf(' ') + 1);
    const amount = { minor: one.minor ?? one.sum, currency: one.currency };
    read.events.push(
      orderEvent(
        filled({
          type: one.type,
          orderId,
          ts: one.ts,
          lines: one.lines.slice(0, 200),
          amount,
          buyerUid: one.buyerUid,
          reason: one.reason,
        }),
      ),
    );
  }
  read.events.sort((one, other) => one.ts - other.ts);
  return read;
}

function takeRow(
  cell: (column: OrderColumn) => string | undefined,
  options: OrderCsvOptions,
  orders: Map<string, Gathered>,
): { code: RowFault; column?: OrderColumn } | null {
  const orderId = looseText(cell('order'), 150);
  if (!orderId) return { code: 'no_order', column: 'order' };
  const state = cell('state');
  const type = state === undefined ? 'order.paid' : orderStateOf(state);
  if (!type) return { code: 'unknown_state', column: 'state' };
  const ts = readInstant(
    cell(type === 'order.paid' && cell('paidAt') ? 'paidAt' : 'time') ?? '',
    options.zoneMinutes ?? 480,
  );
  if (ts === undefined) return { code: 'no_time', column: 'time' };
  const currency = (cell('currency') ?? options.currency ?? 'CNY').toUpperCase();
  const qty = cell('quantity') === undefined ? 1 : looseCount(cell('quantity'), 1e6);
  if (qty === undefined) return { code: 'bad_quantity', column: 'quantity' };
  const total = moneyIn(cell('total'), currency);
  const line = moneyIn(cell('amount'), currency);
  const unit = moneyIn(cell('price'), currency);
  if (total === 'bad' || line === 'bad' || unit === 'bad')
    return { code: 'bad_amount', column: total === 'bad' ? 'total' : line === 'bad' ? 'amount' : 'price' };
  if (!/^[A-Z]{3}$/.test(currency)) return { code: 'bad_amount', column: 'currency' };
  const lineMinor = line ?? (unit === undefined ? undefined : unit * qty);
  const key = `${type} ${orderId}`;
  const known = orders.get(key);
  if (!known && orders.size >= MOST_ORDERS) return { code: 'too_many_orders' };
  if (known && known.currency !== currency) return { code: 'other_order', column: 'currency' };
  const order = known ?? { type, ts, lines: [], minor: null, sum: 0, currency };
  order.lines.push(
    filled({
      productId: looseText(cell('product'), 200),
      sku: looseText(cell('sku'), 200),
      title: looseText(cell('title'), 300),
      qty,
      amount: lineMinor === undefined ? undefined : { minor: lineMinor, currency },
    }),
  );
  order.sum += lineMinor ?? 0;
  // A total stands on every row of its order or on the first only: it counts once.
  order.minor ??= total ?? null;
  order.buyerUid ??= buyerHash(options.secret, cell('buyer'));
  order.reason ??= looseText(cell('reason'), 300);
  orders.set(key, order);
  return null;
}

function moneyIn(text: string | undefined, currency: string): number | 'bad' | undefined {
  if (text === undefined) return undefined;
  const minor = decimalToMinor(text, currency) ?? parseAmount(text, currency)?.minor ?? null;
  return minor === null || Math.abs(minor) > 1e12 ? 'bad' : Math.abs(minor);
}

function cellOf(cells: readonly string[], index: number | undefined): string | undefined {
  const value =
    index === undefined
      ? undefined
      : cells[index]
          ?.trim()
          .replace(/^'/, '')
          .replace(/^="(.*)"$/, '$1');
  return value === '' ? undefined : value;
}

function orderColumns(header: readonly string[]): Partial<Record<OrderColumn, number>> {
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_\-()（）]/g, ''),
  );
  const found: Partial<Record<OrderColumn, number>> = {};
  for (const column of Object.keys(ORDER_COLUMNS) as OrderColumn[]) {
    const index = names.findIndex((name) => (ORDER_COLUMNS[column] as readonly string[]).includes(name));
    if (index !== -1) found[column] = index;
  }
  return found;
}
