// Keeps clock policies in their order.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { PolicyInForce, PromiseBook } from '../core/case-promise.ts';
import type { PolicyDraft } from '../core/clock.contract.ts';

export interface PolicyRow extends PolicyDraft {
  id: string;
  position: number;
  updatedAt: Date;
}

interface StoredPolicy {
  id: string;
  position: number;
  name: string;
  enabled: boolean;
  calendar_id: string | null;
  conditions: PolicyDraft['conditions'];
  targets: PolicyDraft['targets'];
  targets_by_priority: PolicyDraft['targetsByPriority'] | null;
  stages: PolicyDraft['stages'];
  warn_ms: number;
  escalation: PolicyDraft['escalation'];
  updated_at: Date;
  removed_at: Date | null;
}

const COLUMNS = sql`id, position, name, enabled, calendar_id, conditions, targets, targets_by_priority, stages, warn_ms, escalation,
  updated_at, removed_at`;

/** Adds or replaces a policy's row. */
export async function savePolicy(tx: Tx, row: PolicyRow): Promise<void> {
  const byPriority = row.targetsByPriority ? JSON.stringify(row.targetsByPriority) : null;
  await tx.run(sql`
    INSERT INTO clock_policies (id, workspace_id, position, name, enabled, calendar_id, conditions, targets, targets_by_priority,
      stages, warn_ms, escalation, updated_at)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.position}, ${row.name}, ${row.enabled}, ${row.calendarId},
      ${JSON.stringify(row.conditions)}::jsonb, ${JSON.stringify(row.targets)}::jsonb, ${byPriority}::jsonb,
      ${JSON.stringify(row.stages)}::jsonb, ${row.warnMs}, ${JSON.stringify(row.escalation)}::jsonb, ${row.updatedAt})
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, enabled = excluded.enabled,
      calendar_id = excluded.calendar_id, conditions = excluded.conditions, targets = excluded.targets,
      targets_by_priority = excluded.targets_by_priority, stages = excluded.stages, warn_ms = excluded.warn_ms,
      escalation = excluded.escalation, updated_at = excluded.updated_at`);
}

export async function lockPolicy(tx: Tx, id: string): Promise<PolicyRow | undefined> {
  const row = await tx.maybe<StoredPolicy>(sql`
    SELECT ${COLUMNS} FROM clock_policies
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id} AND removed_at IS NULL FOR UPDATE`);
  return row && policyOf(row);
}

export async function policyNameTaken(tx: Tx, name: string, exceptId: string | null): Promise<boolean> {
  const found = await tx.maybe(sql`
    SELECT 1 FROM clock_policies
    WHERE workspace_id = ${tx.workspaceId} AND name = ${name} AND removed_at IS NULL AND id IS DISTINCT FROM ${exceptId}::text`);
  return found !== undefined;
}

export async function lastPosition(tx: Tx): Promise<number> {
  const { last } = await tx.one<{ last: number }>(sql`
    SELECT coalesce(max(position), 0) AS last FROM clock_policies
    WHERE workspace_id = ${tx.workspaceId} AND removed_at IS NULL`);
  return last;
}

/** Ids of the policies in the list, in order. */
export async function policyIds(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM clock_policies WHERE workspace_id = ${tx.workspaceId} AND removed_at IS NULL ORDER BY position, id`);
  return rows.map((row) => row.id);
}

/** Numbers the policies 1, 2, 3 … in the given order. */
export async function saveOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    UPDATE clock_policies SET position = o.position
    FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS o(id, position)
    WHERE clock_policies.workspace_id = ${tx.workspaceId} AND clock_policies.id = o.id AND removed_at IS NULL`);
}

/** Takes a policy out of the list; it stays for the clocks that run by it. */
export async function markRemoved(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE clock_policies SET removed_at = ${now} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Policies in the list after a position, in order. */
export async function readPolicies(tx: Tx, after: [number, string] | null, limit: number): Promise<PolicyRow[]> {
  const rows = await tx.rows<StoredPolicy>(sql`
    SELECT ${COLUMNS} FROM clock_policies
    WHERE workspace_id = ${tx.workspaceId} AND removed_at IS NULL
      AND (position, id) > (${after?.[0] ?? -1}::int, ${after?.[1] ?? ''}::text COLLATE "C")
    ORDER BY position, id LIMIT ${limit}`);
  return rows.map(policyOf);
}

export async function readPolicy(tx: Tx, id: string): Promise<PolicyRow | undefined> {
  const row = await tx.maybe<StoredPolicy>(sql`
    SELECT ${COLUMNS} FROM clock_policies WHERE workspace_id = ${tx.workspaceId} AND id = ${id} AND removed_at IS NULL`);
  return row && policyOf(row);
}

/** Everything promises are made from. Removed policies are included: a case may still run by one. */
export async function readBook(tx: Tx): Promise<PromiseBook> {
  const [policies, calendars] = await Promise.all([
    tx.rows<StoredPolicy>(sql`
      SELECT ${COLUMNS} FROM clock_policies WHERE workspace_id = ${tx.workspaceId} ORDER BY position, id`),
    tx.rows<{ id: string; versionId: string; isDefault: boolean }>(sql`
      SELECT id, version_id AS "versionId", is_default AS "isDefault" FROM calendars WHERE workspace_id = ${tx.workspaceId}`),
  ]);
  return {
    policies: policies.map((row): PolicyInForce => ({ ...policyOf(row), removed: row.removed_at !== null })),
    calendars,
  };
}

/** Tells which of these teams do not exist. */
export async function unknownTeams(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM teams_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])`);
  const found = new Set(rows.map((row) => row.id));
  return ids.filter((id) => !found.has(id));
}

function policyOf(row: StoredPolicy): PolicyRow {
  return {
    id: row.id,
    position: row.position,
    name: row.name,
    enabled: row.enabled,
    calendarId: row.calendar_id as PolicyDraft['calendarId'],
    conditions: row.conditions,
    targets: row.targets,
    targetsByPriority: row.targets_by_priority ?? undefined,
    stages: row.stages,
    warnMs: row.warn_ms,
    escalation: row.escalation,
    updatedAt: row.updated_at,
  };
}
