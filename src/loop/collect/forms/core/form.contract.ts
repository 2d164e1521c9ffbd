// What a questionnaire is: its questions, where an answer leads, its settings, and how others see it.
import { z } from 'zod';

export const FORM_LANGUAGES = ['zh-CN', 'en'] as const;
export type FormLanguage = (typeof FORM_LANGUAGES)[number];

/** nps 0-10 · csat 1-5 · ces 1-7 (7 = very easy) · matrix: rows, each on a scale from 1. */
export const QUESTION_KINDS = [
  'nps',
  'csat',
  'ces',
  'single',
  'multiple',
  'short_text',
  'long_text',
  'matrix',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
export const SCORE_KINDS = ['nps', 'csat', 'ces'] as const;
export type ScoreKind = (typeof SCORE_KINDS)[number];
/** Lowest and highest value of each score. */
export const SCALES: Record<ScoreKind, readonly [number, number]> = { nps: [0, 10], csat: [1, 5], ces: [1, 7] };
/** Longest answers in characters. */
export const MAX_WORDS = { short_text: 200, long_text: 2000, other: 200 } as const;

/** The same words in each language the questionnaire speaks; a missing one is told by `checkForm`, not here. */
const words = (max: number) =>
  z.object({ 'zh-CN': z.string().trim().max(max).default(''), en: z.string().trim().max(max).default('') });
export type Words = Record<FormLanguage, string>;

const name = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/, 'question_name_invalid');
const option = z.object({ id: name, text: words(200) });
export type FormOption = z.output<typeof option>;

export const JUMP_OPS = [
  'at_most',
  'at_least',
  'is',
  'is_not',
  'includes',
  'excludes',
  'answered',
  'unanswered',
  'always',
] as const;
export type JumpOp = (typeof JUMP_OPS)[number];
/** Where a jump may lead besides a question. */
export const END = 'end';

const jump = z.object({
  op: z.enum(JUMP_OPS),
  /** A number for scores, an option's id for choices (`other` is one too), null for the rest. */
  value: z
    .union([z.number(), z.string().max(40)])
    .nullable()
    .default(null),
  /** Id of a later question, or `end`. */
  to: z.string().max(40),
});
export type Jump = z.output<typeof jump>;

export const formQuestion = z.object({
  id: name,
  kind: z.enum(QUESTION_KINDS),
  title: words(300),
  /** A line under the question. */
  help: words(500).default({ 'zh-CN': '', en: '' }),
  required: z.boolean().default(false),
  /** Words at the two ends of a scale; the product's own when empty. */
  low: words(60).default({ 'zh-CN': '', en: '' }),
  high: words(60).default({ 'zh-CN': '', en: '' }),
  /** csat only. */
  look: z.enum(['faces', 'stars']).default('stars'),
  /** single and multiple. */
  options: z.array(option).max(20).default([]),
  /** single and multiple: a last option with a line to write in; its id is `other`. */
  other: z.boolean().default(false),
  /** multiple: at most so many; null for as many as there are. */
  atMost: z.number().int().min(1).max(21).nullable().default(null),
  /** matrix. */
  rows: z.array(option).max(10).default([]),
  scale: z.number().int().min(3).max(7).default(5),
  /** Tried in order once the question is answered; the next question when none holds. */
  jumps: z.array(jump).max(10).default([]),
});
export type FormQuestion = z.output<typeof formQuestion>;

export const formDefinition = z.object({
  languages: z.array(z.enum(FORM_LANGUAGES)).min(1).max(2).default(['zh-CN', 'en']),
  title: words(120),
  intro: words(1000).default({ 'zh-CN': '', en: '' }),
  thanks: words(1000).default({ 'zh-CN': '', en: '' }),
  questions: z.array(formQuestion).max(50),
});
export type FormDefinition = z.output<typeof formDefinition>;

/** `https://shop.example` with an optional port; nothing after it. */
const origin = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^https?:\/\/(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/, 'origin_invalid');

export const formSettings = z.object({
  /** One completed answer a person: by identified person, else by invitation, else by device. */
  once: z.boolean().default(true),
  opensAt: z.iso.datetime({ offset: true }).nullable().default(null),
  closesAt: z.iso.datetime({ offset: true }).nullable().default(null),
  /** Completed answers at most. */
  quota: z.number().int().min(1).max(10_000_000).nullable().default(null),
  /** Completed answers at most with this option (or score) in one question. */
  answerQuota: z
    .object({
      question: z.string().max(40),
      limits: z
        .array(z.object({ value: z.string().max(40), max: z.number().int().min(0).max(10_000_000) }))
        .min(1)
        .max(22),
    })
    .nullable()
    .default(null),
  /** Sites that may show it in a frame and send answers from a script. */
  origins: z.array(origin).max(20).default([]),
  /** An answer nobody went on with for so long counts as dropped. */
  dropAfterHours: z.number().int().min(1).max(720).default(24),
  /** The language shown when nothing says which one the reader has. */
  language: z.enum(FORM_LANGUAGES).default('zh-CN'),
});
export type FormSettings = z.output<typeof formSettings>;

export const FORM_STATES = ['draft', 'open', 'closed'] as const;
export type FormState = (typeof FORM_STATES)[number];

/** What is wrong with a questionnaire and where; `path` is that of the definition or `settings…`. */
export const formProblem = z.object({ path: z.string(), code: z.string() });
export type FormProblem = z.output<typeof formProblem>;

/** A score somebody gave. */
export const givenScore = z.object({
  question: z.string(),
  kind: z.enum(SCORE_KINDS),
  score: z.number(),
});
export type GivenScore = z.output<typeof givenScore>;

/**
 * A value as it is sent and kept: a number for scores, a text for words, `{options, other?}` for choices,
 * `{rows: {row: number}}` for a matrix; null takes an answer back.
 */
export const answerValue = z.union([
  z.number(),
  z.string().max(5000),
  z.object({ options: z.array(z.string().max(40)).max(21), other: z.string().max(1000).optional() }),
  z.object({ rows: z.record(z.string().max(40), z.number()) }),
  z.null(),
]);
export type AnswerValue = z.output<typeof answerValue>;
export type Answers = Record<string, AnswerValue>;

export const ANSWER_STATES = ['started', 'completed', 'dropped', 'screened'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];
export const IDENTIFIED_BY = ['person', 'invitation', 'device', 'nothing'] as const;
export type IdentifiedBy = (typeof IDENTIFIED_BY)[number];

const shortText = (max: number) => z.string().trim().min(1).max(max).optional();
/** Where and about what it was answered; signed in the address, so that nobody writes his own. */
export const formContext = z.object({
  place: shortText(80),
  sku: shortText(80),
  product: shortText(120),
  batch: shortText(60),
  orderNo: shortText(60),
});
export type FormContext = z.output<typeof formContext>;
