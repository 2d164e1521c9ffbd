// What came of a questionnaire: numbers that say what they were divided by and how sure they are.
import { z } from 'zod';
import { FORM_LANGUAGES, QUESTION_KINDS } from './form.contract.ts';

const words = z.record(z.enum(FORM_LANGUAGES), z.string());

/** nps: −100…100 · csat: share of 4 and 5, 0…1 · ces: mean, 1…7. `value` null when nobody answered. */
const scoreResult = z.object({
  value: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  /** Divided by: those who gave a score. */
  answered: z.number(),
  mean: z.number().nullable(),
});
export type ScoreResult = z.output<typeof scoreResult>;

const bar = z.object({ item: z.string(), words: words.nullable(), count: z.number() });

export const questionResult = z.object({
  id: z.string(),
  kind: z.enum(QUESTION_KINDS),
  title: words,
  /** False for a question the latest version no longer asks. */
  current: z.boolean(),
  /** Settled answers whose way led to it. */
  reached: z.number(),
  answered: z.number(),
  /** Who left here. */
  left: z.number(),
  score: scoreResult.nullable(),
  /** Options, scores, or nothing for words. */
  bars: z.array(bar),
  /** matrix: one for each row. */
  rows: z.array(
    z.object({ id: z.string(), words, answered: z.number(), mean: z.number().nullable(), bars: z.array(bar) }),
  ),
});
export type QuestionResult = z.output<typeof questionResult>;

export const formResults = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  version: z.number().nullable(),
  versions: z.array(z.object({ version: z.number(), at: z.string(), started: z.number(), completed: z.number() })),
  started: z.number(),
  completed: z.number(),
  dropped: z.number(),
  screened: z.number(),
  /** Begun and neither finished nor given up yet. */
  going: z.number(),
  /** completed / (completed + dropped + screened), with Wilson's interval. */
  completion: z.object({ share: z.number().nullable(), low: z.number(), high: z.number() }),
  /** Personal invitations sent and answered, over all time. */
  invited: z.object({ sent: z.number(), answered: z.number() }),
  questions: z.array(questionResult),
  /** The first score and the answers by day, week or month of beginning. */
  step: z.enum(['day', 'week', 'month']),
  periods: z.array(
    z.object({ from: z.string(), started: z.number(), completed: z.number(), score: scoreResult.nullable() }),
  ),
});
export type FormResults = z.output<typeof formResults>;
