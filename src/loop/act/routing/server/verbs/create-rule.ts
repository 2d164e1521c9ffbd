// Adds a rule at the end of the list; it goes for feedback judged from then on.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { RuleDraft } from '../../core/rule.contract.ts';
import { ruleCreated } from '../../core/rule-events.contract.ts';
import { insertRule, lockRule, lockRules, rulesOf, type StoredRule, teamKnown } from '../rule.store.ts';

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
