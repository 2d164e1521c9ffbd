// Handing a customer everything that is kept of him, and forgetting him: routes, refusals and what is told of it.
import { z } from 'zod';
import { defineEvent } from '../../../kit/event.ts';
import { route } from '../../members/core/permission.contract.ts';

/** Everything kept of a person was handed out; the file itself is not kept. */
export const personExported = defineEvent('person.exported', z.object({ rows: z.number().int() }));
/** Somebody was erased. Neither subject nor data say who: only how much, and why. */
export const personErased = defineEvent(
  'person.erased',
  z.object({ sections: z.record(z.string(), z.number().int()), reason: z.string() }),
);

export const ERASE_REASONS = ['asked', 'consent_withdrawn', 'no_longer_needed', 'test_data'] as const;
export type EraseReason = (typeof ERASE_REASONS)[number];

/** How much is kept, by section. */
export const keptCounts = z
  .object({ sections: z.array(z.object({ section: z.string(), rows: z.number().int() })) })
  .meta({ id: 'KeptCounts' });

export const personKeptRoute = route({
  id: 'personKept',
  method: 'GET',
  path: '/api/v1/people/:id/kept',
  summary: 'How much is kept of a customer, by section',
  access: 'person.export',
  params: z.object({ id: z.string() }),
  ok: keptCounts,
  refusals: ['not_found'],
});

export const exportPersonRoute = route({
  id: 'exportPerson',
  method: 'GET',
  path: '/api/v1/people/:id/export',
  summary: 'Everything kept of a customer as one JSON file; who took it is recorded',
  access: 'person.export',
  params: z.object({ id: z.string() }),
  answer: 'file',
  ok: z.null(),
  refusals: ['not_found'],
});

export const erasePersonRoute = route({
  id: 'erasePerson',
  method: 'POST',
  path: '/api/v1/people/:id/erasure',
  summary: 'Erase a customer everywhere, for good; counts stay, words and names do not',
  access: 'person.erase',
  params: z.object({ id: z.string() }),
  /** Only one of these words is kept as the reason: a free sentence could name whom it is about. */
  body: z.object({ reason: z.enum(ERASE_REASONS) }),
  ok: keptCounts,
  refusals: ['not_found'],
});
