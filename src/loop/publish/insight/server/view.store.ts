// Saved questions: a name, an address, and whether the whole workspace sees it.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { InsightView } from '../core/insight.contract.ts';

export interface StoredView {
  id: string;
  memberId: string;
  shared: boolean;
}

interface Row {
  id: string;
  name: string;
  search: Record<string, string>;
  shared: boolean;
  memberId: string;
  by: string | null;
  createdAt: Date;
}

/** Own ones and shared ones, oldest first, at most 200. */
export async function listViews(tx: Tx, memberId: string): Promise<InsightView[]> {
  const rows = await tx.rows<Row>(sql`
    SELECT v.id, v.name, v.search, v.shared, v.member_id AS "memberId", m.name AS by, v.created_at AS "createdAt"
    FROM insight_views v LEFT JOIN members_facts m ON m.workspace_id = v.workspace_id AND m.id = v.member_id
    WHERE v.workspace_id = ${tx.workspaceId} AND (v.shared OR v.member_id = ${memberId}) ORDER BY v.id LIMIT 200`);
  return rows.map(({ memberId: owner, createdAt, ...row }) => ({
    ...row,
    mine: owner === memberId,
    createdAt: createdAt.toISOString(),
  }));
}

export async function countViews(tx: Tx, memberId: string): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM insight_views WHERE workspace_id = ${tx.workspaceId} AND member_id = ${memberId}`);
  return count;
}

export async function insertView(
  tx: Tx,
  view: { id: string; memberId: string; name: string; search: Record<string, string>; shared: boolean; now: Date },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO insight_views (id, workspace_id, member_id, name, search, shared, created_at)
    VALUES (${view.id}, ${tx.workspaceId}, ${view.memberId}, ${view.name}, ${JSON.stringify(view.search)}::jsonb, ${view.shared}, ${view.now})`);
}

export async function lockView(tx: Tx, id: string): Promise<StoredView | undefined> {
  return tx.maybe<StoredView>(sql`
    SELECT id, member_id AS "memberId", shared FROM insight_views WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM insight_views WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
