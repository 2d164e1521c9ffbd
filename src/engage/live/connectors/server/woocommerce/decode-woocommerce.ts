// Turns WooCommerce's webhooks of orders into events; billing and shipping data are not read.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { readInstant } from '../files/read-time.ts';
import { looseId, looseList, looseObject } from '../kit/loose-fields.ts';
import { buyerHash, currencyOf, moneyOf, type OrderType, orderEvent, orderLine } from '../orders/order-event.ts';

/** States of an order (developer.woocommerce.com, REST API, Orders); others tell nothing new. */
const TYPES: Readonly<Record<string, OrderType>> = {
  pending: 'order.created',
  'on-hold': 'order.created',
  processing: 'order.paid',
  completed: 'order.paid',
  cancelled: 'order.cancelled',
  failed: 'order.cancelled',
  refunded: 'order.refunded',
};

/** Events of an `order.*` webhook; null when it cannot be read, none for other topics and states. */
export function decodeWooCommerce(topic: string, body: unknown, secret: string): DecodedEvent[] | null {
  if (topic !== 'order.created' && topic !== 'order.updated') return [];
  const given = looseObject(body);
  const orderId = looseId(given.id);
  const currency = currencyOf(given.currency);
  if (!orderId || !currency || typeof given.status !== 'string') return null;
  const common = { orderId, buyerUid: buyerHash(secret, given.customer_id) };
  const lines = looseList(given.line_items, 200).map((one) => {
    const line = looseObject(one);
    return orderLine(
      line,
      { product: line.product_id, sku: line.sku, title: line.name, qty: line.quantity, total: line.total },
      currency,
    );
  });
  const changedAt = timeOf(given.date_modified_gmt) ?? timeOf(given.date_created_gmt);
  const amount = moneyOf(given.total, currency);
  if (changedAt === undefined || !amount) return null;
  const events: DecodedEvent[] = [];
  const paidAt = timeOf(given.date_paid_gmt);
  const type = Object.hasOwn(TYPES, given.status) ? TYPES[given.status] : undefined;
  const madeAt = topic === 'order.created' ? timeOf(given.date_created_gmt) : undefined;
  // An order may be paid the moment it is made: both are told, since each is counted by itself.
  if (madeAt !== undefined && type !== 'order.created')
    events.push(orderEvent({ type: 'order.created', ts: madeAt, lines, amount, ...common }));
  if (type === 'order.refunded') {
    events.push(
      orderEvent({ type, ts: changedAt, lines, amount: refundedOf(given.refunds, currency) ?? amount, ...common }),
    );
  } else if (type) {
    const ts =
      type === 'order.paid'
        ? (paidAt ?? changedAt)
        : type === 'order.created'
          ? (timeOf(given.date_created_gmt) ?? changedAt)
          : changedAt;
    const reason = given.status === 'failed' ? 'failed' : undefined;
    events.push(orderEvent({ type, ts, lines, amount, reason, ...common }));
  }
  return events;
}

/** `refunds[].total` are negative amounts. */
function refundedOf(refunds: unknown, currency: string) {
  const list = looseList(refunds, 100);
  if (list.length === 0) return undefined;
  const minor = list.reduce<number>(
    (sum, one) => sum + Math.abs(moneyOf(looseObject(one).total, currency)?.minor ?? 0),
    0,
  );
  return { minor: Math.min(minor, 1e15), currency };
}

/** Dates in `…_gmt` fields have no zone of their own. */
function timeOf(value: unknown): number | undefined {
  return typeof value === 'string' ? readInstant(value, 0) : undefined;
}
