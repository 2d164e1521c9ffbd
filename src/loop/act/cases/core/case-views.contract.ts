// Saved views of the inbox, bulk changes and the bell: what surrounds the work on single cases.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { PRIORITIES, RESOLUTIONS } from './case.contract.ts';
import { caseFilter, SORTS } from './case-filter.contract.ts';

export const viewDraft = z.object({
  name: z.string().trim().min(1).max(80),
  filter: caseFilter,
  sort: z.enum(SORTS).default('due'),
  /** Everybody sees it; needs the permission to edit rules. */
  shared: z.boolean().default(false),
});
export type ViewDraft = z.output<typeof viewDraft>;

export const savedView = z.object({
  /** `viw_…`, or the name of a built-in one. */
  id: z.string(),
  /** Null for a built-in one: its name is `cases:view.<id>`. */
  name: z.string().nullable(),
  filter: caseFilter,
  sort: z.enum(SORTS),
  shared: z.boolean(),
  builtIn: z.boolean(),
  /** Whether the reader may change it. */
  mine: z.boolean(),
  /** Cases it shows now, counted up to 1,000; `more` when there are more. */
  count: z.number().int(),
  more: z.boolean(),
});
export type SavedView = z.output<typeof savedView>;

const params = z.object({ id: z.string().max(60) });
const nothing = z.object({});

export const listViewsRoute = route({
  id: 'listCaseViews',
  method: 'GET',
  path: '/api/v1/case-views',
  summary: 'Built-in, shared and own views of the inbox with their counts',
  access: 'case.read',
  ok: z.object({ items: z.array(savedView) }),
});
export const createViewRoute = route({
  id: 'createCaseView',
  method: 'POST',
  path: '/api/v1/case-views',
  summary: 'Save a view of the inbox',
  access: 'case.read',
  body: viewDraft,
  ok: z.object({ id: z.string() }),
  status: 201,
  refusals: ['forbidden', 'too_many_views'],
});
export const changeViewRoute = route({
  id: 'changeCaseView',
  method: 'PUT',
  path: '/api/v1/case-views/:id',
  summary: 'Change a saved view',
  access: 'case.read',
  params,
  body: viewDraft,
  ok: nothing,
  refusals: ['not_found', 'forbidden'],
});
export const removeViewRoute = route({
  id: 'removeCaseView',
  method: 'DELETE',
  path: '/api/v1/case-views/:id',
  summary: 'Remove a saved view',
  access: 'case.read',
  params,
  ok: nothing,
  refusals: ['not_found', 'forbidden'],
});

/** One change for many cases. */
export const bulkChange = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('assign'),
    memberId: z.string().max(60).nullable().optional(),
    teamId: z.string().max(60).nullable().optional(),
    auto: z.boolean().optional(),
  }),
  z.object({ verb: z.literal('status'), status: z.enum(['open', 'pending', 'on_hold']) }),
  z.object({ verb: z.literal('priority'), priority: z.enum(PRIORITIES), reason: z.string().trim().min(1).max(300) }),
  z.object({
    verb: z.literal('resolve'),
    resolution: z.enum(RESOLUTIONS).default('fixed'),
    note: z.string().trim().min(1).max(2000).nullable().default(null),
    message: z.string().trim().min(1).max(5000).nullable().default(null),
    tell: z.boolean().default(true),
  }),
  z.object({ verb: z.literal('snooze'), until: z.iso.datetime({ offset: true }) }),
  z.object({ verb: z.literal('merge'), intoId: z.string().max(60) }),
  z.object({ verb: z.literal('triage') }),
  z.object({ verb: z.literal('close') }),
]);
export type BulkChange = z.output<typeof bulkChange>;

export const bulkCasesRoute = route({
  id: 'changeCasesInBulk',
  method: 'POST',
  path: '/api/v1/cases/bulk',
  summary: 'One change for up to 200 cases; each answers for itself',
  access: 'case.work',
  body: z.object({ ids: z.array(z.string().max(60)).min(1).max(200), change: bulkChange }),
  ok: z.object({
    done: z.number().int(),
    refused: z.number().int(),
    results: z.array(z.object({ id: z.string(), ok: z.boolean(), reason: z.string().nullable() })),
  }),
});

export const NOTIFICATION_KINDS = [
  'mention',
  'assigned',
  'clock_warned',
  'clock_breached',
  'escalated',
  'woke',
  'rated_low',
  'review_due',
  'promise_due',
  'promise_missed',
  'callback_due',
  'emerging',
] as const;

export const notification = z.object({
  id: z.string(),
  kind: z.enum(NOTIFICATION_KINDS),
  /** What it is about: a case, or something else with its own page. */
  case: z.object({ id: z.string(), number: z.number().int(), title: z.string() }).nullable(),
  about: z.object({ path: z.string(), number: z.number().int(), title: z.string() }).nullable(),
  /** Who did it; null for the product itself. */
  by: z.string().nullable(),
  /** Numbers and words for the sentence `cases:bell.<kind>`. */
  values: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  readAt: z.string().nullable(),
});
export type Notification = z.output<typeof notification>;

export const listNotificationsRoute = route({
  id: 'listNotifications',
  method: 'GET',
  path: '/api/v1/notifications',
  summary: 'What the bell has to say to the reader, newest first',
  access: 'member',
  query: pageQuery.extend({ unread: z.stringbool().optional() }),
  ok: pageOf(notification).extend({
    /** Unread ones, counted up to 100. */
    unread: z.number().int(),
  }),
});
export const readNotificationsRoute = route({
  id: 'readNotifications',
  method: 'PUT',
  path: '/api/v1/notifications/read',
  summary: 'Mark notifications as read; all of them when no ids are given',
  access: 'member',
  body: z.object({ ids: z.array(z.string().max(60)).max(200).optional() }),
  ok: z.object({ read: z.number().int() }),
});
