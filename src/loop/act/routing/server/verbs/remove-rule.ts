// Removes a rule of the workspace's own.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { ruleRemoved } from '../../core/rule-events.contract.ts';
import { deleteRule, lockRule } from '../rule.store.ts';

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
