// Reads what WooCommerce tells (REST API v3 resources, sent whole at each change) as signals.

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

/** A product of the shop's catalogue, so that it is known by name before anybody speaks of it. */
export interface ShopProduct {
  sku: string | undefined;
  name: string;
}

/** @returns null for a topic nobody knows */
export function readWooCommerce(topic: string, payload: unknown): { signals: Draft[]; product?: ShopProduct } | null {
  const body = objectOf(payload);
  if (topic === 'product.created' || topic === 'product.updated' || topic === 'product.restored') {
    const name = textOf(body.name, 300);
    return name ? { signals: [], product: { sku: textOf(body.sku), name } } : { signals: [] };
  }
  if (topic === 'order.created' || topic === 'order.updated') return { signals: order(body) };
  if (topic === 'refund.created' || topic === 'order.refunded')
    return { signals: [refund(body, currencyOf(body.currency))] };
  if (topic.startsWith('order.') || topic.startsWith('product.')) return { signals: [] };
  return null;
}

/** An update carries the whole order: every step it has reached is told again and known by its name. */
function order(body: Foreign): Draft[] {
  const id = textOf(body.id, 60) ?? '';
  const currency = currencyOf(body.currency);
  const status = textOf(body.status, 40);
  const changedAt = instantOf(body.date_modified_gmt ?? body.date_created_gmt);
  const common = {
    orderNo: textOf(body.number, 100) ?? id,
    orderAlias: id || undefined,
    person: personOf(body),
    currency,
  };
  const whole = {
    ...common,
    lines: listOf(body.line_items).flatMap((line) => lineOf(line, currency)),
    amountMinor: toMinor(body.total, currency),
  };
  const step = (kind: Draft['kind'], name: string, at: string | undefined, more: object = whole): Draft => ({
    ...more,
    externalId: `order:${id}:${name}`,
    kind,
    occurredAt: at,
  });
  const drafts: Draft[] = [];
  // A draft of a cart is no order yet.
  if (status === 'checkout-draft' || status === 'auto-draft') return drafts;
  drafts.push(step('order_placed', 'placed', instantOf(body.date_created_gmt)));
  const paidAt = instantOf(body.date_paid_gmt);
  if (paidAt) drafts.push(step('order_paid', 'paid', paidAt));
  const completedAt = instantOf(body.date_completed_gmt);
  if (completedAt) drafts.push(step('shipped', 'completed', completedAt));
  if (status === 'cancelled' || status === 'failed')
    drafts.push({ ...step('order_cancelled', 'cancelled', changedAt), reason: status });
  for (const one of listOf(body.refunds)) {
    drafts.push({
      ...common,
      ...refund(one, currency),
      occurredAt: instantOf(one.date_created_gmt) ?? changedAt,
      ...common,
    });
  }
  return drafts;
}

function refund(body: Foreign, currency: string): Draft {
  const orderId = textOf(body.parent_id ?? body.order_id, 60);
  return {
    externalId: `refund:${textOf(body.id, 60) ?? ''}`,
    kind: 'refund',
    occurredAt: instantOf(body.date_created_gmt),
    orderAlias: orderId,
    lines: listOf(body.line_items).flatMap((line) => lineOf(line, currency)),
    amountMinor: toMinor(body.amount ?? body.total, currency),
    currency,
    reason: textOf(body.reason, 500),
  };
}

function lineOf(line: Foreign, currency: string): NonNullable<Draft['lines']> {
  const sku = textOf(line.sku);
  const name = textOf(line.parent_name ?? line.name, 300);
  if (!sku && !name) return [];
  const size = listOf(line.meta_data, 50).find((meta) =>
    /size|尺码|尺寸/i.test(textOf(meta.display_key ?? meta.key) ?? ''),
  );
  const amountMinor = toMinor(line.total, currency);
  return [
    {
      sku,
      name,
      qty: countOf(line.quantity ?? 1),
      size: textOf(size?.display_value ?? size?.value, 60) ?? sizeOf(line.name),
      ...(amountMinor === undefined ? {} : { amountMinor, currency }),
    },
  ];
}

function personOf(body: Foreign): Draft['person'] {
  const billing = objectOf(body.billing);
  const id = textOf(body.customer_id, 60);
  const email = emailOf(billing.email);
  const phone = textOf(billing.phone, 40);
  const name = [textOf(billing.first_name, 90), textOf(billing.last_name, 90)].filter(Boolean).join(' ');
  const known = id !== undefined && id !== '0';
  if (!known && !email && !phone) return undefined;
  // Anybody may type anybody's phone at a checkout: it names a person only where nothing better does.
  const heard = known || email ? undefined : phone;
  return { externalId: known ? `woocommerce:${id}` : undefined, email, phone: heard, name: name || undefined };
}
