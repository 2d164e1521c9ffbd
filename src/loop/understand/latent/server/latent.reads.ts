// Reads rules and findings for screens.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import {
  LATENT_DEFAULTS,
  type LatentDoubt,
  type LatentFindingView,
  type LatentRuleKey,
  type LatentRuleView,
} from '../core/latent.contract.ts';
import { readRules } from './rule.store.ts';

export async function listRules(tx: Tx): Promise<LatentRuleView[]> {
  const counts = await tx.rows<{ rule: string; found: number; last: Date }>(sql`
    SELECT rule, count(*)::int AS found, max(found_at) AS last FROM latent_findings WHERE workspace_id = ${tx.workspaceId} GROUP BY rule`);
  const byRule = new Map(counts.map((row) => [row.rule, row]));
  return (await readRules(tx)).map((rule) => ({
    key: rule.key,
    on: rule.on,
    settings: rule.settings,
    defaults: { ...LATENT_DEFAULTS[rule.key] },
    found: byRule.get(rule.key)?.found ?? 0,
    lastFoundAt: byRule.get(rule.key)?.last.toISOString() ?? null,
    updatedAt: rule.updatedAt?.toISOString() ?? null,
    updatedBy: rule.updatedBy,
  }));
}

/** Findings, newest first. */
export async function listFindings(
  tx: Tx,
  query: { rule?: LatentRuleKey | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<LatentFindingView>> {
  const after = decodeCursor(query.cursor, 1)?.[0] ?? null;
  const rows = await tx.rows<{
    id: string;
    rule: LatentRuleKey;
    text: string;
    occurred_at: Date;
    person_id: string | null;
    person_name: string | null;
    product_id: string | null;
    product_name: string | null;
    signal_ids: string[];
    doubt: LatentDoubt;
    feedback_id: string;
  }>(sql`
    SELECT l.id, l.rule, l.text, l.occurred_at, l.person_id, p.name AS person_name, l.product_id, g.name AS product_name, l.signal_ids,
      l.doubt, l.feedback_id
    FROM latent_findings l
    LEFT JOIN people_facts p ON p.workspace_id = l.workspace_id AND p.id = l.person_id
    LEFT JOIN products_facts g ON g.workspace_id = l.workspace_id AND g.id = l.product_id
    WHERE l.workspace_id = ${tx.workspaceId} ${query.rule ? sql`AND l.rule = ${query.rule}` : empty}
      ${after === null ? empty : sql`AND l.id < ${String(after)}`}
    ORDER BY l.id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  return {
    items: page.items.map((row) => ({
      rule: row.rule,
      text: row.text,
      occurredAt: row.occurred_at.toISOString(),
      person: row.person_id ? { id: row.person_id, name: row.person_name } : null,
      product: row.product_id ? { id: row.product_id, name: row.product_name ?? '' } : null,
      signalIds: row.signal_ids,
      doubt: row.doubt,
      feedbackId: row.feedback_id,
    })),
    nextCursor: page.nextCursor,
  };
}
