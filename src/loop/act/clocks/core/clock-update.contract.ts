// What else others may know: news of edited calendars and policies, how far an edit has reached, and trying promises out.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { calendarSchema } from '../../../../kit/calendar/calendar.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { calendarId, idOf, instant } from './calendar.contract.ts';
import { CLOCK_PRIORITIES, DEFAULT_WARN_MS, policyDraft, policyId } from './clock.contract.ts';
import { CLOCK_KINDS } from './clock-history.contract.ts';

// News, for the audit log

const named = z.object({ name: z.string() });
export const calendarCreated = defineEvent('calendar.created', named);
export const calendarChanged = defineEvent(
  'calendar.changed',
  z.object({ name: z.string(), from: z.object({ name: z.string() }), hoursChanged: z.boolean() }),
);
export const calendarRemoved = defineEvent('calendar.removed', named);
export const calendarMadeDefault = defineEvent('calendar.made_default', named);
export const policyCreated = defineEvent('policy.created', named);
export const policyChanged = defineEvent(
  'policy.changed',
  z.object({ name: z.string(), from: policyDraft, to: policyDraft }),
);
export const policyRemoved = defineEvent('policy.removed', named);
export const policiesReordered = defineEvent('policy.reordered', z.object({ ids: z.array(z.string()) }));

/** Clocks of these cases moved without anything happening to the case: an edited promise, or a snooze that ran out. At most 1,000. */
export const clockMoved = defineEvent('clock.moved', z.object({ caseIds: z.array(z.string()) }));

// How far an edit has reached

export const CLOCK_UPDATE_STATES = ['running', 'done', 'superseded'] as const;

export const clockUpdateView = z.object({
  id: idOf('clu'),
  /** What was edited: the policies (or the default calendar), or the hours of one calendar. */
  cause: z.enum(['policies', 'calendar']),
  subjectId: z.string().nullable(),
  /** `superseded`: a later edit covers the rest. */
  state: z.enum(CLOCK_UPDATE_STATES),
  /** Cases under way when it began. */
  total: z.number().int(),
  lookedAt: z.number().int(),
  /** Cases whose promise or hours became different ones. */
  changed: z.number().int(),
  startedAt: instant,
  finishedAt: instant.nullable(),
});
export type ClockUpdateView = z.output<typeof clockUpdateView>;

export const listClockUpdatesRoute = route({
  id: 'listClockUpdates',
  method: 'GET',
  path: '/api/v1/clock-updates',
  summary: 'Edits of calendars and policies on their way to the cases under way, newest first',
  access: 'clock.read',
  query: pageQuery,
  ok: pageOf(clockUpdateView),
});

// Trying out

/** An instant clocks can be reckoned from: the years 1970 to 2199. */
const reckonable = instant.refine((text) => text >= '1970' && text < '2200', { message: 'date_invalid' });
const span = z
  .number()
  .int()
  .min(60_000)
  .max(366 * 86_400_000);

export const previewCalendarRoute = route({
  id: 'previewCalendar',
  method: 'POST',
  path: '/api/v1/calendars/preview',
  summary:
    'When a span of working time that starts at an instant falls due on given hours, and over which stretches it runs',
  access: 'clock.read',
  body: z.object({
    hours: calendarSchema,
    startAt: reckonable,
    targetMs: span,
    warnMs: z
      .number()
      .int()
      .min(0)
      .max(30 * 86_400_000)
      .default(DEFAULT_WARN_MS),
  }),
  ok: z.object({
    /** Null when these hours never open long enough. */
    dueAt: instant.nullable(),
    warnAt: instant.nullable(),
    /** Open time that is counted, in order; the first 60. */
    stretches: z.array(z.object({ from: instant, to: instant, ms: z.number() })),
    moreStretches: z.boolean(),
  }),
});

export const clockFacts = z.object({
  channel: z.string().max(40).nullable().default(null),
  priority: z.enum(CLOCK_PRIORITIES).default('medium'),
  themeIds: z.array(z.string().max(60)).max(50).default([]),
  productIds: z.array(z.string().max(60)).max(50).default([]),
  vip: z.boolean().default(false),
});

export const simulatePoliciesRoute = route({
  id: 'simulateClockPolicies',
  method: 'POST',
  path: '/api/v1/clock-policies/simulation',
  summary: 'Which policy a case with these facts would fall under, and when each of its clocks would fall due',
  access: 'clock.read',
  body: z.object({ facts: clockFacts, openedAt: reckonable }),
  ok: z.object({
    policyId: policyId.nullable(),
    policyName: z.string().nullable(),
    calendarId,
    clocks: z.array(
      z.object({
        kind: z.enum(CLOCK_KINDS),
        stage: z.string().nullable(),
        targetMs: z.number(),
        warnAt: instant.nullable(),
        dueAt: instant.nullable(),
      }),
    ),
  }),
});
