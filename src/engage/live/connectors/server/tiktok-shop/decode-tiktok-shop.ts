// Turns TikTok Shop's webhooks into events. They tell an order's number and state only; what was bought must be joined by that number.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { looseId, looseInstant, looseList, looseObject, looseText } from '../kit/loose-fields.ts';
import { buyerHash, currencyOf, moneyOf, type OrderType, orderEvent, orderLine, sumOf } from '../orders/order-event.ts';

/** States of an order (partner.tiktokshop.com, Order status change, type 1). */
const STATES: Readonly<Record<string, OrderType>> = {
  UNPAID: 'order.created',
  ON_HOLD: 'order.paid',
  AWAITING_SHIPMENT: 'order.paid',
  CANCEL: 'order.cancelled',
  CANCELLED: 'order.cancelled',
};

/** Kinds of webhooks that are read, by number: 1 order status, 2 and 12 cancellations and returns. */
const ORDER_STATUS = 1;
const RETURN_STATUS = new Set([2, 12]);

/** Events of a webhook body; null when it cannot be read, none for kinds and states that tell nothing new. */
export function decodeTiktokShop(body: unknown, secret: string, currency: string): DecodedEvent[] | null {
  const given = looseObject(body);
  const data = looseObject(given.data);
  const orderId = looseId(data.order_id);
  const ts = looseInstant(data.update_time) ?? looseInstant(given.timestamp);
  if (typeof given.type !== 'number' || ts === undefined) return null;
  const type = typeOf(given.type, data);
  if (type === undefined) return [];
  if (!orderId) return null;
  const lines = looseList(data.line_items ?? data.item_list, 200).map((one) => {
    const line = looseObject(one);
    return orderLine(
      line,
      {
        product: line.product_id,
        sku: line.seller_sku ?? line.sku_id,
        title: line.product_name,
        qty: line.quantity,
        unit: line.sale_price ?? line.sku_sale_price,
      },
      currency,
    );
  });
  const payment = looseObject(data.payment ?? data.payment_info);
  const told = currencyOf(payment.currency) ?? currency;
  const amount = moneyOf(payment.total_amount ?? data.refund_amount, told) ?? sumOf(lines, currency);
  const reason = looseText(data.cancel_reason ?? data.return_reason, 300);
  const eventId =
    type === 'order.refunded'
      ? `${orderId}:refund:${looseId(data.return_id ?? data.reverse_order_id) ?? ts}`
      : undefined;
  return [
    orderEvent({
      type,
      orderId,
      eventId,
      ts,
      lines,
      amount,
      buyerUid: buyerHash(secret, data.user_id ?? data.buyer_uid),
      reason,
    }),
  ];
}

function typeOf(kind: number, data: Readonly<Record<string, unknown>>): OrderType | undefined {
  if (kind === ORDER_STATUS)
    return typeof data.order_status === 'string' && Object.hasOwn(STATES, data.order_status)
      ? STATES[data.order_status]
      : undefined;
  if (!RETURN_STATUS.has(kind)) return undefined;
  const state = String(data.return_status ?? data.reverse_event_type ?? '');
  return /COMPLETE|REFUND_SUCCESS/.test(state) ? 'order.refunded' : undefined;
}
