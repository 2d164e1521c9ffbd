// Keeps the rules of a workspace and the marks of what each has found.
import sql from 'sql-template-tag';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import {
  LATENT_DEFAULTS,
  LATENT_RULES,
  type LatentDoubt,
  type LatentRuleKey,
  latentSettings,
} from '../core/latent.contract.ts';

export interface RuleRow {
  key: LatentRuleKey;
  on: boolean;
  settings: Record<string, number>;
  updatedAt: Date | null;
  updatedBy: string | null;
}

/** Every rule; one without a row is off with its delivered thresholds. */
export async function readRules(tx: Tx): Promise<RuleRow[]> {
  const rows = await tx.rows<{
    key: string;
    is_on: boolean;
    settings: unknown;
    updated_at: Date;
    updated_by: string;
  }>(sql`
    SELECT key, is_on, settings, updated_at, updated_by FROM latent_rules WHERE workspace_id = ${tx.workspaceId}`);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return LATENT_RULES.map((key) => {
    const row = byKey.get(key);
    const parsed = latentSettings[key].safeParse(row?.settings);
    return {
      key,
      on: row?.is_on ?? false,
      settings: parsed.success ? parsed.data : LATENT_DEFAULTS[key],
      updatedAt: row?.updated_at ?? null,
      updatedBy: row?.updated_by ?? null,
    };
  });
}

export async function saveRule(
  tx: Tx,
  rule: { key: LatentRuleKey; on: boolean; settings: Record<string, number> },
  by: string,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO latent_rules (workspace_id, key, is_on, settings, updated_at, updated_by)
    VALUES (${tx.workspaceId}, ${rule.key}, ${rule.on}, ${JSON.stringify(rule.settings)}::jsonb, ${now}, ${by})
    ON CONFLICT (workspace_id, key) DO UPDATE SET is_on = excluded.is_on, settings = excluded.settings,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
}

/** Takes a rule for this transaction, so that two sweeps at once find nothing twice; undefined when it is off or taken. */
export async function takeRule(tx: Tx, key: LatentRuleKey): Promise<RuleRow | undefined> {
  const row = await tx.maybe<{ settings: unknown }>(sql`
    SELECT settings FROM latent_rules WHERE workspace_id = ${tx.workspaceId} AND key = ${key} AND is_on FOR UPDATE`);
  if (!row) return undefined;
  const parsed = latentSettings[key].safeParse(row.settings);
  if (!parsed.success) return undefined;
  return { key, on: true, settings: parsed.data, updatedAt: null, updatedBy: null };
}

/** Workspaces with a rule that is on. */
export function workspacesWithRules(database: Database): Promise<{ workspace_id: string }[]> {
  return database.machine.rows(
    sql`SELECT DISTINCT workspace_id FROM latent_rules WHERE is_on AND workspace_id IS NOT NULL`,
  );
}

export interface NewFinding {
  id: string;
  rule: LatentRuleKey;
  feedbackId: string;
  personId: string | null;
  productId: string | null;
  text: string;
  occurredAt: Date;
  signalIds: readonly string[];
  items: readonly string[];
  doubt: LatentDoubt;
}

export async function saveFindings(tx: Tx, findings: readonly NewFinding[], now: Date): Promise<void> {
  if (findings.length === 0) return;
  const column = <T>(pick: (finding: NewFinding) => T) => findings.map(pick);
  await tx.run(sql`
    INSERT INTO latent_findings (id, workspace_id, rule, feedback_id, person_id, product_id, text, occurred_at, signal_ids, doubt, found_at)
    SELECT n.id, ${tx.workspaceId}, n.rule, n.feedback_id, n.person_id, n.product_id, n.text, n.occurred_at, n.signal_ids::jsonb,
      n.doubt::jsonb, ${now}
    FROM unnest(${column((f) => f.id)}::text[], ${column((f) => f.rule)}::text[], ${column((f) => f.feedbackId)}::text[],
      ${column((f) => f.personId)}::text[], ${column((f) => f.productId)}::text[], ${column((f) => f.text)}::text[],
      ${column((f) => f.occurredAt)}::timestamptz[], ${column((f) => JSON.stringify(f.signalIds))}::text[],
      ${column((f) => JSON.stringify(f.doubt))}::text[])
      AS n(id, rule, feedback_id, person_id, product_id, text, occurred_at, signal_ids, doubt)`);
  const items = findings.flatMap((finding) => finding.items.map((item) => ({ item, finding })));
  await tx.run(sql`
    INSERT INTO latent_evidence (workspace_id, rule, item, finding_id)
    SELECT ${tx.workspaceId}, n.* FROM unnest(${items.map((one) => one.finding.rule)}::text[], ${items.map((one) => one.item)}::text[],
      ${items.map((one) => one.finding.id)}::text[]) AS n(rule, item, finding_id)`);
}
