// Latent feedback 潜在反馈: rules over signals that notice what nobody said, as data a shop can change.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';

export const LATENT_RULES = ['silent_refund', 'drop_off', 'size_exchange', 'product_size', 'cart_leave'] as const;
export type LatentRuleKey = (typeof LATENT_RULES)[number];

const days = (min: number, max: number) => z.number().int().min(min).max(max);

/** The thresholds of each rule. */
export const latentSettings = {
  /** A refund, and not a word by that person about that order or product within `days` before or after it. */
  silent_refund: z.object({ days: days(1, 60), minAmountMinor: z.number().int().min(0).max(100_000_000) }),
  /** He complained, bought or looked every `rhythmDays` at most before, and did neither for `days` since. */
  drop_off: z.object({ days: days(3, 180), rhythmDays: days(1, 180), minVisits: z.number().int().min(2).max(50) }),
  /** The same person sent the same product back for its size `times` times within `days`. */
  size_exchange: z.object({ times: z.number().int().min(2).max(10), days: days(1, 365) }),
  /** The share of a product's orders sent back for size lies above the shop's, by the lower end of Wilson's interval. */
  product_size: z.object({ days: days(7, 180), minOrders: z.number().int().min(10).max(10_000) }),
  /** Put it in the cart and left without buying, `times` times within `days`. */
  cart_leave: z.object({ times: z.number().int().min(2).max(20), days: days(1, 90) }),
} as const satisfies Record<LatentRuleKey, z.ZodObject>;

export type LatentSettings = { [K in LatentRuleKey]: z.output<(typeof latentSettings)[K]> };

export const LATENT_DEFAULTS: LatentSettings = {
  silent_refund: { days: 7, minAmountMinor: 0 },
  drop_off: { days: 30, rhythmDays: 14, minVisits: 3 },
  size_exchange: { times: 2, days: 90 },
  product_size: { days: 30, minOrders: 30 },
  cart_leave: { times: 3, days: 14 },
};

/** How sure a finding is, and how that was reckoned. Kept with the feedback in `meta.latent.doubt`. */
export const latentDoubt = z.object({
  /** `unknown` where history is too short to say. */
  state: z.enum(['known', 'unknown']),
  /** 0-1: share of earlier findings of the rule that a complaint explained afterwards, with Wilson's 95 % interval. */
  strength: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Of how many earlier cases. */
  of: z.number(),
  /** Key of the sentence that says how, under `signals:doubt`. */
  how: z.enum(['explained_later', 'came_back', 'share_above_shop', 'too_little_history']),
});
export type LatentDoubt = z.output<typeof latentDoubt>;

/** What `meta.latent` of a feedback of channel `signal` holds. */
export const latentEvidence = z.object({
  rule: z.enum(LATENT_RULES),
  signalIds: z.array(z.string()).max(50),
  feedbackIds: z.array(z.string()).max(20),
  /** ISO instants of the signals, in the same order. */
  at: z.array(z.string()).max(50),
  amountMinor: z.number().nullable(),
  currency: z.string().nullable(),
  doubt: latentDoubt,
});
export type LatentEvidence = z.output<typeof latentEvidence>;

export const latentRuleView = z
  .object({
    key: z.enum(LATENT_RULES),
    on: z.boolean(),
    settings: z.record(z.string(), z.number()),
    defaults: z.record(z.string(), z.number()),
    /** Feedback it produced so far, and when last. */
    found: z.number(),
    lastFoundAt: z.string().nullable(),
    updatedAt: z.string().nullable(),
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'LatentRule' });
export type LatentRuleView = z.output<typeof latentRuleView>;

export const latentFindingView = z
  .object({
    rule: z.enum(LATENT_RULES),
    text: z.string(),
    occurredAt: z.string(),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    product: z.object({ id: z.string(), name: z.string() }).nullable(),
    signalIds: z.array(z.string()),
    doubt: latentDoubt,
    /** Set once it became feedback. */
    feedbackId: z.string().nullable(),
  })
  .meta({ id: 'LatentFinding' });
export type LatentFindingView = z.output<typeof latentFindingView>;

const ruleParam = z.object({ key: z.enum(LATENT_RULES) });

export const listLatentRulesRoute = route({
  id: 'listLatentRules',
  method: 'GET',
  path: '/api/v1/latent-rules',
  summary: 'Rules that notice what nobody said, with their thresholds and what they found',
  access: 'signal.read',
  ok: z.object({ items: z.array(latentRuleView) }),
});
export const setLatentRuleRoute = route({
  id: 'setLatentRule',
  method: 'PUT',
  path: '/api/v1/latent-rules/:key',
  summary: 'Switch a rule on or off and change its thresholds',
  access: 'signal.edit',
  params: ruleParam,
  body: z.object({ on: z.boolean(), settings: z.record(z.string(), z.number()) }),
  ok: latentRuleView,
  refusals: ['invalid_settings'],
});
export const tryLatentRuleRoute = route({
  id: 'tryLatentRule',
  method: 'POST',
  path: '/api/v1/latent-rules/:key/trial',
  summary: 'What these thresholds would have found in the last 90 days; nothing is recorded',
  access: 'signal.read',
  params: ruleParam,
  body: z.object({ settings: z.record(z.string(), z.number()) }),
  ok: z.object({
    from: z.string(),
    to: z.string(),
    /** Counted up to 500. */
    count: z.number(),
    people: z.number(),
    doubt: latentDoubt,
    samples: z.array(latentFindingView),
  }),
  refusals: ['invalid_settings'],
});
export const listLatentFindingsRoute = route({
  id: 'listLatentFindings',
  method: 'GET',
  path: '/api/v1/latent-findings',
  summary: 'What the rules found, newest first, with evidence and doubt',
  access: 'signal.read',
  query: pageQuery.extend({ rule: z.enum(LATENT_RULES).optional() }),
  ok: pageOf(latentFindingView),
});

export const latentRuleSet = defineEvent(
  'latent_rule.set',
  z.object({ key: z.string(), from: z.unknown(), to: z.unknown() }),
);
/** Subject null; at most 500 a batch. */
export const latentFound = defineEvent(
  'latent.found',
  z.object({ rule: z.string(), feedbackIds: z.array(z.string()) }),
);

export const latentRoutes = [
  listLatentRulesRoute,
  setLatentRuleRoute,
  tryLatentRuleRoute,
  listLatentFindingsRoute,
] as const;
