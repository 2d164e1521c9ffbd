// Reads what Shopify tells (REST webhook payloads as its documentation shows them) as signals.

import {
  countOf,
  currencyOf,
  emailOf,
  type Foreign,
  instantOf,
  listOf,
  objectOf,
  sizeOf,
  textOf,
} from './shop-fields.ts';
import type { SignalDraftInput } from './signal.contract.ts';
import { toMinor } from './to-minor.ts';

type Draft = Omit<SignalDraftInput, 'source'>;

/** @returns no drafts for a topic nothing is kept of, or null for one nobody knows */
export function readShopify(topic: string, payload: unknown): Draft[] | null {
  const body = objectOf(payload);
  switch (topic) {
    case 'orders/create':
      return [order(body, 'order_placed', 'placed', body.created_at)];
    case 'orders/paid':
      return [order(body, 'order_paid', 'paid', body.processed_at ?? body.updated_at)];
    case 'orders/cancelled':
      return [
        {
          ...order(body, 'order_cancelled', 'cancelled', body.cancelled_at ?? body.updated_at),
          reason: words(body.cancel_reason),
        },
      ];
    case 'refunds/create':
      return [refund(body)];
    case 'fulfillments/create':
    case 'fulfillments/update':
      return fulfillment(body);
    case 'returns/request':
    case 'returns/approve':
    case 'returns/close':
    case 'returns/update':
      return [returned(body)];
    default:
      return null;
  }
}

