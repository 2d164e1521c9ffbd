// What all shops' orders become: amounts in smallest units, lines, and nothing about the customer but a hash.

import { hmacSha256 } from '../../../../../platform/secrets/signatures.ts';
import type { DecodedEvent, LiveMoney, OrderLine } from '../../../stream/core/live-event.contract.ts';
import { decimalToMinor } from '../../core/currency-amount.ts';
import { filled, type Loose, looseCount, looseId, looseText } from '../kit/loose-fields.ts';

export type OrderType = 'order.created' | 'order.paid' | 'order.cancelled' | 'order.refunded';

export interface OrderFacts {
  type: OrderType;
  orderId: string;
  /** Tells this state of the order from its others; the order and its state when absent. */
  eventId?: string;
  ts: number;
  lines: OrderLine[];
  amount: LiveMoney;
  buyerUid?: string;
  reason?: string;
  test?: boolean;
}

/** The event of an order. */
export function orderEvent(facts: OrderFacts): DecodedEvent {
  const { eventId, type, orderId, ...rest } = facts;
  return filled({ id: (eventId ?? `${orderId}:${type}`).slice(0, 190), type, orderId, ...rest });
}

/** A buyer as a keyed hash: names, addresses, phones and mails are never read, and the shop's own id does not leave the decoder. */
export function buyerHash(secret: string, buyerId: unknown): string | undefined {
  const id = looseId(buyerId);
  return id === undefined ? undefined : hmacSha256(secret, 'buyer:', id).toString('hex').slice(0, 32);
}

/** `19.90` as text or number in a currency; undefined when it is none. */
export function moneyOf(value: unknown, currency: string): LiveMoney | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? value.toFixed(6) : value;
  const minor = typeof text === 'string' ? decimalToMinor(text, currency) : null;
  return minor === null || Math.abs(minor) > 1e15 ? undefined : { minor, currency };
}

/** A three-letter code, upper case. */
export function currencyOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z]{3}$/.test(value) ? value.toUpperCase() : undefined;
}

/** A line of an order; the amount is for all its pieces. */
export function orderLine(
  line: Loose,
  fields: { product?: unknown; sku?: unknown; title?: unknown; qty?: unknown; unit?: unknown; total?: unknown },
  currency: string,
): OrderLine {
  const qty = looseCount(fields.qty, 1e6) ?? 1;
  const unit = fields.total === undefined ? moneyOf(fields.unit, currency) : undefined;
  const total = unit ? { minor: unit.minor * qty, currency } : moneyOf(fields.total, currency);
  return filled({
    productId: looseId(fields.product),
    sku: looseText(fields.sku, 200),
    title: looseText(fields.title ?? line.name, 300),
    qty,
    amount: total && Number.isSafeInteger(total.minor) && Math.abs(total.minor) <= 1e15 ? total : undefined,
  });
}

/** Sum of lines, for shops that tell only those. */
export function sumOf(lines: readonly OrderLine[], currency: string): LiveMoney {
  return clamped(
    lines.reduce((sum, line) => sum + (line.amount?.minor ?? 0), 0),
    currency,
  );
}

/** An amount within what an event may hold. */
export function clamped(minor: number, currency: string): LiveMoney {
  return { minor: Math.max(-1e15, Math.min(1e15, minor)), currency };
}
