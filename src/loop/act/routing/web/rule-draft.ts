// A rule as the form holds it.
import type { RuleDraft, RuleView } from '../core/rule.contract.ts';

/** @param name shown name; a built-in rule keeps its own whatever is sent */
export function draftOf(rule: RuleView, name: string): RuleDraft {
  return { name: rule.name ?? name, enabled: rule.enabled, conditions: rule.conditions, actions: rule.actions };
}

/** A rule of one's own starts switched off, so that it is tried before it works. */
export function newDraft(): RuleDraft {
  return {
    name: '',
    enabled: false,
    conditions: {},
    actions: { priority: null, teamId: null, assign: 'none' },
  };
}

/** Leaves out what is not asked. */
export function withoutGaps(draft: RuleDraft): RuleDraft {
  return JSON.parse(JSON.stringify(draft)) as RuleDraft;
}