const idOf = (value: unknown) => textOf(value, 60)?.replace(/^gid:\/\/shopify\/\w+\//, '') ?? '';
/** `SIZE_TOO_SMALL` → "size too small". */
const words = (value: unknown) => textOf(value, 500)?.replace(/_/g, ' ').toLowerCase();

function order(body: Foreign, kind: Draft['kind'], state: string, at: unknown): Draft {
  const currency = currencyOf(body.currency ?? body.presentment_currency);
  const customer = objectOf(body.customer);
  const address = objectOf(body.billing_address ?? body.shipping_address);
  return {
    externalId: `order:${idOf(body.id)}:${state}`,
    kind,
    occurredAt: instantOf(at),
    orderNo: textOf(body.name, 100) ?? textOf(body.order_number, 100),
    orderAlias: idOf(body.id) || undefined,
    person: personOf(
      customer,
      emailOf(body.email ?? body.contact_email),
      textOf(body.phone ?? customer.phone ?? address.phone, 40),
    ),
    lines: listOf(body.line_items).flatMap((line) => lineOf(line, currency)),
    amountMinor: toMinor(body.current_total_price ?? body.total_price, currency),
    currency,
  };
}

function refund(body: Foreign): Draft {
  const paid = listOf(body.transactions).filter(
    (one) => one.kind === 'refund' && one.status !== 'failure' && one.status !== 'error',
  );
  const lines = listOf(body.refund_line_items);
  const currency = currencyOf(paid[0]?.currency ?? objectOf(objectOf(lines[0]?.subtotal_set).shop_money).currency_code);
  const sum = (amounts: unknown[]) => amounts.reduce<number>((total, one) => total + (toMinor(one, currency) ?? 0), 0);
  return {
    externalId: `refund:${idOf(body.id)}`,
    kind: 'refund',
    occurredAt: instantOf(body.processed_at ?? body.created_at),
    orderAlias: idOf(body.order_id) || undefined,
    lines: lines.flatMap((line) => lineOf(objectOf(line.line_item), currency, line.quantity, line.subtotal)),
    amountMinor:
      paid.length > 0
        ? sum(paid.map((one) => one.amount))
        : sum(lines.flatMap((line) => [line.subtotal, line.total_tax])),
    currency,
    reason: textOf(body.note, 500),
  };
}

const PARCEL: Record<string, Draft['kind']> = {
  delivered: 'delivered',
  delayed: 'delayed',
  attempted_delivery: 'delayed',
  failure: 'delayed',
  lost: 'lost',
};

function fulfillment(body: Foreign): Draft[] {
  if (body.status === 'cancelled' || body.status === 'error' || body.status === 'failure') return [];
  const id = idOf(body.id);
  const common = {
    // "#1001.1" is the first parcel of order #1001.
    orderNo: textOf(body.name, 100)?.replace(/\.\d+$/, ''),
    orderAlias: idOf(body.order_id) || undefined,
    person: personOf({}, emailOf(body.email), textOf(objectOf(body.destination).phone, 40)),
    lines: listOf(body.line_items).flatMap((line) => lineOf(line, 'USD', line.quantity, null)),
    meta: { carrier: textOf(body.tracking_company, 100) },
  };
  const shipped: Draft = {
    ...common,
    externalId: `fulfillment:${id}:shipped`,
    kind: 'shipped',
    occurredAt: instantOf(body.created_at),
  };
  const state = textOf(body.shipment_status, 40);
  const kind = state ? PARCEL[state] : undefined;
  if (!kind) return [shipped];
  return [
    shipped,
    {
      ...common,
      externalId: `fulfillment:${id}:${state}`,
      kind,
      occurredAt: instantOf(body.updated_at),
      reason: kind === 'delayed' ? words(state) : undefined,
    },
  ];
}

function returned(body: Foreign): Draft {
  const lines = listOf(body.return_line_items);
  const wanted = listOf(body.exchange_line_items);
  const item = (line: Foreign) => objectOf(objectOf(line.fulfillment_line_item).line_item);
  const reasons = lines.flatMap((line) => [
    words(line.return_reason),
    textOf(line.customer_note ?? line.return_reason_note, 200),
  ]);
  return {
    externalId: `return:${idOf(body.id ?? body.admin_graphql_api_id)}`,
    kind: wanted.length > 0 ? 'exchange' : 'return',
    occurredAt: instantOf(body.created_at),
    orderAlias: idOf(objectOf(body.order).id ?? objectOf(body.order).admin_graphql_api_id) || undefined,
    lines: lines.flatMap((line, at) =>
      lineOf(item(line), 'USD', line.quantity, null).map((one) => ({
        ...one,
        sizeTo: sizeOf(wanted[at]?.variant_title ?? objectOf(wanted[at]?.line_item).variant_title),
      })),
    ),
    reason: [...new Set(reasons.filter((one) => one !== undefined))].join('; ').slice(0, 500) || undefined,
  };
}

function lineOf(
  line: Foreign,
  currency: string,
  qty: unknown = line.quantity,
  amount?: unknown,
): NonNullable<Draft['lines']> {
  const sku = textOf(line.sku);
  const name = textOf(line.title ?? line.name, 300);
  if (!sku && !name) return [];
  const unit = toMinor(line.price, currency);
  const count = countOf(qty ?? 1);
  const off = toMinor(line.total_discount, currency) ?? 0;
  const whole =
    amount === undefined
      ? unit !== undefined && Math.max(0, unit * count - off)
      : amount !== null && toMinor(amount, currency);
  return [
    {
      sku,
      name,
      qty: count,
      size: sizeOf(line.variant_title),
      ...(typeof whole === 'number' ? { amountMinor: whole, currency } : {}),
    },
  ];
}

function personOf(customer: Foreign, email: string | undefined, phone: string | undefined): Draft['person'] {
  const id = idOf(customer.id);
  const name = [textOf(customer.first_name, 90), textOf(customer.last_name, 90)].filter(Boolean).join(' ');
  const mail = email ?? emailOf(customer.email);
  if (!id && !mail && !phone) return undefined;
  // Anybody may type anybody's phone at a checkout: it names a person only where nothing better does.
  const heard = id || mail ? undefined : phone;
  return { externalId: id ? `shopify:${id}` : undefined, email: mail, phone: heard, name: name || undefined };
}
