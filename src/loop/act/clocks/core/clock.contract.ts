// All that others may know of clocks: policies as data, the clocks of a case as an answer, news and routes.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { calendarId, idOf, instant, shownName } from './calendar.contract.ts';
import { CLOCK_KINDS, CLOCK_REASONS, CLOCK_STATES } from './clock-history.contract.ts';

export const policyId = idOf('pol');
export const clockId = idOf('clk');
export type PolicyId = z.output<typeof policyId>;
export type ClockId = z.output<typeof clockId>;

/** Fifteen minutes of working time. */
export const DEFAULT_WARN_MS = 15 * 60_000;

/** Cases' priorities, lowest first. */
export const CLOCK_PRIORITIES = ['none', 'low', 'medium', 'high', 'urgent'] as const;

const spanMs = z
  .number()
  .int()
  .min(60_000)
  .max(366 * 86_400_000);
const stageName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'stage_invalid');

// Policies

/** Promises in working time; one left out is not made. */
export const policyTargets = z.object({ frtMs: spanMs.optional(), nrtMs: spanMs.optional(), rtMs: spanMs.optional() });
export type PolicyTargets = z.output<typeof policyTargets>;

export const policyConditions = z.object({
  channels: z.array(z.string().min(1).max(40)).max(50).optional(),
  priorities: z.array(z.enum(CLOCK_PRIORITIES)).max(5).optional(),
  themeIds: z.array(z.string().max(60)).max(200).optional(),
  productIds: z.array(z.string().max(60)).max(500).optional(),
  vip: z.boolean().optional(),
});

/** A promise between departments: how long the team of a stage has. */
export const stageTarget = z.object({
  stage: stageName,
  teamId: z.string().max(60).nullable().default(null),
  targetMs: spanMs,
});

export const escalationAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('notify_owner') }),
  z.object({ type: z.literal('notify_manager') }),
  z.object({ type: z.literal('raise_priority') }),
  z.object({ type: z.literal('reassign_team'), teamId: z.string().min(1).max(60) }),
]);

/** One rung: `afterMs` of working time after the warning or the breach, do this. */
export const escalationStep = z.object({
  on: z.enum(['warn', 'breach']),
  afterMs: z
    .number()
    .int()
    .min(0)
    .max(90 * 86_400_000)
    .default(0),
  /** Which clocks climb; all when left out. */
  clocks: z.array(z.enum(CLOCK_KINDS)).max(4).optional(),
  action: escalationAction,
});
export type EscalationStep = z.output<typeof escalationStep>;

/** What a new policy does when nothing else is said: tell the owner before, the manager after. */
export const DEFAULT_ESCALATION: EscalationStep[] = [
  { on: 'warn', afterMs: 0, action: { type: 'notify_owner' } },
  { on: 'breach', afterMs: 0, action: { type: 'notify_manager' } },
];

export const policyDraft = z.object({
  name: shownName,
  enabled: z.boolean().default(true),
  /** Null: the workspace's default calendar. */
  calendarId: calendarId.nullable().default(null),
  conditions: policyConditions.default({}),
  targets: policyTargets,
  targetsByPriority: z.partialRecord(z.enum(CLOCK_PRIORITIES), policyTargets).optional(),
  stages: z
    .array(stageTarget)
    .max(20)
    .refine((stages) => new Set(stages.map(({ stage }) => stage)).size === stages.length, { message: 'stage_repeated' })
    .default([]),
  warnMs: z
    .number()
    .int()
    .min(0)
    .max(30 * 86_400_000)
    .default(DEFAULT_WARN_MS),
  escalation: z.array(escalationStep).max(20).default(DEFAULT_ESCALATION),
});
export type PolicyDraft = z.output<typeof policyDraft>;

export const policyView = policyDraft.extend({
  id: policyId,
  /** Position in the list, 1 first; the first match wins. */
  position: z.number().int(),
  updatedAt: instant,
});
export type PolicyView = z.output<typeof policyView>;
export type Policy = PolicyDraft;

// Clocks of a case

