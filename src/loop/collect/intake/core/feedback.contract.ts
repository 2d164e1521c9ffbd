// What the one gate takes in and what it says about it: the record every channel delivers.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';

export const CHANNELS = [
  'review',
  'chat',
  'hotline',
  'email',
  'questionnaire',
  'widget',
  'community',
  'social',
  'live',
  'portal',
  'webhook',
  'api',
  'other',
  // Nobody spoke: a rule over orders, refunds and visits noticed something. New names go at the end, tokens count by place.
  'signal',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels in which somebody speaks; what a person may choose for words that come in. */
export const SPOKEN_CHANNELS = CHANNELS.filter((channel) => channel !== 'signal');

const short = (max: number) => z.string().trim().min(1).max(max);

/** A product as the sender knows it: by stock code, by name, or both. */
export const productHint = z
  .object({ sku: short(200).optional(), name: short(300).optional() })
  .refine((hint) => hint.sku !== undefined || hint.name !== undefined, { message: 'product_needs_sku_or_name' });

/** A customer as the sender knows him: any of these joins him to what he said before. */
export const personHint = z.object({
  externalId: short(200).optional(),
  name: short(200).optional(),
  email: z.email().max(320).optional(),
  phone: short(40).optional(),
  locale: z.enum(['zh-CN', 'en']).optional(),
});

/** One voice on its way in. */
export const feedbackDraft = z.object({
  /** The channel's own id for it; (channel, externalId) is recorded once. Made from the content when left out. */
  externalId: short(300).optional(),
  channel: z.enum(CHANNELS),
  /** What was said; 1-20,000 characters. */
  text: z.string().trim().min(1).max(20_000),
  title: short(500).optional(),
  /** Stars 1-5. */
  rating: z.number().min(1).max(5).optional(),
  /** When it was said (ISO 8601); the moment of arrival when left out. */
  occurredAt: z.iso.datetime({ offset: true }).optional(),
  product: productHint.optional(),
  person: personHint.optional(),
  orderNo: short(100).optional(),
  locale: z.enum(['zh-CN', 'en']).optional(),
  /** The feedback this one follows, by external id of the same channel (追评, an answer in a thread). */
  followsExternalId: short(300).optional(),
  /** Anything else the channel knows, kept as it came; at most 8 KB of JSON. */
  meta: z.record(z.string(), z.unknown()).optional(),
});
export type FeedbackDraft = z.output<typeof feedbackDraft>;

export const RECORD_OUTCOMES = ['recorded', 'duplicate', 'quarantined', 'rejected'] as const;

/** What became of one draft. */
export const recordOutcome = z.object({
  outcome: z.enum(RECORD_OUTCOMES),
  /** Feedback id when recorded, quarantined or a duplicate of one that is. */
  id: z.string().nullable(),
  /** Why it was quarantined or rejected. */
  reason: z.string().nullable(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string().optional() })).optional(),
});
export type RecordOutcome = z.output<typeof recordOutcome>;

export const FEEDBACK_STATES = ['accepted', 'quarantined', 'irrelevant'] as const;

const aspectView = z.object({
  aspect: z.string(),
  polarity: z.number(),
  span: z.tuple([z.number(), z.number()]).nullable(),
  confidence: z.number(),
});

/** A feedback as screens and callers see it: always the masked text. */
export const feedbackView = z
  .object({
    id: z.string(),
    channel: z.enum(CHANNELS),
    externalId: z.string(),
    text: z.string(),
    title: z.string().nullable(),
    rating: z.number().nullable(),
    occurredAt: z.string(),
    receivedAt: z.string(),
    state: z.enum(FEEDBACK_STATES),
    stateReason: z.string().nullable(),
    orderNo: z.string().nullable(),
    product: z.object({ id: z.string(), name: z.string(), sku: z.string().nullable() }).nullable(),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    /** Whether something personal was masked and may be revealed. */
    masked: z.boolean(),
    followsId: z.string().nullable(),
    meta: z.record(z.string(), z.unknown()),
    judgement: z
      .object({
        engine: z.string(),
        language: z.string(),
        sentiment: z.enum(['positive', 'neutral', 'negative']),
        sentimentScore: z.number(),
        class: z.enum(['positive', 'neutral', 'negative', 'urgent', 'latent']),
        intents: z.array(z.string()),
        aspects: z.array(aspectView),
        urgency: z.object({ level: z.string(), reason: z.string().nullable() }),
        spamScore: z.number(),
        themes: z.array(z.string()),
        reasons: z.array(z.object({ label: z.string(), kind: z.string(), text: z.string(), weight: z.number() })),
        corrected: z.array(z.string()),
      })
      .nullable(),
    duplicateOfId: z.string().nullable(),
    caseId: z.string().nullable(),
  })
  .meta({ id: 'Feedback' });
