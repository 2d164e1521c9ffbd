// The route table of problems: reading them, their cases, causes and corrective actions, and everything that can be done to them.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { RESOLUTIONS, timelineEntry } from '../../cases/core/case.contract.ts';
import { problemCase, problemRow, problemView } from './problem.contract.ts';
import { PROBLEM_DEEDS } from './problem.state.ts';
import { PROBLEM_STATES, SEVERITIES } from './problem-words.contract.ts';

const params = z.object({ id: z.string().max(60) });
const id = z.string().max(60);
const words = (max: number) => z.string().trim().min(1).max(max);
const ids = (max: number) => z.array(id).max(max);
const list = (max: number, length: number) => z.array(z.string().max(length)).max(max);
/** One value, or the same query key several times: any of them fits. */
const many = <T extends z.ZodType<string>>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? undefined : Array.isArray(value) ? value : [value]),
    z.array(item).max(30).optional(),
  ) as z.ZodType<z.output<T>[] | undefined, z.output<T> | z.output<T>[] | undefined>;

const read = { method: 'GET', access: 'problem.read' } as const;
const edit = { access: 'problem.edit', ok: problemView } as const;

export const listProblemsRoute = route({
  ...read,
  id: 'listProblems',
  path: '/api/v1/problems',
  summary: 'Problems, newest first',
  query: pageQuery.extend({
    state: many(z.enum(PROBLEM_STATES)).optional(),
    severity: many(z.enum(SEVERITIES)).optional(),
    owner: id.optional(),
    theme: z.string().max(80).optional(),
    q: z.string().max(100).optional(),
  }),
  ok: pageOf(problemRow),
});
export const getProblemRoute = route({
  ...read,
  id: 'getProblem',
  path: '/api/v1/problems/:id',
  summary: 'One problem with its causes, corrective actions and first cases',
  params,
  ok: problemView,
  refusals: ['not_found'],
});
export const listProblemCasesRoute = route({
  ...read,
  id: 'listProblemCases',
  path: '/api/v1/problems/:id/cases',
  summary: 'The cases of a problem, newest first',
  params,
  query: pageQuery.extend({ open: z.stringbool().optional() }),
  ok: pageOf(problemCase),
  refusals: ['not_found'],
});
export const suggestProblemCasesRoute = route({
  ...read,
  id: 'suggestProblemCases',
  path: '/api/v1/problems/:id/suggested-cases',
  summary: 'Cases of the same themes and products that belong to no problem yet, newest first, at most 50',
  params,
  ok: z.object({ items: z.array(problemCase) }),
  refusals: ['not_found'],
});
export const getProblemTimelineRoute = route({
  ...read,
  id: 'getProblemTimeline',
  path: '/api/v1/problems/:id/timeline',
  summary: 'Everything that happened to a problem, newest first',
  params,
  query: pageQuery,
  ok: pageOf(timelineEntry),
  refusals: ['not_found'],
});
export const problemOfCaseRoute = route({
  ...read,
  id: 'problemOfCase',
  path: '/api/v1/cases/:id/problem',
  summary: 'The problem a case belongs to, if any',
  params,
  ok: z.object({ problem: problemRow.nullable() }),
  refusals: ['not_found'],
});
export const openProblemRoute = route({
  ...edit,
  id: 'openProblem',
  method: 'POST',
  path: '/api/v1/problems',
  summary: 'Open a problem by hand, from cases, feedback or a theme',
  body: z.object({
    title: words(200),
    statement: words(4000).nullable().default(null),
    severity: z.enum(SEVERITIES).default('medium'),
    ownerId: id.nullable().default(null),
    themes: list(30, 80).default([]),
    productIds: ids(30).default([]),
    /** Cases it begins with. Feedback brings its case along, or stands for itself when it is in none. */
    caseIds: ids(200).default([]),
    feedbackIds: ids(200).default([]),
  }),
  status: 201,
  refusals: [
    'unknown_case',
    'unknown_feedback',
    'unknown_member',
    'unknown_theme',
    'unknown_product',
    'case_in_problem',
  ],
});
export const changeProblemRoute = route({
  ...edit,
  id: 'changeProblem',
  method: 'PATCH',
  path: '/api/v1/problems/:id',
  summary: 'Change what a problem says, who owns it and who works on it',
  params,
  body: z
    .object({
      title: words(200),
      statement: words(4000).nullable(),
      severity: z.enum(SEVERITIES),
      ownerId: id.nullable(),
      /** The task force. */
      memberIds: ids(50),
      themes: list(30, 80),
      productIds: ids(30),
    })
    .partial(),
  refusals: ['not_found', 'unknown_member', 'unknown_theme', 'unknown_product'],
});
export const moveProblemRoute = route({
  ...edit,
  id: 'moveProblem',
  method: 'POST',
  path: '/api/v1/problems/:id/state',
  summary: 'Move a problem on: analyse, act, watch, solve, close, reopen',
  params,
  body: z.object({
    deed: z.enum(PROBLEM_DEEDS).exclude(['judged_improved']),
    /** Needed to solve by hand, to close what was not solved, and to reopen. */
    reason: words(1000).nullable().default(null),
  }),
  refusals: [
    'not_found',
    'missing_reason',
    'already_analysing',
    'already_acting',
    'already_watching',
    'already_solved',
    'already_closed',
    'problem_settled',
    'problem_not_settled',
  ],
});
export const addProblemCasesRoute = route({
  ...edit,
  id: 'addProblemCases',
  method: 'POST',
  path: '/api/v1/problems/:id/cases',
  summary: 'Put cases, or feedback that is in no case, under a problem',
  params,
  body: z.object({ caseIds: ids(200).default([]), feedbackIds: ids(200).default([]) }),
  refusals: ['not_found', 'unknown_case', 'unknown_feedback', 'case_in_problem', 'problem_settled'],
});
export const removeProblemCaseRoute = route({
  ...edit,
  id: 'removeProblemCase',
  method: 'DELETE',
  path: '/api/v1/problems/:id/cases/:caseId',
  summary: 'Take a case out of a problem',
  params: params.extend({ caseId: id }),
  refusals: ['not_found'],
});
export const resolveProblemCasesRoute = route({
  id: 'resolveProblemCases',
  method: 'POST',
  path: '/api/v1/problems/:id/resolve-cases',
  summary: 'Resolve the open cases of a problem with one message; each person is told once',
  access: 'case.work',
  params,
  body: z.object({
    resolution: z.enum(RESOLUTIONS).default('fixed'),
    note: words(2000).nullable().default(null),
    /** For the reporters; the workspace's template when null. */
    message: words(5000).nullable().default(null),
    tell: z.boolean().default(true),
  }),
  /** At most 200 in one call; `left` are still open and want another. */
  ok: z.object({
    resolved: z.number().int(),
    told: z.number().int(),
    refused: z.number().int(),
    left: z.number().int(),
  }),
  refusals: ['not_found'],
});
