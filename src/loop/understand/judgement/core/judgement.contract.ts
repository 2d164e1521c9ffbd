// What others may know of a judgement: its view, the news of it, how a person corrects it and how it is run again.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { ASPECTS, CLASSES, INTENTS, SENTIMENTS, URGENCY_REASONS } from '../../../../text/judge.contract.ts';
import { LONGEST_KEYWORD, MOST_KEYWORDS } from '../../themes/core/theme.contract.ts';

/** A batch was judged and can be found; at most 1,000 ids. `again` tells a re-judgement, which must open nothing twice. */
export const feedbackJudged = defineEvent(
  'feedback.judged',
  z.object({ feedbackIds: z.array(z.string()), engine: z.string(), again: z.boolean() }),
);

/** A person changed a label, or took the change back (`to` is then the machine's value). Subject: the feedback. */
export const judgementCorrected = defineEvent(
  'judgement.corrected',
  z.object({
    feedbackId: z.string(),
    label: z.string(),
    from: z.unknown(),
    to: z.unknown(),
    takenBack: z.boolean(),
  }),
);

/** The labels a person may correct. */
export const CORRECTABLE = ['sentiment', 'class', 'intents', 'themes', 'aspects', 'urgency', 'spam'] as const;
export type CorrectableLabel = (typeof CORRECTABLE)[number];

/** Said twice is said once. */
const once = <T>(values: T[]): T[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];

/** Schema of the value of each label. */
export const CORRECTION_VALUES = {
  sentiment: z.enum(SENTIMENTS),
  class: z.enum(CLASSES),
  intents: z.array(z.enum(INTENTS)).max(5).overwrite(once),
  /** Keys of leaves of the workspace's taxonomy. */
  themes: z.array(z.string().min(1).max(80)).max(10).overwrite(once),
  aspects: z
    .array(z.object({ aspect: z.enum(ASPECTS), polarity: z.union([z.literal(-1), z.literal(0), z.literal(1)]) }))
    .max(20)
    .overwrite(once),
  /** `null`: not urgent. */
  urgency: z.enum(URGENCY_REASONS).nullable(),
  spam: z.boolean(),
} as const satisfies Record<CorrectableLabel, z.ZodType>;

/** Half-open place in the shown (masked) text, in UTF-16 units. */
export const spanView = z.tuple([z.number().int(), z.number().int()]);

export const aspectView = z.object({
  aspect: z.string(),
  polarity: z.number(),
  span: spanView.nullable(),
  confidence: z.number(),
});

export const reasonView = z.object({
  label: z.string(),
  kind: z.string(),
  text: z.string(),
  weight: z.number(),
  span: spanView.nullable(),
});

/** One correction in force. */
export const correctionView = z.object({
  label: z.enum(CORRECTABLE),
  from: z.unknown(),
  to: z.unknown(),
  byName: z.string(),
  at: z.string(),
});
export type CorrectionView = z.output<typeof correctionView>;

/** The judgement in force: the machine's, with what people corrected. */
export const judgementView = z
  .object({
    engine: z.string(),
    language: z.string(),
    sentiment: z.enum(SENTIMENTS),
    /** -1 … 1. */
    sentimentScore: z.number(),
    class: z.enum(CLASSES),
    intents: z.array(z.string()),
    aspects: z.array(aspectView),
    urgency: z.object({ level: z.string(), reason: z.string().nullable() }),
    spamScore: z.number(),
    emotion: z.string(),
    /** Leaves of the taxonomy, best first. */
    themes: z.array(z.string()),
    reasons: z.array(reasonView),
    /** Labels a person has corrected. */
    corrected: z.array(z.string()),
    judgedAt: z.string(),
  })
  .meta({ id: 'Judgement' });
export type JudgementView = z.output<typeof judgementView>;

const labelParams = z.object({ id: z.string(), label: z.enum(CORRECTABLE) });

export const correctJudgementRoute = route({
  id: 'correctJudgement',
  method: 'PUT',
  path: '/api/v1/feedback/:id/corrections/:label',
  summary: 'Set a label by hand; it is kept when the feedback is judged again',
  access: 'judgement.correct',
  params: labelParams,
  body: z.object({ value: z.unknown() }),
  ok: judgementView,
  refusals: ['not_found', 'invalid_value', 'unknown_theme'],
});

