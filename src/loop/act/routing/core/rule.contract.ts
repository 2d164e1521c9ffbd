// Rules that open cases from judged feedback: their words, conditions, actions, and the routes that keep them.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { CLASSES, INTENTS } from '../../../../text/judge.contract.ts';
import { PRIORITIES } from '../../cases/core/case.contract.ts';

export const BUILT_IN_RULES = ['urgent', 'low_rating', 'complaint'] as const;
export type BuiltInRule = (typeof BUILT_IN_RULES)[number];

const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(100).optional();

/** All that are given must hold; within a list any will do. */
export const ruleConditions = z
  .object({
    channels: some(z.string().max(40)),
    /** A leaf (`logistics.late`) or a branch (`logistics`). */
    themes: some(z.string().max(60)),
    classes: some(z.enum(CLASSES)),
    intents: some(z.enum(INTENTS)),
    /** Stars; feedback without stars does not match. */
    maxRating: z.number().min(1).max(5).optional(),
    minRating: z.number().min(1).max(5).optional(),
    /** -1 … 1; −0.5 and below is clearly against. */
    maxSentiment: z.number().min(-1).max(1).optional(),
    productIds: some(z.string().max(60)),
    vip: z.boolean().optional(),
    /** Whether we know who said it. */
    known: z.boolean().optional(),
  })
  .refine((conditions) => Object.values(conditions).some((value) => value !== undefined), {
    message: 'conditions_empty',
  });
export type RuleConditions = z.output<typeof ruleConditions>;

/** A matching feedback opens a case or joins the open one; then: */
export const ruleActions = z.object({
  /** At least this priority. */
  priority: z.enum(PRIORITIES).nullable().default(null),
  teamId: z.string().max(60).nullable().default(null),
  /** `auto`: to the least loaded available member of the team (of the workspace without one). */
  assign: z.enum(['none', 'auto']).default('none'),
});
export type RuleActions = z.output<typeof ruleActions>;

export const ruleDraft = z.object({
  /** Required for a rule of your own; a built-in one keeps its name. */
  name: z.string().trim().min(1).max(80),
  enabled: z.boolean().default(true),
  conditions: ruleConditions,
  actions: ruleActions.default({ priority: null, teamId: null, assign: 'none' }),
});
export type RuleDraft = z.output<typeof ruleDraft>;

export const ruleView = z.object({
  id: z.string(),
  /** 1 first; the first rule that matches decides. */
  position: z.number().int(),
  /** Null for a built-in one: its name is `routing:rule.<builtIn>`. */
  name: z.string().nullable(),
  builtIn: z.enum(BUILT_IN_RULES).nullable(),
  enabled: z.boolean(),
  conditions: ruleConditions,
  actions: ruleActions,
  updatedAt: z.string(),
});
export type RuleView = z.output<typeof ruleView>;

export const ruleSettings = z.object({
  /** Feedback said longer ago than this opens no case; null: however old. */
  maxAgeDays: z.number().int().min(1).max(3650).nullable(),
  /** What happens to matching feedback of people we do not know: one case for each product, theme and day, or none. */
  unknownPeople: z.enum(['group', 'ignore']),
});
export type RuleSettings = z.output<typeof ruleSettings>;
export const DEFAULT_RULE_SETTINGS: RuleSettings = { maxAgeDays: 30, unknownPeople: 'group' };

const params = z.object({ id: z.string().max(60) });

export const listRulesRoute = route({
  id: 'listRules',
  method: 'GET',
  path: '/api/v1/rules',
  summary: 'Rules in the order in which they are tried',
  access: 'rule.read',
  ok: z.object({ items: z.array(ruleView), settings: ruleSettings }),
});
export const createRuleRoute = route({
  id: 'createRule',
  method: 'POST',
  path: '/api/v1/rules',
  summary: 'Add a rule at the end of the list',
  access: 'rule.edit',
  body: ruleDraft,
  ok: ruleView,
  status: 201,
  refusals: ['unknown_team', 'too_many_rules'],
});
export const changeRuleRoute = route({
  id: 'changeRule',
  method: 'PUT',
  path: '/api/v1/rules/:id',
  summary: 'Change a rule; it goes for feedback judged from now on',
  access: 'rule.edit',
  params,
  body: ruleDraft,
  ok: ruleView,
  refusals: ['not_found', 'unknown_team'],
});
export const removeRuleRoute = route({
  id: 'removeRule',
  method: 'DELETE',
  path: '/api/v1/rules/:id',
  summary: 'Remove a rule of your own; a built-in one is switched off instead',
  access: 'rule.edit',
  params,
  ok: z.object({}),
  refusals: ['not_found', 'rule_is_built_in'],
});
export const reorderRulesRoute = route({
  id: 'reorderRules',
  method: 'PUT',
  path: '/api/v1/rule-order',
  summary: 'Put all rules into a new order',
  access: 'rule.edit',
  body: z.object({ ids: z.array(z.string().max(60)).max(200) }),
  ok: z.object({ ids: z.array(z.string()) }),
  refusals: ['order_incomplete'],
});
export const setRuleSettingsRoute = route({
  id: 'setRuleSettings',
  method: 'PUT',
  path: '/api/v1/rule-settings',
  summary: 'Set the age limit and what happens to feedback of unknown people',
  access: 'rule.edit',
  body: ruleSettings,
  ok: ruleSettings,
});
export const dryRunRulesRoute = route({
  id: 'dryRunRules',
  method: 'POST',
  path: '/api/v1/rules/dry-run',
  summary: 'What these rules would have done with the feedback of the last days; changes nothing',
  access: 'rule.read',
  body: z.object({
    days: z.number().int().min(1).max(90).default(7),
    /** Try this one alone; left out, all enabled rules as they stand. */
    rule: ruleDraft.optional(),
  }),
  ok: z.object({
    /** Feedback looked at: the newest 20,000 of the window at most. */
    scanned: z.number().int(),
    truncated: z.boolean(),
    matched: z.number().int(),
    wouldOpen: z.number().int(),
    wouldJoin: z.number().int(),
    /** Passed over: too old, or nobody known and such feedback is ignored. */
    passedOver: z.number().int(),
    byRule: z.array(z.object({ ruleId: z.string().nullable(), matched: z.number().int() })),
    samples: z.array(
      z.object({
        feedbackId: z.string(),
        channel: z.string(),
        text: z.string(),
        rating: z.number().nullable(),
        theme: z.string().nullable(),
        ruleId: z.string().nullable(),
        would: z.enum(['open', 'join']),
      }),
    ),
  }),
});
