// Shows the rules of a workspace in their order.
import type { Tx } from '../../../../platform/database/database.ts';
import type { RuleSettings, RuleView } from '../core/rule.contract.ts';
import { rulesOf, type StoredRule, settingsOf } from './rule.store.ts';

export type { StoredRule };

/** Needs a writing transaction: the first look gives a workspace its default rules. */
export async function readRuleList(tx: Tx): Promise<{ items: RuleView[]; settings: RuleSettings }> {
  const rules = await rulesOf(tx);
  return { items: rules.map((rule, index) => ruleView(rule, index + 1)), settings: await settingsOf(tx) };
}

/** A stored rule as the contract shows it. */
export function ruleView(rule: StoredRule, position: number): RuleView {
  return {
    id: rule.id,
    position,
    name: rule.builtIn ? null : rule.name,
    builtIn: rule.builtIn,
    enabled: rule.enabled,
    conditions: rule.conditions,
    actions: rule.actions,
    updatedAt: rule.updated_at.toISOString(),
  };
}
