// The news of questionnaires. The subject of each is the form's id.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';
import { givenScore } from './form.contract.ts';

const named = z.object({ name: z.string() });

export const formCreated = defineEvent('form.created', named);
/** `version` is the one answered from now on; 0 while it is a draft. */
export const formChanged = defineEvent('form.changed', z.object({ name: z.string(), version: z.number() }));
export const formOpened = defineEvent('form.opened', z.object({ name: z.string(), version: z.number() }));
export const formClosed = defineEvent('form.closed', named);
export const formDeleted = defineEvent('form.deleted', named);
export const formTriggerSaved = defineEvent(
  'form.trigger_saved',
  z.object({ event: z.string(), enabled: z.boolean() }),
);
export const formTriggerRemoved = defineEvent('form.trigger_removed', z.object({ event: z.string() }));
/** Somebody answered to the end (`dropped` false) or left off on the way (`dropped` true). Told once for each answer. */
export const formAnswered = defineEvent(
  'form.answered',
  z.object({
    answerId: z.string(),
    formId: z.string(),
    personId: z.string().nullable(),
    /** The case after which he was asked, if any. */
    caseId: z.string().nullable(),
    scores: z.array(givenScore),
    dropped: z.boolean(),
    /** The first feedback made of it; null when nothing was said. */
    feedbackId: z.string().nullable(),
  }),
);
