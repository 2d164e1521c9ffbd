// Changes a rule; a built-in one keeps its name.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { RuleDraft } from '../../core/rule.contract.ts';
import { ruleChanged } from '../../core/rule-events.contract.ts';
import { lockRule, type StoredRule, teamKnown, updateRule } from '../rule.store.ts';

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
