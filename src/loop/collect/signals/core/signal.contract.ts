// What people do without saying a word: orders, refunds, returns, parcels and visits, as one kind of record from every source.
import { z } from 'zod';
import { personHint } from '../../intake/core/feedback.contract.ts';

/** Order matters only for lists; the group says which family a kind belongs to. */
export const SIGNAL_KINDS = [
  'order_placed',
  'order_paid',
  'order_cancelled',
  'refund',
  'return',
  'exchange',
  'shipped',
  'delivered',
  'delayed',
  'lost',
  'view',
  'watch',
  'add_to_cart',
  'leave',
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

export const SIGNAL_GROUPS = ['order', 'after_sale', 'parcel', 'visit'] as const;
export type SignalGroup = (typeof SIGNAL_GROUPS)[number];

export const GROUP_OF: Record<SignalKind, SignalGroup> = {
  order_placed: 'order',
  order_paid: 'order',
  order_cancelled: 'order',
  refund: 'after_sale',
  return: 'after_sale',
  exchange: 'after_sale',
  shipped: 'parcel',
  delivered: 'parcel',
  delayed: 'parcel',
  lost: 'parcel',
  view: 'visit',
  watch: 'visit',
  add_to_cart: 'visit',
  leave: 'visit',
};

const short = (max: number) => z.string().trim().min(1).max(max);
const minor = z.number().int().min(0).max(1_000_000_000_000);
/** ISO 4217, upper case. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'currency_unreadable');

export const signalLine = z
  .object({
    sku: short(200).optional(),
    name: short(300).optional(),
    qty: z.number().int().min(0).max(100_000).default(1),
    /** Of the whole line, in minor units. */
    amountMinor: minor.optional(),
    currency: currencyCode.optional(),
    size: short(60).optional(),
    /** The size wanted instead, for an exchange. */
    sizeTo: short(60).optional(),
  })
  .refine((line) => line.sku !== undefined || line.name !== undefined, { message: 'line_needs_sku_or_name' });
export type SignalLine = z.output<typeof signalLine>;

/** One signal on its way in. */
export const signalDraft = z.object({
  /** The source's own id for it; (source, externalId) is recorded once. */
  externalId: short(300),
  /** Who says it: `api`, a shop's name; a webhook source puts its own. */
  source: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,60}$/, 'source_unreadable')
    .default('api'),
  kind: z.enum(SIGNAL_KINDS),
  /** When it happened (ISO 8601); the moment of arrival when left out. */
  occurredAt: z.iso.datetime({ offset: true }).optional(),
  person: personHint.optional(),
  /** As the customer knows it; kept as keyed hash and last four characters. */
  orderNo: short(100).optional(),
  /** Another number of the same order, as a platform's internal id: later news that name only this find the order. */
  orderAlias: short(100).optional(),
  lines: z.array(signalLine).max(200).default([]),
  amountMinor: minor.optional(),
  currency: currencyCode.optional(),
  reason: short(500).optional(),
  /** Anything else the source knows; at most 4 KB of JSON. */
  meta: z.record(z.string(), z.unknown()).optional(),
});
export type SignalDraft = z.output<typeof signalDraft>;
export type SignalDraftInput = z.input<typeof signalDraft>;

export const SIGNAL_OUTCOMES = ['recorded', 'duplicate', 'rejected'] as const;
export const signalOutcome = z.object({
  outcome: z.enum(SIGNAL_OUTCOMES),
  id: z.string().nullable(),
  reason: z.string().nullable(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string().optional() })).optional(),
});
export type SignalOutcome = z.output<typeof signalOutcome>;

export const signalBatchAnswer = z.object({
  recorded: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  results: z.array(signalOutcome),
});
export type SignalBatchAnswer = z.output<typeof signalBatchAnswer>;

export const signalView = z
  .object({
    id: z.string(),
    source: z.string(),
    /** The name of the webhook source, where one delivered it. */
    sourceName: z.string().nullable(),
    externalId: z.string(),
    kind: z.enum(SIGNAL_KINDS),
    occurredAt: z.string(),
    receivedAt: z.string(),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    /** Masked: the last four characters. */
    orderNo: z.string().nullable(),
    /** Signals with the same key are about the same order. */
    orderKey: z.string().nullable(),
    amountMinor: z.number().nullable(),
    currency: z.string().nullable(),
    reason: z.string().nullable(),
    lines: z.array(
      z.object({
        product: z.object({ id: z.string(), name: z.string() }).nullable(),
        sku: z.string().nullable(),
        name: z.string().nullable(),
        qty: z.number(),
        amountMinor: z.number().nullable(),
        currency: z.string().nullable(),
        size: z.string().nullable(),
        sizeTo: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Signal' });
export type SignalView = z.output<typeof signalView>;

/** What an order came to, newest news first. */
export const orderView = z
  .object({
    orderKey: z.string(),
    orderNo: z.string(),
    firstAt: z.string(),
    /** Kind of the latest news of it. */
    state: z.enum(SIGNAL_KINDS),
    stateAt: z.string(),
    amountMinor: z.number().nullable(),
    currency: z.string().nullable(),
    products: z.array(z.string()),
    refundedMinor: z.number(),
    returns: z.number(),
  })
  .meta({ id: 'SignalOrder' });
export type OrderView = z.output<typeof orderView>;
