// What others may know of dead letters: work that failed every try, kept until a person replays or discards it.
import { z } from 'zod';
import { pageOf, pageQuery } from '../../../kit/cursor.ts';
import { defineEvent } from '../../../kit/event.ts';
import { route } from '../../members/core/permission.contract.ts';

export const DEAD_LETTER_SOURCES = ['reaction', 'job', 'mail', 'webhook'] as const;
export type DeadLetterSource = (typeof DEAD_LETTER_SOURCES)[number];

export const deadLetterView = z
  .object({
    id: z.string(),
    source: z.enum(DEAD_LETTER_SOURCES),
    /** The reaction or the kind of job that failed. */
    name: z.string(),
    payload: z.unknown(),
    error: z.string(),
    attempts: z.number(),
    createdAt: z.string(),
    settledAt: z.string().nullable(),
    settledBy: z.string().nullable(),
    outcome: z.enum(['replayed', 'discarded']).nullable(),
  })
  .meta({ id: 'DeadLetter' });
export type DeadLetterView = z.output<typeof deadLetterView>;

export const deadLetterSettled = defineEvent(
  'dead_letter.settled',
  z.object({ name: z.string(), outcome: z.enum(['replayed', 'discarded']) }),
);

const idParam = z.object({ id: z.string().max(60) });

export const listDeadLettersRoute = route({
  id: 'listDeadLetters',
  method: 'GET',
  path: '/api/v1/dead-letters',
  summary: 'What could not be handled, newest first',
  access: 'dead_letter.read',
  query: pageQuery.extend({
    state: z.enum(['open', 'settled', 'all']).default('open'),
    source: z.enum(DEAD_LETTER_SOURCES).optional(),
  }),
  ok: pageOf(deadLetterView).extend({ open: z.number() }),
});

export const replayDeadLetterRoute = route({
  id: 'replayDeadLetter',
  method: 'POST',
  path: '/api/v1/dead-letters/:id/replay',
  summary: 'Try it once more; it stays when it fails again',
  access: 'dead_letter.retry',
  params: idParam,
  ok: deadLetterView,
  refusals: ['not_found', 'already_settled', 'not_replayable', 'replay_failed'],
});

export const discardDeadLetterRoute = route({
  id: 'discardDeadLetter',
  method: 'DELETE',
  path: '/api/v1/dead-letters/:id',
  summary: 'Set it aside for good; the row stays in the list of settled ones',
  access: 'dead_letter.retry',
  params: idParam,
  ok: deadLetterView,
  refusals: ['not_found', 'already_settled'],
});

export const deadLetterRoutes = [listDeadLettersRoute, replayDeadLetterRoute, discardDeadLetterRoute] as const;
