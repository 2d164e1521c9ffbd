// What a problem is, as everybody outside this feature may know it: its words and the answers about it.
import { z } from 'zod';
import { pageOf } from '../../../../kit/cursor.ts';
import { CLASSES, SENTIMENTS } from '../../../../text/judge.contract.ts';
import { CHANNELS } from '../../../collect/intake/core/feedback.contract.ts';
import { CASE_STATUSES, PRIORITIES, PUBLIC_STAGES } from '../../cases/core/case.contract.ts';
import { PROBLEM_DEEDS } from './problem.state.ts';
import {
  ACTION_STATES,
  ACTION_VERDICTS,
  CAUSE_STANDINGS,
  DIRECTIONS,
  PROBLEM_STATES,
  SEVERITIES,
  SOLVED_HOW,
} from './problem-words.contract.ts';

const instant = z.string();
const named = z.object({ id: z.string(), name: z.string() });
const some = <T extends z.ZodType>(item: T) => z.array(item).max(30).default([]);

/** Which feedback is counted; an empty list means any. The same filters as the explorer's, repeats left out. */
export const measure = z
  .object({
    /** A leaf (`logistics.late`) or a branch (`logistics`). */
    themes: some(z.string().max(80)),
    /** Product ids. */
    products: some(z.string().max(60)),
    channels: some(z.enum(CHANNELS)),
    sentiments: some(z.enum(SENTIMENTS)),
    classes: some(z.enum(CLASSES)),
  })
  .meta({ id: 'Measure' });
export type Measure = z.output<typeof measure>;

/** What a fix is expected to do: the counted feedback becomes fewer or more by this share (0.3 = 30 %). */
export const expectedEffect = z.object({
  measure,
  direction: z.enum(DIRECTIONS).default('down'),
  size: z.number().min(0.02).max(0.95).default(0.3),
});
export type ExpectedEffect = z.output<typeof expectedEffect>;

export const problemRow = z
  .object({
    id: z.string(),
    /** Counts up within the workspace. */
    number: z.number().int(),
    title: z.string(),
    state: z.enum(PROBLEM_STATES),
    severity: z.enum(SEVERITIES),
    owner: named.nullable(),
    themes: z.array(z.string()),
    products: z.array(named),
    cases: z.number().int(),
    openedAt: instant,
    stateAt: instant,
    updatedAt: instant,
    /** Actions not withdrawn, how many of them went live, and the next day on which one is to be reviewed. */
    actions: z.object({ all: z.number().int(), live: z.number().int(), nextReviewOn: z.string().nullable() }),
  })
  .meta({ id: 'ProblemRow' });
export type ProblemRow = z.output<typeof problemRow>;

export const problemCase = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  status: z.enum(CASE_STATUSES),
  publicStage: z.enum(PUBLIC_STAGES),
  priority: z.enum(PRIORITIES),
  voices: z.number().int(),
  openedAt: instant,
});
export type ProblemCase = z.output<typeof problemCase>;

const quote = z.object({ feedbackId: z.string(), text: z.string() });

export const cause = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  category: z.string(),
  text: z.string(),
  standing: z.enum(CAUSE_STANDINGS),
  note: z.string().nullable(),
  /** What speaks for or against it, in customers' masked words and cases. */
  voices: z.array(quote),
  cases: z.array(z.object({ id: z.string(), number: z.number().int(), title: z.string() })),
});
export type Cause = z.output<typeof cause>;

export const correctiveAction = z
  .object({
    id: z.string(),
    problemId: z.string(),
    title: z.string(),
    /** What changes, in words. */
    change: z.string().nullable(),
    owner: named.nullable(),
    dueOn: z.string().nullable(),
    state: z.enum(ACTION_STATES),
    expected: expectedEffect,
    effectiveAt: instant.nullable(),
    reviewOn: z.string(),
    effectiveHow: z.enum(SOLVED_HOW).nullable(),
    reason: z.string().nullable(),
    verdict: z.enum(ACTION_VERDICTS).nullable(),
    ratio: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    judgedAt: instant.nullable(),
  })
  .meta({ id: 'CorrectiveAction' });
export type CorrectiveAction = z.output<typeof correctiveAction>;

export const causeCategory = z.object({
  key: z.string(),
  /** Null where the screen has its own word: `pageproblems:category.<key>`. */
  name: z.string().nullable(),
});
export type CauseCategory = z.output<typeof causeCategory>;

/** Everything the page of a problem needs in one answer; cases and timeline are paged apart. */
export const problemView = problemRow
  .extend({
    statement: z.string().nullable(),
    openedBy: named.nullable(),
    solvedAt: instant.nullable(),
    solvedHow: z.enum(SOLVED_HOW).nullable(),
    solvedReason: z.string().nullable(),
    closedAt: instant.nullable(),
    reopenedCount: z.number().int(),
    members: z.array(named),
    openCases: z.number().int(),
    firstCases: pageOf(problemCase),
    /** Voices that are in no case, newest first, at most 20. */
    voices: z.array(quote),
    causes: z.array(cause),
    categories: z.array(causeCategory),
    correctiveActions: z.array(correctiveAction),
    deeds: z.array(z.enum(PROBLEM_DEEDS)),
  })
  .meta({ id: 'Problem' });
export type ProblemView = z.output<typeof problemView>;
