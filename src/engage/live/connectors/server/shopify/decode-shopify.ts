// Turns Shopify's webhooks of orders and refunds into events; the customer's name, address, mail and phone are not read.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { readInstant } from '../files/read-time.ts';
import { type Loose, looseId, looseList, looseObject, looseText } from '../kit/loose-fields.ts';
import {
  buyerHash,
  clamped,
  currencyOf,
  moneyOf,
  type OrderType,
  orderEvent,
  orderLine,
} from '../orders/order-event.ts';

const TYPES: Readonly<Record<string, OrderType>> = {
  'orders/create': 'order.created',
  'orders/paid': 'order.paid',
  'orders/cancelled': 'order.cancelled',
  'refunds/create': 'order.refunded',
};

/** Events of a webhook of the given topic (shopify.dev/docs/api/webhooks); null when it cannot be read, none for other topics. */
export function decodeShopify(topic: string, body: unknown, secret: string): DecodedEvent[] | null {
  const type = Object.hasOwn(TYPES, topic) ? TYPES[topic]! : undefined;
  if (!type) return [];
  const given = looseObject(body);
  return type === 'order.refunded' ? refund(given) : order(type, given, secret);
}

function order(type: OrderType, given: Loose, secret: string): DecodedEvent[] | null {
  const orderId = looseId(given.id);
  const currency = currencyOf(given.currency);
  if (!orderId || !currency) return null;
  const amount = moneyOf(given.total_price ?? given.current_total_price, currency);
  const ts =
    timeOf(
      type === 'order.cancelled'
        ? given.cancelled_at
        : type === 'order.paid'
          ? (given.processed_at ?? given.updated_at)
          : given.created_at,
    ) ?? timeOf(given.updated_at);
  if (!amount || ts === undefined) return null;
  const lines = looseList(given.line_items, 200).map((one) => lineOf(looseObject(one), currency));
  return [
    orderEvent({
      type,
      orderId,
      ts,
      lines,
      amount,
      buyerUid: buyerHash(secret, looseObject(given.customer).id),
      reason: type === 'order.cancelled' ? looseText(given.cancel_reason, 300) : undefined,
      test: given.test === true ? true : undefined,
    }),
  ];
}

/** A refund's money is in its successful transactions, not in its lines: shipping and parts may be given back too. */
function refund(given: Loose): DecodedEvent[] | null {
  const orderId = looseId(given.order_id);
  const refundId = looseId(given.id);
  const transactions = looseList(given.transactions, 100)
    .map(looseObject)
    .filter((one) => one.kind === 'refund' && (one.status === undefined || one.status === 'success'));
  const lineItems = looseList(given.refund_line_items, 200).map(looseObject);
  const currency =
    currencyOf(transactions[0]?.currency) ??
    currencyOf(looseObject(looseObject(lineItems[0]?.subtotal_set).shop_money).currency_code);
  const ts = timeOf(given.processed_at) ?? timeOf(given.created_at);
  if (!orderId || !refundId || !currency || ts === undefined) return null;
  const minor = transactions.reduce((sum, one) => sum + (moneyOf(one.amount, currency)?.minor ?? 0), 0);
  const lines = lineItems.map((one) => {
    const line = looseObject(one.line_item);
    return orderLine(
      line,
      { product: line.product_id, sku: line.sku, title: line.title, qty: one.quantity, total: one.subtotal },
      currency,
    );
  });
  const amount = clamped(minor, currency);
  return [
    orderEvent({
      type: 'order.refunded',
      orderId,
      eventId: `${orderId}:refund:${refundId}`,
      ts,
      lines,
      amount,
      reason: looseText(given.note, 300) ? 'note' : undefined,
    }),
  ];
}

/** `price` is for one piece before discounts; `total_discount` is taken off the line. */
function lineOf(line: Loose, currency: string) {
  const made = orderLine(
    line,
    { product: line.product_id, sku: line.sku, title: line.title, qty: line.quantity, unit: line.price },
    currency,
  );
  const discount = moneyOf(line.total_discount, currency);
  if (made.amount && discount && discount.minor > 0)
    made.amount = { minor: Math.max(0, made.amount.minor - discount.minor), currency };
  return made;
}

function timeOf(value: unknown): number | undefined {
  return typeof value === 'string' ? readInstant(value, 0) : undefined;
}
