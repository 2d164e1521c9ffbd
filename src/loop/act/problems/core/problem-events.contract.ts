// The news of a problem and of what is done against it. The subject of each is the problem's id, so that its timeline is the list of these.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';
import { ACTION_VERDICTS, PROBLEM_STATES, SOLVED_HOW } from './problem-words.contract.ts';

const problemId = z.string();
const ids = z.array(z.string());
const action = z.object({ problemId, actionId: z.string(), title: z.string() });

export const problemOpened = defineEvent(
  'problem.opened',
  z.object({ problemId, number: z.number(), title: z.string(), caseIds: ids }),
);
/** `names` are the fields that changed. */
export const problemChanged = defineEvent('problem.changed', z.object({ problemId, names: ids }));
export const problemStateChanged = defineEvent(
  'problem.state_changed',
  z.object({ problemId, from: z.enum(PROBLEM_STATES), to: z.enum(PROBLEM_STATES), reason: z.string().nullable() }),
);
export const problemSolved = defineEvent(
  'problem.solved',
  z.object({ problemId, how: z.enum(SOLVED_HOW), reason: z.string().nullable() }),
);
export const problemReopened = defineEvent('problem.reopened', z.object({ problemId, reason: z.string().nullable() }));
/** `feedbackIds` are voices that are in no case. */
export const problemCasesAdded = defineEvent(
  'problem.cases_added',
  z.object({ problemId, caseIds: ids, feedbackIds: ids }),
);
export const problemCasesRemoved = defineEvent('problem.cases_removed', z.object({ problemId, caseIds: ids }));
export const problemCasesResolved = defineEvent(
  'problem.cases_resolved',
  z.object({ problemId, caseIds: ids, told: z.number() }),
);
export const problemCauseChanged = defineEvent(
  'problem.cause_changed',
  z.object({
    problemId,
    causeId: z.string(),
    what: z.enum(['added', 'changed', 'removed']),
    text: z.string(),
    standing: z.string(),
  }),
);
export const actionAdded = defineEvent('action.added', action);
export const actionChanged = defineEvent('action.changed', action.extend({ names: ids }));
/** The fix went live: its measurement starts. Instants are ISO 8601. */
export const actionDone = defineEvent('action.done', action.extend({ effectiveAt: z.string() }));
export const actionWithdrawn = defineEvent('action.withdrawn', action.extend({ reason: z.string() }));
export const actionEffective = defineEvent(
  'action.effective',
  action.extend({ how: z.enum(SOLVED_HOW), reason: z.string().nullable() }),
);
/** The day has come to look whether it helped. */
export const actionReviewDue = defineEvent('action.review_due', action.extend({ ownerId: z.string().nullable() }));
/** Told when the measurement's verdict arrives by the door. */
export const actionJudged = defineEvent(
  'action.judged',
  action.extend({
    verdict: z.enum(ACTION_VERDICTS),
    ratio: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  }),
);
/** The bones of the fishbone were named anew. */
export const categoriesSet = defineEvent('problem.categories_set', z.object({ keys: ids }));
