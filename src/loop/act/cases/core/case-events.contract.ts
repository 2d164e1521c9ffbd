// The news of a case. The subject of each is the case's id, so that its timeline is the list of these.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';
import { CASE_STATUSES, PRIORITIES, RESOLUTIONS } from './case.contract.ts';

const ids = z.array(z.string());

/** `feedbackIds` holds at most 1,000; a case opened by a rule grows by `case.feedback_joined`. */
export const caseOpened = defineEvent(
  'case.opened',
  z.object({
    feedbackIds: ids,
    personId: z.string().nullable(),
    theme: z.string().nullable(),
    /** `urgent`, `low_rating`, `complaint`, `manual` or the id of a rule. */
    rule: z.string(),
    number: z.number(),
  }),
);
export const caseFeedbackJoined = defineEvent('case.feedback_joined', z.object({ feedbackIds: ids, rule: z.string() }));
export const caseFeedbackLeft = defineEvent('case.feedback_left', z.object({ feedbackIds: ids }));
export const caseAssigned = defineEvent(
  'case.assigned',
  z.object({ memberId: z.string().nullable(), teamId: z.string().nullable(), auto: z.boolean() }),
);
export const caseStatusChanged = defineEvent(
  'case.status_changed',
  z.object({ from: z.enum(CASE_STATUSES), to: z.enum(CASE_STATUSES) }),
);
export const casePriorityChanged = defineEvent(
  'case.priority_changed',
  z.object({
    from: z.enum(PRIORITIES),
    to: z.enum(PRIORITIES),
    byHand: z.boolean(),
    reason: z.string().nullable(),
  }),
);
export const caseEffortSet = defineEvent('case.effort_set', z.object({ effort: z.string().nullable() }));
export const caseFieldsChanged = defineEvent('case.fields_changed', z.object({ names: z.array(z.string()) }));
export const caseNoteAdded = defineEvent('case.note_added', z.object({ noteId: z.string(), mentions: ids }));
/** `until` null: awake again. */
export const caseSnoozed = defineEvent('case.snoozed', z.object({ until: z.string().nullable() }));
export const caseStageEntered = defineEvent('case.stage_entered', z.object({ stage: z.string() }));
export const caseTriaged = defineEvent('case.triaged', z.object({}));
export const caseMerged = defineEvent('case.merged', z.object({ intoId: z.string() }));
/** Told on both sides of a merge: here a case took another in. */
export const caseAbsorbed = defineEvent('case.absorbed', z.object({ fromId: z.string() }));
export const caseUnmerged = defineEvent('case.unmerged', z.object({ fromId: z.string() }));
/** `message` is what the reporters are told; `tell` false keeps quiet. */
export const caseResolved = defineEvent(
  'case.resolved',
  z.object({
    note: z.string().nullable(),
    resolution: z.enum(RESOLUTIONS),
    message: z.string().nullable(),
    tell: z.boolean(),
  }),
);
/** `by`: `member`, `person` (said it is not solved), `rating`, `system`. */
export const caseReopened = defineEvent('case.reopened', z.object({ by: z.string(), reason: z.string().nullable() }));
/** `how`: `member` for one who said so by hand and why (`note`), else what decided it at the gate. */
export const caseVerified = defineEvent(
  'case.verified',
  z.object({ how: z.string().nullable().default(null), note: z.string().nullable().default(null) }),
);
export const caseClosed = defineEvent('case.closed', z.object({}));