export const clockView = z.object({
  id: clockId,
  caseId: z.string(),
  kind: z.enum(CLOCK_KINDS),
  stage: z.string().nullable(),
  policyId: policyId.nullable(),
  state: z.enum(CLOCK_STATES),
  round: z.number().int(),
  startedAt: instant,
  dueAt: instant.nullable(),
  warnAt: instant.nullable(),
  breachedAt: instant.nullable(),
  endedAt: instant.nullable(),
  elapsedMs: z.number(),
  remainingMs: z.number(),
  targetMs: z.number(),
  misses: z.number().int(),
  reasons: z.array(z.object({ at: instant, code: z.enum(CLOCK_REASONS) })),
});
export type ClockView = z.output<typeof clockView>;

// News

const clockNews = z.object({
  clockId,
  caseId: z.string(),
  kind: z.enum(CLOCK_KINDS),
  stage: z.string().nullable(),
  round: z.number().int(),
  dueAt: instant.nullable(),
});
export const clockWarned = defineEvent('clock.warned', clockNews);
export const clockBreached = defineEvent('clock.breached', clockNews.extend({ breachedAt: instant }));
export const clockEscalated = defineEvent(
  'clock.escalated',
  clockNews.extend({ step: z.number().int(), on: z.enum(['warn', 'breach']), action: escalationAction }),
);

// Routes

export const POLICY_REFUSALS = [
  'not_found',
  'name_taken',
  'unknown_calendar',
  'unknown_team',
  'incomplete_order',
] as const;

const policyParams = z.object({ id: policyId });
const nothing = z.object({});

export const listPoliciesRoute = route({
  id: 'listClockPolicies',
  method: 'GET',
  path: '/api/v1/clock-policies',
  summary: 'Clock policies in the order in which they are tried',
  access: 'clock.read',
  query: pageQuery,
  ok: pageOf(policyView),
});

export const getPolicyRoute = route({
  id: 'getClockPolicy',
  method: 'GET',
  path: '/api/v1/clock-policies/:id',
  summary: 'One clock policy',
  access: 'clock.read',
  params: policyParams,
  ok: policyView,
  refusals: ['not_found'],
});

export const createPolicyRoute = route({
  id: 'createClockPolicy',
  method: 'POST',
  path: '/api/v1/clock-policies',
  summary: 'Add a clock policy at the end of the list',
  access: 'clock.edit',
  body: policyDraft,
  ok: policyView,
  status: 201,
  refusals: ['name_taken', 'unknown_calendar', 'unknown_team'],
});

export const changePolicyRoute = route({
  id: 'changeClockPolicy',
  method: 'PUT',
  path: '/api/v1/clock-policies/:id',
  summary: 'Change a clock policy; running clocks keep the time used and go by the new promise',
  access: 'clock.edit',
  params: policyParams,
  body: policyDraft,
  ok: policyView,
  refusals: ['not_found', 'name_taken', 'unknown_calendar', 'unknown_team'],
});

export const removePolicyRoute = route({
  id: 'removeClockPolicy',
  method: 'DELETE',
  path: '/api/v1/clock-policies/:id',
  summary: 'Remove a clock policy; clocks already running keep their promise',
  access: 'clock.edit',
  params: policyParams,
  ok: nothing,
  refusals: ['not_found'],
});

export const reorderPoliciesRoute = route({
  id: 'reorderClockPolicies',
  method: 'PUT',
  path: '/api/v1/clock-policy-order',
  summary: 'Put all clock policies into a new order',
  access: 'clock.edit',
  body: z.object({ ids: z.array(policyId).max(500) }),
  ok: z.object({ ids: z.array(policyId) }),
  refusals: ['incomplete_order'],
});

export const listCaseClocksRoute = route({
  id: 'listCaseClocks',
  method: 'GET',
  path: '/api/v1/cases/:id/clocks',
  summary: 'All clocks of a case, read now',
  access: 'case.read',
  params: z.object({ id: z.string() }),
  ok: z.object({ items: z.array(clockView) }),
  refusals: ['not_found'],
});
