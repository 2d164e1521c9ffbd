// The review pack of the weekly user-experience meeting 用户互动会: what the week said, what is late, what was decided.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';

export const PACK_STATES = ['draft', 'held'] as const;
export const DECISION_STATES = ['open', 'done', 'dropped'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** A meeting was held: who came, how many decisions. */
export const reviewHeld = defineEvent(
  'review.held',
  z.object({ packId: z.string(), weekFrom: z.string(), decisions: z.number().int(), attended: z.number().int() }),
);
export const reviewDrafted = defineEvent('review.drafted', z.object({ packId: z.string(), weekFrom: z.string() }));
export const reviewChanged = defineEvent('review.changed', z.object({ packId: z.string() }));
export const reviewSettingsChanged = defineEvent(
  'review.settings_changed',
  z.object({ weekday: z.number().nullable(), hour: z.number() }),
);
export const reviewDecided = defineEvent('review.decided', z.object({ packId: z.string(), decisionId: z.string() }));

const share = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  count: z.number().int(),
  of: z.number().int(),
  previous: z.number().nullable(),
});
export type PackShare = z.output<typeof share>;

export const packTheme = z.object({
  key: z.string(),
  zh: z.string(),
  en: z.string(),
  count: z.number().int(),
  previous: z.number().int(),
  negative: z.number().int(),
});
export const packCase = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  status: z.string(),
  priority: z.string(),
  owner: z.string().nullable(),
  voices: z.number().int(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  disputed: z.boolean(),
  /** Whose words the title may be, so that they can be taken out again. */
  personId: z.string().nullable(),
});
export const packQuote = z.object({
  feedbackId: z.string(),
  /** Masked words. */
  text: z.string(),
  channel: z.string(),
  at: z.string(),
  rating: z.number().nullable(),
  theme: z.string().nullable(),
  /** Why it is read aloud. */
  why: z.enum(['rising', 'urgent', 'waiting', 'disputed', 'praise']),
  caseNumber: z.number().nullable(),
  personId: z.string().nullable(),
});
export const packLate = z.object({
  kind: z.enum(['problem', 'action', 'promise']),
  id: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  state: z.string(),
  late: z.boolean(),
  problemId: z.string().nullable(),
  caseId: z.string().nullable(),
  personId: z.string().nullable(),
});

/** What the pack says; taken once when it is made or made anew, so that everybody in the room sees the same. */
export const packFacts = z.object({
  voices: z.object({ value: z.number().int(), previous: z.number().int() }),
  netSentiment: z.object({ value: z.number().nullable(), previous: z.number().nullable() }),
  cases: z.object({
    opened: z.number().int(),
    resolved: z.number().int(),
    verified: z.number().int(),
    late: z.number().int(),
  }),
  firstResponseMs: z.object({ value: z.number().nullable(), previous: z.number().nullable() }),
  csat: share.nullable(),
  ratingResponse: share.nullable(),
  repeat: share.nullable(),
  rising: z.array(packTheme),
  falling: z.array(packTheme),
  urgentCases: z.array(packCase),
  disputedCases: z.array(packCase),
  late: z.array(packLate),
  quotes: z.array(packQuote),
});
export type PackFacts = z.output<typeof packFacts>;

export const decisionView = z.object({
  id: z.string(),
  text: z.string(),
  ownerId: z.string().nullable(),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  state: z.enum(DECISION_STATES),
  /** Why it was dropped, or what was done. */
  note: z.string().nullable(),
  /** The pack it was made in. */
  packId: z.string(),
  weekFrom: z.string(),
  late: z.boolean(),
  /** What it became: a corrective action's problem, or a case. */
  link: z.object({ kind: z.enum(['problem', 'case']), id: z.string() }).nullable(),
  createdAt: z.string(),
  settledAt: z.string().nullable(),
});
export type DecisionView = z.output<typeof decisionView>;

const packHead = {
  id: z.string(),
  /** Monday and Sunday of the week it speaks of. */
  weekFrom: z.string(),
  weekTo: z.string(),
  state: z.enum(PACK_STATES),
  madeBy: z.string(),
  madeAt: z.string(),
  heldAt: z.string().nullable(),
  attended: z.number().int(),
  decisions: z.number().int(),
  openDecisions: z.number().int(),
};
export const packListed = z.object(packHead).meta({ id: 'ReviewPackListed' });
export type PackListed = z.output<typeof packListed>;

