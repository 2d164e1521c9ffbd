// What callers may ask of an ended show: its record, its files, its lines around a second, and to follow something up.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { defineEvent } from '../../../../kit/event.ts';

const idParam = z.object({ id: z.string() });

export const REPORT_STATES = ['ready', 'making', 'running', 'gone'] as const;

export const followupView = z.object({
  ref: z.string(),
  kind: z.enum(['question', 'alert']),
  caseId: z.string(),
  voices: z.number(),
  followedAt: z.string(),
});
export type FollowupView = z.output<typeof followupView>;

export const readShowReportRoute = route({
  id: 'readLiveShowReport',
  method: 'GET',
  path: '/api/v1/live/shows/:id/report',
  summary: 'The record of an ended show (see ShowRecord in the documentation of live rooms); made on first asking',
  access: 'live.read',
  params: idParam,
  ok: z.object({
    /** `making`: ask again soon. `running`: the show is not over. `gone`: its journal was removed after the time it is kept for. */
    state: z.enum(REPORT_STATES),
    /** Events read so far and in all, while it is being made. */
    progress: z.object({ done: z.number(), all: z.number() }).nullable(),
    record: z.record(z.string(), z.unknown()).nullable(),
    followups: z.array(followupView),
  }),
  refusals: ['not_found'],
});

export const remakeShowReportRoute = route({
  id: 'remakeLiveShowReport',
  method: 'POST',
  path: '/api/v1/live/shows/:id/report',
  summary: 'Make the record of a show anew from its journal',
  access: 'live.work',
  params: idParam,
  ok: z.object({ state: z.enum(REPORT_STATES) }),
  status: 202,
  refusals: ['not_found', 'show_not_over', 'journal_gone'],
});

export const FILE_KINDS = ['html', 'pdf', 'json', 'timeline', 'products', 'questions', 'alerts'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const showFileRoute = route({
  id: 'readLiveShowFile',
  method: 'GET',
  path: '/api/v1/live/shows/:id/report/:kind',
  summary:
    'The report of a show as a file: html, pdf, json, or one table as CSV (timeline, products, questions, alerts)',
  access: 'live.read',
  params: z.object({ id: z.string(), kind: z.enum(FILE_KINDS) }),
  query: z.object({ locale: z.enum(['zh-CN', 'en']).optional() }),
  answer: 'file',
  ok: z.null(),
  refusals: ['not_found', 'not_ready'],
});

export const shownLine = z.object({
  seq: z.number(),
  at: z.number(),
  type: z.string(),
  name: z.string().nullable(),
  role: z.string().nullable(),
  text: z.string(),
  amount: z.object({ minor: z.number(), currency: z.string() }).nullable(),
});
export type ShownLine = z.output<typeof shownLine>;

export const readShowLinesRoute = route({
  id: 'readLiveShowLines',
  method: 'GET',
  path: '/api/v1/live/shows/:id/lines',
  summary: 'What was said and done from a second of the show on: at most 300 lines of at most five minutes',
  access: 'live.read',
  params: idParam,
  query: z.object({
    /** Seconds since the start of the show. */
    second: z.coerce.number().min(0).max(172_800),
    seconds: z.coerce.number().min(1).max(300).default(30),
  }),
  ok: z.object({ lines: z.array(shownLine), more: z.boolean() }),
  refusals: ['not_found', 'journal_gone', 'not_ready'],
});

export const followUpRoute = route({
  id: 'followUpLiveShow',
  method: 'POST',
  path: '/api/v1/live/shows/:id/followups',
  summary: 'Turn unanswered questions and alarms of a show into feedback and cases: one case each, once each',
  access: 'case.work',
  params: idParam,
  body: z.object({ refs: z.array(z.string().min(1).max(100)).min(1).max(50) }),
  ok: z.object({
    followups: z.array(followupView),
    /** What could not be followed up, with the reason. */
    left: z.array(z.object({ ref: z.string(), code: z.string() })),
  }),
  refusals: ['not_found', 'not_ready'],
});

export const showReportRoutes = [
  readShowReportRoute,
  remakeShowReportRoute,
  showFileRoute,
  readShowLinesRoute,
  followUpRoute,
] as const;

export const liveReportMade = defineEvent('live.report_made', z.object({ events: z.number() }));
export const liveFollowedUp = defineEvent(
  'live.followed_up',
  z.object({ ref: z.string(), kind: z.string(), caseId: z.string(), voices: z.number() }),
);
