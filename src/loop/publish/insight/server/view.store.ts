// Saved questions: a name, an address, and whether the whole workspace sees it.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export interface StoredView {
  id: string;
  memberId: string;
  shared: boolean;
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