export const packView = z
  .object({
    ...packHead,
    timeZone: z.string(),
    facts: packFacts,
    attendance: z.array(z.object({ memberId: z.string(), name: z.string() })),
    notes: z.string(),
    /** Decided in this meeting. */
    decided: z.array(decisionView),
    /** Brought over from earlier meetings: open ones, and those settled since. */
    carried: z.array(decisionView),
  })
  .meta({ id: 'ReviewPack' });
export type PackView = z.output<typeof packView>;

const idParam = z.object({ id: z.string().max(60) });

export const listPacksRoute = route({
  id: 'listReviewPacks',
  method: 'GET',
  path: '/api/v1/review-packs',
  summary: 'Review packs, newest week first',
  access: 'review.read',
  query: pageQuery,
  ok: pageOf(packListed),
});
export const getPackRoute = route({
  id: 'getReviewPack',
  method: 'GET',
  path: '/api/v1/review-packs/:id',
  summary: 'One review pack with its facts, decisions and those carried over',
  access: 'review.read',
  params: idParam,
  ok: packView,
  refusals: ['not_found'],
});
export const makePackRoute = route({
  id: 'makeReviewPack',
  method: 'POST',
  path: '/api/v1/review-packs',
  summary: 'Make the pack of a week, or make its draft anew with the present numbers',
  access: 'review.edit',
  body: z.object({
    /** Any day of the week; the week that ended last when left out. */
    day: z.iso.date().optional(),
  }),
  ok: packView,
  status: 201,
  refusals: ['invalid_period', 'already_held'],
});
export const changePackRoute = route({
  id: 'changeReviewPack',
  method: 'PATCH',
  path: '/api/v1/review-packs/:id',
  summary: 'Note who is there and what was said',
  access: 'review.edit',
  params: idParam,
  body: z.object({
    attendance: z.array(z.string().max(60)).max(100).optional(),
    notes: z.string().max(8000).optional(),
  }),
  ok: packView,
  refusals: ['not_found', 'unknown_member'],
});
export const holdPackRoute = route({
  id: 'holdReviewPack',
  method: 'POST',
  path: '/api/v1/review-packs/:id/held',
  summary: 'The meeting is over: the pack stays as it is, decisions go on to the next',
  access: 'review.edit',
  params: idParam,
  ok: packView,
  refusals: ['not_found', 'already_held', 'nobody_attended'],
});
export const addDecisionRoute = route({
  id: 'addReviewDecision',
  method: 'POST',
  path: '/api/v1/review-packs/:id/decisions',
  summary: 'Record what was decided, who does it and until when',
  access: 'review.edit',
  params: idParam,
  body: z.object({
    text: z.string().trim().min(1).max(500),
    ownerId: z.string().max(60).nullable().default(null),
    dueOn: z.iso.date().nullable().default(null),
    /** The problem or case it speaks of: a corrective action is added there, or a note is left. */
    problemId: z.string().max(60).optional(),
    caseId: z.string().max(60).optional(),
  }),
  ok: packView,
  status: 201,
  refusals: ['not_found', 'unknown_member', 'unknown_problem', 'unknown_case', 'too_many_decisions'],
});
export const changeDecisionRoute = route({
  id: 'changeReviewDecision',
  method: 'PATCH',
  path: '/api/v1/review-decisions/:id',
  summary: 'Change a decision, or say that it is done or dropped and why',
  access: 'review.edit',
  params: idParam,
  body: z.object({
    text: z.string().trim().min(1).max(500).optional(),
    ownerId: z.string().max(60).nullable().optional(),
    dueOn: z.iso.date().nullable().optional(),
    state: z.enum(DECISION_STATES).optional(),
    note: z.string().trim().max(500).nullable().optional(),
  }),
  ok: decisionView,
  refusals: ['not_found', 'unknown_member', 'reason_needed'],
});
export const reviewSettings = z.object({
  /** ISO weekday on which the draft of the past week is made, 1 Monday … 7 Sunday; null never. */
  weekday: z.number().int().min(1).max(7).nullable(),
  /** Hour of the workspace's day. */
  hour: z.number().int().min(0).max(23),
});
export type ReviewSettings = z.output<typeof reviewSettings>;
export const getReviewSettingsRoute = route({
  id: 'getReviewSettings',
  method: 'GET',
  path: '/api/v1/review-settings',
  summary: 'On which weekday the draft of the past week is made',
  access: 'review.read',
  ok: reviewSettings,
});
export const setReviewSettingsRoute = route({
  id: 'setReviewSettings',
  method: 'PUT',
  path: '/api/v1/review-settings',
  summary: 'Choose the weekday and hour of the draft',
  access: 'review.edit',
  body: reviewSettings,
  ok: reviewSettings,
});
