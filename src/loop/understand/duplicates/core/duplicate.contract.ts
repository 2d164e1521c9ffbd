// When two feedback count as one voice, and how a person undoes or makes that link.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { defineEvent } from '../../../../kit/event.ts';

/** `exact`: the same words by the same voice; `near`: almost the same words; `manual`: a person said so. */
export const DUPLICATE_KINDS = ['exact', 'near', 'manual'] as const;
export type DuplicateKind = (typeof DUPLICATE_KINDS)[number];

/** Folded characters from which on words count as particular: two strangers would hardly write them alike. */
export const PARTICULAR_LENGTH = 12;

export const feedbackLinked = defineEvent(
  'feedback.linked',
  z.object({ duplicateOfId: z.string(), kind: z.enum(DUPLICATE_KINDS) }),
);
export const feedbackUnlinked = defineEvent('feedback.unlinked', z.object({ duplicateOfId: z.string() }));

/** The link from a repeat to the earliest feedback of that voice. */
export const duplicateLink = z.object({
  duplicateOfId: z.string(),
  kind: z.enum(DUPLICATE_KINDS),
  /** 0-1; 1 for the same words. */
  similarity: z.number(),
});

/** Another feedback in short, as lists beside a feedback show it. */
export const relatedFeedback = z.object({
  id: z.string(),
  channel: z.string(),
  text: z.string(),
  occurredAt: z.string(),
  personId: z.string().nullable(),
  similarity: z.number(),
});
export type RelatedFeedback = z.output<typeof relatedFeedback>;

const idParam = z.object({ id: z.string() });

export const linkDuplicateRoute = route({
  id: 'linkDuplicate',
  method: 'PUT',
  path: '/api/v1/feedback/:id/duplicate-link',
  summary: 'Say that this feedback repeats another one; both count as one voice',
  access: 'judgement.correct',
  params: idParam,
  body: z.object({ duplicateOfId: z.string() }),
  ok: duplicateLink,
  refusals: ['not_found', 'invalid_link', 'already_linked'],
});

export const unlinkDuplicateRoute = route({
  id: 'unlinkDuplicate',
  method: 'DELETE',
  path: '/api/v1/feedback/:id/duplicate-link',
  summary: 'Undo the link: this feedback counts as a voice of its own and is not linked again',
  access: 'judgement.correct',
  params: idParam,
  ok: z.object({ id: z.string() }),
  refusals: ['not_found', 'not_linked'],
});

export const duplicateRoutes = [linkDuplicateRoute, unlinkDuplicateRoute] as const;
