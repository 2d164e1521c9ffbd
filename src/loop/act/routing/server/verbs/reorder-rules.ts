// Puts all rules into a new order: the first that matches decides.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { rulesReordered } from '../../core/rule-events.contract.ts';
import { lockRules, rulesOf, saveOrder } from '../rule.store.ts';

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
