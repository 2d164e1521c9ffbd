// Adds, changes, orders and removes rules; they go for feedback judged from then on.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { RuleDraft, RuleSettings } from '../../core/rule.contract.ts';
import {
  ruleChanged,
  ruleCreated,
  ruleRemoved,
  ruleSettingsChanged,
  rulesReordered,
} from '../../core/rule-events.contract.ts';
import {
  deleteRule,
  insertRule,
  lockRule,
  lockRules,
  rulesOf,
  type StoredRule,
  saveOrder,
  saveSettings,
  settingsOf,
  teamKnown,
  updateRule,
} from '../rule.store.ts';

const MOST_RULES = 100;

export async function createRule(
  tx: Tx,
  env: Env,
  draft: RuleDraft,
): Promise<Result<StoredRule, 'forbidden' | 'unknown_team' | 'too_many_rules'>> {
  // permit
  if (!may(env.actor, 'rule.edit')) return refuse('forbidden');
  // load
  await rulesOf(tx);
  const rules = await lockRules(tx);
  const known = await teamKnown(tx, draft.actions.teamId);
  // decide
  if (rules.length >= MOST_RULES) return refuse('too_many_rules');
  if (!known) return refuse('unknown_team');
  // save
  const id = await insertRule(tx, draft, (rules.at(-1)?.position ?? 0) + 1, env.now);
  // tell
  await tell(tx, env, ruleCreated, { subject: id, data: { rule: draft } });
  return ok((await lockRule(tx, id))!);
}

export async function changeRule(
  tx: Tx,
  env: Env,
  input: { id: string; draft: RuleDraft },
): Promise<Result<StoredRule, 'forbidden' | 'not_found' | 'unknown_team'>> {
  // permit
  if (!may(env.actor, 'rule.edit')) return refuse('forbidden');
  // load
  const rule = await lockRule(tx, input.id);
  const known = await teamKnown(tx, input.draft.actions.teamId);
  // decide
  if (!rule) return refuse('not_found');
  if (!known) return refuse('unknown_team');
  const draft = rule.builtIn ? { ...input.draft, name: rule.builtIn } : input.draft;
  // save
  await updateRule(tx, rule.id, draft, env.now);
  // tell
  const { name, enabled, conditions, actions } = rule;
  await tell(tx, env, ruleChanged, {
    subject: rule.id,
    data: { from: { name, enabled, conditions, actions }, to: draft },
  });
  return ok((await lockRule(tx, rule.id))!);
}

export async function removeRule(
  tx: Tx,
  env: Env,
  input: { id: string },
): Promise<Result<Record<string, never>, 'forbidden' | 'not_found' | 'rule_is_built_in'>> {
  // permit
  if (!may(env.actor, 'rule.edit')) return refuse('forbidden');
  // load
  const rule = await lockRule(tx, input.id);
  // decide
  if (!rule) return refuse('not_found');
  if (rule.builtIn) return refuse('rule_is_built_in');
  // save
  await deleteRule(tx, rule.id);
  // tell
  await tell(tx, env, ruleRemoved, { subject: rule.id, data: { name: rule.name } });
  return ok({});
}

/** @param input.ids all rules, each once */
export async function reorderRules(
  tx: Tx,
  env: Env,
  input: { ids: readonly string[] },
): Promise<Result<{ ids: string[] }, 'forbidden' | 'order_incomplete'>> {
  // permit
  if (!may(env.actor, 'rule.edit')) return refuse('forbidden');
  // load
  await rulesOf(tx);
  const rules = await lockRules(tx);
  // decide
  const wanted = new Set(input.ids);
  const whole =
    wanted.size === input.ids.length && wanted.size === rules.length && rules.every((rule) => wanted.has(rule.id));
  if (!whole) return refuse('order_incomplete');
  // save
  await saveOrder(tx, input.ids);
  // tell
  await tell(tx, env, rulesReordered, { subject: null, data: { ids: [...input.ids] } });
  return ok({ ids: [...input.ids] });
}

export async function setRuleSettings(
  tx: Tx,
  env: Env,
  settings: RuleSettings,
): Promise<Result<RuleSettings, 'forbidden'>> {
  // permit
  if (!may(env.actor, 'rule.edit')) return refuse('forbidden');
  // load
  const before = await settingsOf(tx);
  // decide
  // Any settings the contract lets through are good ones.
  // save
  await saveSettings(tx, settings);
  // tell
  await tell(tx, env, ruleSettingsChanged, { subject: null, data: { from: before, to: settings } });
  return ok(settings);
}
