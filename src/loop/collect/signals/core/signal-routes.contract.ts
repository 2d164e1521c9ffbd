// Addresses at which signals come in and are looked at.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import {
  orderView,
  SIGNAL_GROUPS,
  SIGNAL_KINDS,
  signalBatchAnswer,
  signalDraft,
  signalOutcome,
  signalView,
} from './signal.contract.ts';

const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value !== '' ? value.split(',') : value),
    z.array(item).max(20),
  );

export const recordSignalRoute = route({
  id: 'recordSignal',
  method: 'POST',
  path: '/api/v1/signals',
  summary: 'Record one order, refund, return, parcel or visit; answered only when it is durable',
  access: 'signal.write',
  body: signalDraft,
  ok: signalOutcome,
  status: 201,
});
export const recordSignalBatchRoute = route({
  id: 'recordSignalBatch',
  method: 'POST',
  path: '/api/v1/signals/batch',
  summary: 'Record up to 1,000 signals; a bad one is answered as rejected and loses nothing else',
  access: 'signal.write',
  body: z.object({ items: z.array(z.unknown()).min(1).max(1000) }),
  bodyLimit: 8 * 1024 * 1024,
  ok: signalBatchAnswer,
});
export const listSignalsRoute = route({
  id: 'listSignals',
  method: 'GET',
  path: '/api/v1/signals',
  summary: 'Signals, newest first; by kind, family, source, person or order',
  access: 'signal.read',
  query: pageQuery.extend({
    kind: many(z.enum(SIGNAL_KINDS)).optional(),
    group: z.enum(SIGNAL_GROUPS).optional(),
    source: z.string().max(60).optional(),
    person: z.string().max(60).optional(),
    product: z.string().max(60).optional(),
    /** A whole order number, or its last four characters. */
    order: z.string().trim().max(100).optional(),
    /** Local days, both included. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  ok: pageOf(signalView),
});
export const listSignalSourcesInUseRoute = route({
  id: 'listSignalSourcesInUse',
  method: 'GET',
  path: '/api/v1/signals/sources',
  summary: 'Who has delivered signals, with counts of the last 30 days',
  access: 'signal.read',
  ok: z.object({
    items: z.array(
      z.object({ source: z.string(), name: z.string().nullable(), last30Days: z.number(), lastAt: z.string() }),
    ),
  }),
});
export const personOrdersRoute = route({
  id: 'listPersonOrders',
  method: 'GET',
  path: '/api/v1/people/:id/orders',
  summary: 'The latest orders of a customer, what became of each, and his visits',
  access: 'signal.read',
  params: z.object({ id: z.string().max(60) }),
  query: z.object({ limit: z.coerce.number().int().min(1).max(20).default(5) }),
  ok: z.object({
    items: z.array(orderView),
    /** All orders, refunds and returns on record. */
    orders: z.number(),
    refunds: z.number(),
    returns: z.number(),
    lastVisitAt: z.string().nullable(),
  }),
  refusals: ['not_found'],
});
export const signalDaysRoute = route({
  id: 'listSignalDays',
  method: 'GET',
  path: '/api/v1/signals/days',
  summary: 'Orders, refunds, returns and parcels a day, of the shop or one product',
  access: 'signal.read',
  query: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    product: z.string().max(60).optional(),
  }),
  ok: z.object({
    days: z.array(
      z.object({
        day: z.string(),
        orders: z.number(),
        refunds: z.number(),
        returns: z.number(),
        exchanges: z.number(),
        delayed: z.number(),
        lost: z.number(),
      }),
    ),
  }),
  refusals: ['invalid_period'],
});

export const signalRoutes = [
  recordSignalRoute,
  recordSignalBatchRoute,
  listSignalsRoute,
  listSignalSourcesInUseRoute,
  personOrdersRoute,
  signalDaysRoute,
] as const;
