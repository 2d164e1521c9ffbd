// What is asked to begin an interaction, and the rules it then keeps. Nothing in it can read what people feel or what they spend.
import { z } from 'zod';

/** Signs that turn the words around them about, wherever these are shown. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const line = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(TURNING, ''))
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text));
const base = {
  title: line(100),
  /** How long entries are taken, in seconds; null until somebody closes it. */
  seconds: z.number().int().min(5).max(86_400).nullable().default(null),
  /** Word that counts as an entry when typed as danmaku. */
  keyword: line(20).nullable().default(null),
  /** Only viewers count whom the shop has vouched for with a signed identity. */
  signedOnly: z.boolean().optional(),
};

export const interactionDraft = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('poll'),
    ...base,
    options: z.array(line(60)).min(2).max(9),
    /** A second vote changes nothing, or takes the place of the first as long as the poll is open. */
    secondVote: z.enum(['ignored', 'replaces']).default('ignored'),
    /** Votes are shown all the time, or only when it is over. */
    shows: z.enum(['always', 'final']).default('always'),
    /** Whether the number of an option typed as danmaku counts. */
    typed: z.boolean().default(true),
  }),
  z.object({
    kind: z.literal('quiz'),
    ...base,
    options: z.array(line(60)).min(2).max(9),
    /** Number of the right option, from 1; its hash is published at the opening. */
    answer: z.number().int().min(1).max(9),
    typed: z.boolean().default(true),
  }),
  z.object({ kind: z.literal('qna'), ...base }),
  z.object({
    kind: z.literal('coupon'),
    ...base,
    /** What it is worth, in words. */
    value: line(120),
    quantity: z.number().int().min(1).max(1_000_000).nullable().default(null),
  }),
  z.object({ kind: z.literal('checkin'), ...base }),
  z.object({
    kind: z.literal('rollcall'),
    ...base,
    /** What those who agree are thanked for, in words: never for what they spent or how they judged. */
    thanksFor: line(120),
  }),
]);
export type InteractionDraft = z.output<typeof interactionDraft>;
export type OwnKind = InteractionDraft['kind'];

/** Keys that danmaku may type: the number of the option. */
export function optionKeys(draft: InteractionDraft): string[] {
  return 'options' in draft ? draft.options.map((_, at) => String(at + 1)) : [];
}

/** Why a question is not shown; a disagreeable one is not among the reasons. */
export const QUESTION_HIDES = ['repeated', 'off_topic', 'personal_data', 'abuse', 'advertising'] as const;
export type QuestionHide = (typeof QUESTION_HIDES)[number];
