// What everybody may know of the demo shop: whether there is one, how far its making has come, and how one goes in and out.
import { z } from 'zod';
import { route } from '../../ground/members/core/permission.contract.ts';

/** What was counted in the telling; the same seed, day and size give the same. */
export const demoCounts = z.object({
  voices: z.number().int(),
  quarantined: z.number().int(),
  signals: z.number().int(),
  cases: z.number().int(),
  replies: z.number().int(),
  resolved: z.number().int(),
  ratings: z.number().int(),
  disputes: z.number().int(),
  promises: z.number().int(),
  callbacks: z.number().int(),
  answers: z.number().int(),
  calls: z.number().int(),
});
export type DemoCounts = z.output<typeof demoCounts>;

export const NOTHING_COUNTED: DemoCounts = {
  voices: 0,
  quarantined: 0,
  signals: 0,
  cases: 0,
  replies: 0,
  resolved: 0,
  ratings: 0,
  disputes: 0,
  promises: 0,
  callbacks: 0,
  answers: 0,
  calls: 0,
};

export const DEMO_STATES = ['none', 'making', 'ready', 'failed'] as const;

export const demoView = z
  .object({
    state: z.enum(DEMO_STATES),
    /** Days told so far, of how many. */
    day: z.number().int(),
    days: z.number().int(),
    counts: demoCounts,
    /** Whether the caller stands in the demo shop now. */
    inside: z.boolean(),
    /** Whether the caller may go in, make one or remove it. */
    allowed: z.boolean(),
  })
  .meta({ id: 'DemoShop' });
export type DemoView = z.output<typeof demoView>;

/** A stranger may do it who holds the unspent one-time link of the first owner. */
const byLink = z.object({ token: z.string().max(200).optional() });

export const readDemoRoute = route({
  id: 'readDemo',
  method: 'GET',
  path: '/api/v1/demo',
  summary: 'Whether there is a demo shop, and how far its making has come',
  access: 'public',
  query: byLink,
  perMinute: 600,
  ok: demoView,
});
export const makeDemoRoute = route({
  id: 'makeDemo',
  method: 'POST',
  path: '/api/v1/demo',
  summary: 'Make a demo shop beside your own, in about a minute; answered at once',
  access: 'public',
  body: byLink.extend({ seed: z.number().int().min(1).max(1_000_000).optional() }),
  perMinute: 20,
  ok: demoView,
  status: 202,
  refusals: ['forbidden'],
});
export const enterDemoRoute = route({
  id: 'enterDemo',
  method: 'POST',
  path: '/api/v1/demo/visit',
  summary: 'Go into the demo shop as its owner, without a password; your own session waits',
  access: 'public',
  body: byLink,
  perMinute: 20,
  ok: z.object({ entered: z.literal(true) }),
  refusals: ['forbidden', 'demo_not_ready'],
});
export const removeDemoRoute = route({
  id: 'removeDemo',
  method: 'DELETE',
  path: '/api/v1/demo',
  summary: 'Remove the demo shop with everything in it, and go back to your own shop',
  access: 'public',
  query: byLink,
  perMinute: 20,
  ok: z.object({ next: z.string() }),
  refusals: ['forbidden', 'demo_in_the_making'],
});

export const demoRoutesSpec = [readDemoRoute, makeDemoRoute, enterDemoRoute, removeDemoRoute] as const;