export const takeBackCorrectionRoute = route({
  id: 'takeBackCorrection',
  method: 'DELETE',
  path: '/api/v1/feedback/:id/corrections/:label',
  summary: 'Return a label to what the engine says',
  access: 'judgement.correct',
  params: labelParams,
  ok: judgementView,
  refusals: ['not_found', 'not_corrected'],
});

export const RUN_STATES = ['waiting', 'running', 'paused', 'done', 'cancelled'] as const;

/** Which feedback a re-judgement takes; nothing named = all. */
export const runScope = z.object({
  /** Only what an older engine judged. */
  outdatedOnly: z.boolean().default(false),
  channel: z.string().optional(),
  productId: z.string().optional(),
  theme: z.string().optional(),
  /** Only what holds one of these words: how a theme's new words reach earlier feedback. */
  words: z.array(z.string().min(1).max(LONGEST_KEYWORD)).max(MOST_KEYWORDS).optional(),
  /** ISO instants of when it was said: from (inclusive) and to (exclusive). */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export type RunScope = z.output<typeof runScope>;

export const judgementRunView = z
  .object({
    id: z.string(),
    state: z.enum(RUN_STATES),
    engine: z.string(),
    scope: runScope,
    /** Feedback to look at, counted when the run was asked for. */
    total: z.number(),
    done: z.number(),
    /** How many got another label than before. */
    changed: z.number(),
    /** Feedback by the engine that had judged it before. */
    was: z.record(z.string(), z.number()),
    /** `sentiment:negative>neutral`, `class:…`, `themes`, `intents`, `aspects`, `urgency`, `spam` → how many. */
    moves: z.record(z.string(), z.number()),
    byName: z.string(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'JudgementRun' });
export type JudgementRunView = z.output<typeof judgementRunView>;

export const startJudgementRunRoute = route({
  id: 'startJudgementRun',
  method: 'POST',
  path: '/api/v1/judgement-runs',
  summary: 'Judge feedback again with the present engine, in the background; corrections stay',
  access: 'judgement.rerun',
  body: runScope,
  ok: judgementRunView,
  status: 202,
  refusals: ['invalid_scope', 'run_under_way'],
});

export const listJudgementRunsRoute = route({
  id: 'listJudgementRuns',
  method: 'GET',
  path: '/api/v1/judgement-runs',
  summary: 'Re-judgements, newest first, with progress',
  access: 'feedback.read',
  query: pageQuery,
  ok: pageOf(judgementRunView),
});

export const cancelJudgementRunRoute = route({
  id: 'cancelJudgementRun',
  method: 'DELETE',
  path: '/api/v1/judgement-runs/:id',
  summary: 'Stop a re-judgement; what is done stays done',
  access: 'judgement.rerun',
  params: z.object({ id: z.string() }),
  ok: judgementRunView,
  refusals: ['not_found', 'already_finished'],
});

export const pauseJudgementRunRoute = route({
  id: 'pauseJudgementRun',
  method: 'PUT',
  path: '/api/v1/judgement-runs/:id/pause',
  summary: 'Hold a re-judgement after the batch it is at',
  access: 'judgement.rerun',
  params: z.object({ id: z.string() }),
  ok: judgementRunView,
  refusals: ['not_found', 'already_finished', 'already_paused'],
});

export const resumeJudgementRunRoute = route({
  id: 'resumeJudgementRun',
  method: 'DELETE',
  path: '/api/v1/judgement-runs/:id/pause',
  summary: 'Let a held re-judgement go on where it stopped',
  access: 'judgement.rerun',
  params: z.object({ id: z.string() }),
  ok: judgementRunView,
  refusals: ['not_found', 'not_paused'],
});

/** The engine in use, and how much was judged by an older one. */
export const getEngineRoute = route({
  id: 'getEngine',
  method: 'GET',
  path: '/api/v1/engine',
  summary: 'Name and version of the language engine in use',
  access: 'feedback.read',
  ok: z.object({ engine: z.string() }),
});

export const judgementRoutes = [
  correctJudgementRoute,
  takeBackCorrectionRoute,
  startJudgementRunRoute,
  listJudgementRunsRoute,
  cancelJudgementRunRoute,
  pauseJudgementRunRoute,
  resumeJudgementRunRoute,
  getEngineRoute,
] as const;