export type FeedbackView = z.output<typeof feedbackView>;

const idParam = z.object({ id: z.string() });

export const recordFeedbackRoute = route({
  id: 'recordFeedback',
  method: 'POST',
  path: '/api/v1/feedback',
  summary: 'Record one feedback; answered only when it is durable',
  access: 'feedback.write',
  body: feedbackDraft,
  ok: recordOutcome,
  status: 201,
});

export const recordFeedbackBatchRoute = route({
  id: 'recordFeedbackBatch',
  method: 'POST',
  path: '/api/v1/feedback/batch',
  summary: 'Record up to 1,000 feedback; a bad item is answered as rejected and loses nothing else',
  access: 'feedback.write',
  body: z.object({ items: z.array(z.unknown()).min(1).max(1000) }),
  bodyLimit: 8 * 1024 * 1024,
  ok: z.object({
    recorded: z.number(),
    duplicates: z.number(),
    quarantined: z.number(),
    rejected: z.number(),
    results: z.array(recordOutcome),
  }),
  status: 200,
});

export const revealFeedbackRoute = route({
  id: 'revealFeedback',
  method: 'POST',
  path: '/api/v1/feedback/:id/reveal',
  summary: 'Show the original words once; writes an audit row with the reason given',
  access: 'feedback.reveal',
  params: idParam,
  body: z.object({ reason: z.string().trim().min(3).max(300) }),
  ok: z.object({ text: z.string(), title: z.string().nullable(), orderNo: z.string().nullable() }),
  refusals: ['not_found', 'nothing_masked', 'key_missing'],
});

export const listQuarantineRoute = route({
  id: 'listQuarantine',
  method: 'GET',
  path: '/api/v1/quarantine',
  summary: 'Feedback held back at the door, newest first, with the step and reason that held it',
  access: 'feedback.read',
  query: pageQuery.extend({ reason: z.string().max(60).optional() }),
  ok: pageOf(
    z.object({
      id: z.string(),
      channel: z.string(),
      text: z.string(),
      step: z.string(),
      reason: z.string(),
      receivedAt: z.string(),
    }),
  ),
});

export const releaseFeedbackRoute = route({
  id: 'releaseFeedback',
  method: 'DELETE',
  path: '/api/v1/quarantine/:id',
  summary: 'Let a held-back feedback through; it is judged like any other',
  access: 'feedback.release',
  params: idParam,
  ok: z.object({ id: z.string() }),
  refusals: ['not_found', 'not_quarantined'],
});

/** Formbricks Hub's record, the nearest thing to a standard feedback record. */
export const hubRecord = z.object({
  submission_id: z.string().min(1).max(300),
  collected_at: z.iso.datetime({ offset: true }).optional(),
  source_type: z.string().max(60).optional(),
  source_id: z.string().max(200).nullish(),
  source_name: z.string().max(300).nullish(),
  field_id: z.string().max(200),
  field_label: z.string().max(500).nullish(),
  field_type: z.enum(['text', 'categorical', 'nps', 'csat', 'ces', 'rating', 'number', 'boolean', 'date']),
  value_text: z.string().max(20_000).nullish(),
  value_number: z.number().nullish(),
  value_boolean: z.boolean().nullish(),
  value_date: z.string().nullish(),
  language: z.string().max(20).nullish(),
  user_id: z.string().max(200).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

export const recordHubRoute = route({
  id: 'recordHub',
  method: 'POST',
  path: '/api/v1/feedback/hub',
  summary: 'Take one or up to 1,000 records in the Formbricks Hub format',
  access: 'feedback.write',
  body: z.union([hubRecord, z.array(hubRecord).min(1).max(1000)]),
  bodyLimit: 8 * 1024 * 1024,
  ok: recordFeedbackBatchRoute.ok,
});

/** Steps of the gate, in order; each is counted and timed by this name. */
export const GATE_STEPS = ['validate', 'normalise', 'known', 'mask', 'spam', 'attach', 'seal', 'save'] as const;
export type GateStep = (typeof GATE_STEPS)[number];

export const feedbackRoutes = [
  recordFeedbackRoute,
  recordFeedbackBatchRoute,
  recordHubRoute,
  revealFeedbackRoute,
  listQuarantineRoute,
  releaseFeedbackRoute,
] as const;
