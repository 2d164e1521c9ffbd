// Reads saved questions: one's own and those of the whole shop.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { InsightView } from '../core/insight.contract.ts';

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
