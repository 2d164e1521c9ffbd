// Complaints that rise beyond chance: what, where, since when, how sure, in whose words.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';

export const EMERGING_STATES = ['rising', 'dismissed', 'over'] as const;

export const emergingView = z
  .object({
    id: z.string(),
    state: z.enum(EMERGING_STATES),
    product: z.object({ id: z.string(), name: z.string() }).nullable(),
    aspect: z.string(),
    polarity: z.number().int(),
    /** Days of the shop's zone, both included. */
    since: z.string(),
    lastDay: z.string(),
    /** Voices in those days, and how many were usual. */
    observed: z.number().int(),
    expected: z.number(),
    /** How many false alarms a year such a cell would start at this level. */
    falseAYear: z.number(),
    /** Words that stand out against the usual ones. */
    phrases: z.array(z.string()),
    /** One voice that says it best, and a few more; words are as the gate keeps them, masked. */
    title: z.string().nullable(),
    samples: z.array(z.object({ id: z.string(), text: z.string(), occurredAt: z.string() })),
    /** At most 200, newest first. */
    feedbackIds: z.array(z.string()),
    foundAt: z.string(),
    endedAt: z.string().nullable(),
    endedBy: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'EmergingProblem' });
export type EmergingView = z.output<typeof emergingView>;

export const listEmergingRoute = route({
  id: 'listEmerging',
  method: 'GET',
  path: '/api/v1/emerging',
  summary: 'Complaints about a part of a product that rise beyond what chance explains, newest first',
  access: 'theme.read',
  query: pageQuery.extend({ state: z.enum(EMERGING_STATES).default('rising') }),
  ok: pageOf(emergingView),
});

export const dismissEmergingRoute = route({
  id: 'dismissEmerging',
  method: 'PUT',
  path: '/api/v1/emerging/:id/dismissal',
  summary: 'Say that a rise is no problem; the same one is not shown again for four weeks',
  access: 'theme.edit',
  params: z.object({ id: z.string() }),
  body: z.object({ reason: z.string().trim().max(300).optional() }),
  ok: emergingView,
  refusals: ['not_found', 'not_rising'],
});

export const reviveEmergingRoute = route({
  id: 'reviveEmerging',
  method: 'DELETE',
  path: '/api/v1/emerging/:id/dismissal',
  summary: 'Take a dismissal back',
  access: 'theme.edit',
  params: z.object({ id: z.string() }),
  ok: emergingView,
  refusals: ['not_found', 'not_dismissed', 'already_rising'],
});

const cell = z.object({ productId: z.string().nullable(), aspect: z.string(), polarity: z.number() });

export const emergingFound = defineEvent(
  'emerging.found',
  cell.extend({ productName: z.string().nullable(), observed: z.number(), expected: z.number(), since: z.string() }),
);
export const emergingDismissed = defineEvent('emerging.dismissed', cell.extend({ reason: z.string().nullable() }));
export const emergingRevived = defineEvent('emerging.revived', cell);
export const emergingEnded = defineEvent('emerging.ended', cell);

export const emergingRoutesList = [listEmergingRoute, dismissEmergingRoute, reviveEmergingRoute] as const;
