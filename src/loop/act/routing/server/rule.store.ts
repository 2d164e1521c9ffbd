// Keeps the rules of a workspace, in their order, and its settings.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { DEFAULT_RULE_SETTINGS, type RuleDraft, type RuleSettings } from '../core/rule.contract.ts';
import { DEFAULT_RULES, type Rule } from '../core/rule-match.ts';

export interface StoredRule extends Rule {
  position: number;
  name: string;
  updated_at: Date;
}

/** All rules in their order; a workspace that has none yet is given the default ones, so this must be a writing transaction. */
export async function rulesOf(tx: Tx): Promise<StoredRule[]> {
  const rules = await readRules(tx);
  if (rules.some((rule) => rule.builtIn)) return rules;
  await tx.run(sql`
    INSERT INTO rules (id, workspace_id, position, name, built_in, enabled, conditions, actions, updated_at)
    SELECT r.id, ${tx.workspaceId}, r.position, r.built_in, r.built_in, true, r.conditions::jsonb, r.actions::jsonb, now()
    FROM unnest(${DEFAULT_RULES.map(() => newId('rule'))}::text[], ${DEFAULT_RULES.map((_, index) => index + 1)}::int[],
      ${DEFAULT_RULES.map((rule) => rule.builtIn)}::text[], ${DEFAULT_RULES.map((rule) => JSON.stringify(rule.conditions))}::text[],
      ${DEFAULT_RULES.map((rule) => JSON.stringify(rule.actions))}::text[]) AS r(id, position, built_in, conditions, actions)
    ON CONFLICT (workspace_id, built_in) DO NOTHING`);
  return readRules(tx);
}

export async function readRules(tx: Tx): Promise<StoredRule[]> {
  return tx.rows<StoredRule>(sql`
    SELECT id, position, name, built_in AS "builtIn", enabled, conditions, actions, updated_at FROM rules
    WHERE workspace_id = ${tx.workspaceId} ORDER BY position, id`);
}

export async function lockRule(tx: Tx, id: string): Promise<StoredRule | undefined> {
  return tx.maybe<StoredRule>(sql`
    SELECT id, position, name, built_in AS "builtIn", enabled, conditions, actions, updated_at FROM rules
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

/** Locks all rules, for a change of their order or number. */
export async function lockRules(tx: Tx): Promise<StoredRule[]> {
  return tx.rows<StoredRule>(sql`
    SELECT id, position, name, built_in AS "builtIn", enabled, conditions, actions, updated_at FROM rules
    WHERE workspace_id = ${tx.workspaceId} ORDER BY position, id FOR UPDATE`);
}

export async function insertRule(tx: Tx, draft: RuleDraft, position: number, now: Date): Promise<string> {
  const id = newId('rule');
  await tx.run(sql`
    INSERT INTO rules (id, workspace_id, position, name, enabled, conditions, actions, updated_at)
    VALUES (${id}, ${tx.workspaceId}, ${position}, ${draft.name}, ${draft.enabled}, ${JSON.stringify(draft.conditions)}::jsonb,
      ${JSON.stringify(draft.actions)}::jsonb, ${now})`);
  return id;
}

export async function updateRule(tx: Tx, id: string, draft: RuleDraft, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE rules SET name = ${draft.name}, enabled = ${draft.enabled}, conditions = ${JSON.stringify(draft.conditions)}::jsonb,
      actions = ${JSON.stringify(draft.actions)}::jsonb, updated_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function deleteRule(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM rules WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function saveOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    UPDATE rules SET position = o.position
    FROM unnest(${[...ids]}::text[], ${ids.map((_, index) => index + 1)}::int[]) AS o(id, position)
    WHERE rules.workspace_id = ${tx.workspaceId} AND rules.id = o.id`);
}

export async function settingsOf(tx: Tx): Promise<RuleSettings> {
  const row = await tx.maybe<RuleSettings>(sql`
    SELECT max_age_days AS "maxAgeDays", unknown_people AS "unknownPeople" FROM rule_settings
    WHERE workspace_id = ${tx.workspaceId}`);
  return row ?? DEFAULT_RULE_SETTINGS;
}

export async function saveSettings(tx: Tx, settings: RuleSettings): Promise<void> {
  await tx.run(sql`
    INSERT INTO rule_settings (workspace_id, max_age_days, unknown_people)
    VALUES (${tx.workspaceId}, ${settings.maxAgeDays}, ${settings.unknownPeople})
    ON CONFLICT (workspace_id) DO UPDATE SET max_age_days = excluded.max_age_days, unknown_people = excluded.unknown_people`);
}

/** Whether a team is there; a rule without one needs none. */
export async function teamKnown(tx: Tx, teamId: string | null): Promise<boolean> {
  if (teamId === null) return true;
  const row = await tx.maybe(sql`SELECT FROM teams_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${teamId}`);
  return row !== undefined;
}
