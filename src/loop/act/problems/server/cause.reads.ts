// Reads the bones of the fishbone.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CauseCategory } from '../core/problem.contract.ts';
import { USUAL_CATEGORIES } from '../core/problem-words.contract.ts';

/** The bones of the workspace; the usual ones when it has none of its own. */
export async function categoriesOf(tx: Tx): Promise<CauseCategory[]> {
  const rows = await tx.rows<CauseCategory>(sql`
    SELECT key, name FROM cause_categories WHERE workspace_id = ${tx.workspaceId} ORDER BY position, key`);
  return rows.length > 0 ? rows : USUAL_CATEGORIES.map((key) => ({ key, name: null }));
}
