// What a case is, as everybody outside this feature may know it: its words, the answers about it and the refusals it gives.
import { z } from 'zod';
import { pageOf } from '../../../../kit/cursor.ts';
import { judgementView } from '../../../understand/judgement/core/judgement.contract.ts';
import { clockView } from '../../clocks/core/clock.contract.ts';

export const CASE_STATUSES = ['new', 'open', 'pending', 'on_hold', 'resolved', 'verified', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Statuses in which somebody still owes work: the ones with running clocks and at most one case a person and theme. */
export const OPEN_STATUSES = ['new', 'open', 'pending', 'on_hold'] as const satisfies readonly CaseStatus[];

/** What the reporter is shown. */
export const PUBLIC_STAGES = ['received', 'in_progress', 'waiting_for_you', 'resolved', 'verified'] as const;
export type PublicStage = (typeof PUBLIC_STAGES)[number];

export const PRIORITIES = ['none', 'low', 'medium', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const EFFORTS = ['small', 'medium', 'large'] as const;
export type Effort = (typeof EFFORTS)[number];

/** Which department holds the case; stage clocks run by these names. */
export const CASE_STAGES = ['collect', 'classify', 'handle', 'confirm'] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** How the matter was settled. */
export const RESOLUTIONS = ['fixed', 'explained', 'replaced', 'refunded', 'compensated', 'no_fault', 'other'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export const PRIORITY_PARTS = ['reach', 'severity', 'value', 'trend', 'effort'] as const;

/** One visible part of a priority: `score = Σ value × weight` of the first four, divided by the weight of effort. */
export const priorityPart = z.object({
  part: z.enum(PRIORITY_PARTS),
  /** 0-1, how strong this part is; for effort the divisor itself. */
  value: z.number(),
  weight: z.number(),
  /** Key of the sentence that says why, under `cases:why`. */
  whyKey: z.string(),
  /** Numbers and words for that sentence. */
  whyValues: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PriorityPart = z.output<typeof priorityPart>;

const instant = z.string();
const named = z.object({ id: z.string(), name: z.string() });

/** A case as a line of a list. Instants are ISO 8601. */
export const caseRow = z
  .object({
    id: z.string(),
    /** Counts up within the workspace; what people call the case. */
    number: z.number().int(),
    title: z.string(),
    status: z.enum(CASE_STATUSES),
    publicStage: z.enum(PUBLIC_STAGES),
    stage: z.enum(CASE_STAGES),
    priority: z.enum(PRIORITIES),
    /** 0-100. */
    score: z.number(),
    /** Set by hand; the computed one waits behind it. */
    priorityByHand: z.boolean(),
    theme: z.string().nullable(),
    channel: z.string().nullable(),
    product: named.nullable(),
    person: z.object({ id: z.string(), name: z.string().nullable(), tier: z.enum(['standard', 'vip']) }).nullable(),
    owner: named.nullable(),
    team: named.nullable(),
    /** How many feedback, and how many different known people said it. */
    voices: z.number().int(),
    people: z.number().int(),
    /** `urgent`, `low_rating`, `complaint`, `manual` or the id of a rule. */
    openedBy: z.string(),
    openedAt: instant,
    lastVoiceAt: instant,
    firstReplyAt: instant.nullable(),
    resolvedAt: instant.nullable(),
    snoozedUntil: instant.nullable(),
    /** The next clock to fall due. `late` once any running clock is past due, `soon` once warned. */
    nextDue: z
      .object({ at: instant.nullable(), kind: z.string().nullable(), state: z.enum(['on_time', 'soon', 'late']) })
      .nullable(),
    mergedIntoId: z.string().nullable(),
  })
  .meta({ id: 'CaseRow' });
export type CaseRow = z.output<typeof caseRow>;
export const casePage = pageOf(caseRow);

export const JOINED_HOW = ['opened', 'rule', 'manual', 'merge', 'message'] as const;

/** One feedback of a case with what the engine made of it. The text is the masked one. */
export const caseFeedback = z
  .object({
    feedbackId: z.string(),
    how: z.enum(JOINED_HOW),
    joinedAt: instant,
    /** The case it came with, when it came by a merge. */
    fromCaseId: z.string().nullable(),
    channel: z.string(),
    title: z.string().nullable(),
    text: z.string(),
    rating: z.number().nullable(),
    occurredAt: instant,
    masked: z.boolean(),
    personId: z.string().nullable(),
    product: named.nullable(),
    judgement: judgementView.nullable(),
  })
  .meta({ id: 'CaseFeedback' });
export type CaseFeedback = z.output<typeof caseFeedback>;

export const caseNote = z.object({
  id: z.string(),
  author: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  text: z.string(),
  mentions: z.array(named),
  createdAt: instant,
});
export type CaseNote = z.output<typeof caseNote>;

/** What may be done to the case now, from the status machine; the console offers only these. */
export const CASE_ACTIONS = [
  'triage',
  'continue',
  'wait_for_customer',
  'wait_for_third_party',
  'resolve',
  'reopen',
  'verify',
  'close',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** Values of a workspace's own fields. */
export const customFields = z.record(
  z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'field_name_invalid'),
  z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]),
);

const pointer = z.object({ id: z.string(), number: z.number().int(), title: z.string() });

/** Everything the case page needs in one answer; the timeline is paged apart. */
export const caseView = caseRow
  .extend({
    parts: z.array(priorityPart),
    /** What the parts alone would give. */
    computedPriority: z.enum(PRIORITIES),
    priorityReason: z.string().nullable(),
    effort: z.enum(EFFORTS).nullable(),
    fields: customFields,
    resolution: z.enum(RESOLUTIONS).nullable(),
    resolutionNote: z.string().nullable(),
    closedAt: instant.nullable(),
    verifiedAt: instant.nullable(),
    reopenedCount: z.number().int(),
    mergedInto: pointer.nullable(),
    /** Cases merged into this one, newest first, at most 50. */
    merged: z.array(pointer),
    personCard: z
      .object({
        id: z.string(),
        name: z.string().nullable(),
        tier: z.enum(['standard', 'vip']),
        locale: z.string().nullable(),
        since: instant,
        lastVoiceAt: instant.nullable(),
        /** Other cases of this person, newest first, at most 10. */
        otherCases: z.array(pointer.extend({ status: z.enum(CASE_STATUSES), theme: z.string().nullable() })),
      })
      .nullable(),
    /** The first 50, oldest first; `GET /cases/:id/feedback` pages on. */
    feedback: pageOf(caseFeedback),
    clocks: z.array(clockView),
    /** Newest last, at most 200. */
    notes: z.array(caseNote),
    actions: z.array(z.enum(CASE_ACTIONS)),
  })
  .meta({ id: 'Case' });
export type CaseView = z.output<typeof caseView>;

/** One line of a case's history. `data` is the event's own. */
export const timelineEntry = z.object({
  id: z.string(),
  type: z.string(),
  at: instant,
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  data: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.output<typeof timelineEntry>;
