// The route table of cases: reading them and everything that can be done to one.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import {
  CASE_STAGES,
  caseFeedback,
  casePage,
  caseRow,
  caseView,
  customFields,
  EFFORTS,
  PRIORITIES,
  RESOLUTIONS,
  timelineEntry,
} from './case.contract.ts';
import { caseFilterQuery, SORTS } from './case-filter.contract.ts';

const params = z.object({ id: z.string().max(60) });
const feedbackIds = z.array(z.string().max(60)).min(1).max(200);
const words = (max: number) => z.string().trim().min(1).max(max);
/** Every change answers with the line of the case as it is afterwards. */
const ok = caseRow;

const get = <const P extends string>(id: string, path: P, summary: string) =>
  ({ id, method: 'GET', path, summary, access: 'case.read' }) as const;

export const listCasesRoute = route({
  ...get('listCases', '/api/v1/cases', 'Cases by filter or saved view, sorted by due instant, priority or age'),
  query: pageQuery.extend({ view: z.string().max(60).optional(), sort: z.enum(SORTS).optional(), ...caseFilterQuery }),
  ok: casePage,
  refusals: ['unknown_view'],
});
export const getCaseRoute = route({
  ...get('getCase', '/api/v1/cases/:id', 'One case with its feedback, person, clocks, priority and notes'),
  params,
  ok: caseView,
  refusals: ['not_found'],
});
export const listCaseFeedbackRoute = route({
  ...get('listCaseFeedback', '/api/v1/cases/:id/feedback', 'The feedback of a case, in the order it joined'),
  params,
  query: pageQuery,
  ok: pageOf(caseFeedback),
  refusals: ['not_found'],
});
export const getCaseTimelineRoute = route({
  ...get('getCaseTimeline', '/api/v1/cases/:id/timeline', 'Everything that happened to a case, newest first'),
  params,
  query: pageQuery,
  ok: pageOf(timelineEntry),
  refusals: ['not_found'],
});
export const openCaseRoute = route({
  id: 'openCase',
  method: 'POST',
  path: '/api/v1/cases',
  summary: 'Open a case by hand from feedback',
  access: 'case.work',
  body: z.object({
    feedbackIds,
    title: words(200).optional(),
    theme: words(60).optional(),
    priority: z.enum(PRIORITIES).optional(),
    teamId: z.string().max(60).optional(),
    memberId: z.string().max(60).optional(),
  }),
  ok,
  status: 201,
  refusals: ['unknown_feedback', 'feedback_in_case', 'open_case_exists', 'unknown_member', 'unknown_team'],
});
export const joinFeedbackRoute = route({
  id: 'joinFeedback',
  method: 'POST',
  path: '/api/v1/cases/:id/feedback',
  summary: 'Put more feedback into a case',
  access: 'case.work',
  params,
  body: z.object({ feedbackIds }),
  ok,
  refusals: ['not_found', 'case_merged', 'case_closed', 'unknown_feedback', 'feedback_in_case'],
});
export const removeFeedbackRoute = route({
  id: 'removeFeedback',
  method: 'DELETE',
  path: '/api/v1/cases/:id/feedback/:feedbackId',
  summary: 'Take a feedback out of a case it does not belong to',
  access: 'case.work',
  params: params.extend({ feedbackId: z.string().max(60) }),
  ok,
  refusals: ['not_found', 'case_merged', 'case_closed', 'last_feedback'],
});
export const triageCaseRoute = route({
  id: 'triageCase',
  method: 'POST',
  path: '/api/v1/cases/:id/triage',
  summary: 'Accept a new case: it becomes open and leaves the first stage',
  access: 'case.work',
  params,
  body: z.object({ stage: z.enum(CASE_STAGES).optional(), theme: words(60).optional() }).default({}),
  ok,
  refusals: ['not_found', 'case_merged', 'not_new', 'open_case_exists'],
});
export const moveStageRoute = route({
  id: 'moveCaseStage',
  method: 'PUT',
  path: '/api/v1/cases/:id/stage',
  summary: 'Hand the case to the next department',
  access: 'case.work',
  params,
  body: z.object({ stage: z.enum(CASE_STAGES) }),
  ok,
  refusals: ['not_found', 'case_merged', 'case_settled', 'already_there'],
});
export const assignCaseRoute = route({
  id: 'assignCase',
  method: 'PUT',
  path: '/api/v1/cases/:id/assignment',
  summary: 'Give a case to a member, a team or, with `auto`, to the least loaded available member of its team',
  access: 'case.assign',
  params,
  body: z
    .object({
      /** Null takes the owner away; left out keeps him. */
      memberId: z.string().max(60).nullable().optional(),
      teamId: z.string().max(60).nullable().optional(),
      auto: z.boolean().optional(),
    })
    .refine((body) => body.memberId !== undefined || body.teamId !== undefined || body.auto === true, {
      message: 'assignment_empty',
    })
    .refine((body) => !(body.auto && body.memberId), { message: 'assignment_ambiguous' }),
  ok,
  refusals: [
    'not_found',
    'case_merged',
    'case_closed',
    'unknown_member',
    'unknown_team',
    'not_in_team',
    'nobody_available',
  ],
});
export const setPriorityRoute = route({
  id: 'setCasePriority',
  method: 'PUT',
  path: '/api/v1/cases/:id/priority',
  summary: 'Set the priority by hand, with the reason',
  access: 'case.work',
  params,
  body: z.object({ priority: z.enum(PRIORITIES), reason: words(300) }),
  ok,
  refusals: ['not_found', 'case_merged', 'case_closed'],
});
export const clearPriorityRoute = route({
  id: 'clearCasePriority',
  method: 'DELETE',
  path: '/api/v1/cases/:id/priority',
  summary: 'Go back to the computed priority',
  access: 'case.work',
  params,
  ok,
  refusals: ['not_found', 'case_merged', 'case_closed', 'priority_not_by_hand'],
});
export const setEffortRoute = route({
  id: 'setCaseEffort',
  method: 'PUT',
  path: '/api/v1/cases/:id/effort',
  summary: 'Estimate the work; the priority is computed again',
  access: 'case.work',
  params,
  body: z.object({ effort: z.enum(EFFORTS).nullable() }),
  ok,
  refusals: ['not_found', 'case_merged', 'case_closed'],
});
export const changeDetailsRoute = route({
  id: 'changeCaseDetails',
  method: 'PATCH',
  path: '/api/v1/cases/:id',
  summary: 'Change the title, the theme or fields of your own; a field set to null is removed',
  access: 'case.work',
  params,
  body: z.object({
    title: words(200).optional(),
    theme: words(60).nullable().optional(),
    fields: customFields.optional(),
  }),
  ok,
  refusals: ['not_found', 'case_merged', 'case_closed', 'open_case_exists', 'too_many_fields'],
});
export const addNoteRoute = route({
  id: 'addCaseNote',
  method: 'POST',
  path: '/api/v1/cases/:id/notes',
  summary: 'Add a note only members see; whoever is mentioned is notified',
  access: 'case.work',
  params,
  body: z.object({ text: words(10_000), mentions: z.array(z.string().max(60)).max(20).default([]) }),
  ok: z.object({ id: z.string() }),
  status: 201,
  refusals: ['not_found', 'unknown_member'],
});
export const snoozeCaseRoute = route({
  id: 'snoozeCase',
  method: 'PUT',
  path: '/api/v1/cases/:id/snooze',
  summary: 'Put a case aside until an instant',
  access: 'case.work',
  params,
  body: z.object({ until: z.iso.datetime({ offset: true }) }),
  ok,
  refusals: ['not_found', 'case_merged', 'case_settled', 'invalid_instant'],
});
export const wakeCaseRoute = route({
  id: 'wakeCase',
  method: 'DELETE',
  path: '/api/v1/cases/:id/snooze',
  summary: 'Take a case up again before its time',
  access: 'case.work',
  params,
  ok,
  refusals: ['not_found', 'not_snoozed'],
});
export const setStatusRoute = route({
  id: 'setCaseStatus',
  method: 'PUT',
  path: '/api/v1/cases/:id/status',
  summary: 'Wait for the customer, wait for somebody else, or go on working',
  access: 'case.work',
  params,
  body: z.object({ status: z.enum(['open', 'pending', 'on_hold']) }),
  ok,
  refusals: ['not_found', 'case_merged', 'already_open', 'already_pending', 'already_on_hold', 'case_settled'],
});
export const resolveCaseRoute = route({
  id: 'resolveCase',
  method: 'POST',
  path: '/api/v1/cases/:id/resolution',
  summary: 'Resolve a case; everybody who reported it is told once, unless `tell` is false',
  access: 'case.work',
  params,
  body: z.object({
    resolution: z.enum(RESOLUTIONS).default('fixed'),
    /** For members. */
    note: words(2000).nullable().default(null),
    /** For the reporters; without one the workspace's template is used. */
    message: words(5000).nullable().default(null),
    tell: z.boolean().default(true),
  }),
  ok,
  refusals: ['not_found', 'case_merged', 'already_resolved', 'already_verified', 'already_closed'],
});
export const reopenCaseRoute = route({
  id: 'reopenCase',
  method: 'DELETE',
  path: '/api/v1/cases/:id/resolution',
  summary: 'Open a resolved case again',
  access: 'case.work',
  params,
  query: z.object({ reason: words(300).optional() }),
  ok,
  refusals: ['not_found', 'case_merged', 'not_resolved', 'open_case_exists'],
});
export const verifyCaseRoute = route({
  id: 'verifyCase',
  method: 'POST',
  path: '/api/v1/cases/:id/verification',
  summary:
    'Say by hand that the resolution has been seen to help, and how one knows; bound by the gate of the verifying room',
  access: 'case.close',
  params,
  body: z.object({ reason: words(300) }),
  ok,
  refusals: ['not_found', 'case_merged', 'not_resolved', 'already_verified', 'already_closed'],
});
export const closeCaseRoute = route({
  id: 'closeCase',
  method: 'POST',
  path: '/api/v1/cases/:id/closure',
  summary: 'Close a resolved or verified case',
  access: 'case.close',
  params,
  ok,
  refusals: ['not_found', 'case_merged', 'not_resolved', 'already_closed'],
});
