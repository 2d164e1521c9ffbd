// Keeps the tree of causes and the bones it hangs on.
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CauseCategory } from '../core/problem.contract.ts';
import type { CauseStanding } from '../core/problem-words.contract.ts';

export interface StoredCause {
  id: string;
  problem_id: string;
  parentId: string | null;
  category: string;
  text: string;
  standing: CauseStanding;
  note: string | null;
  feedback_ids: string[];
  case_ids: string[];
}

/** In the order they were written down. */
export async function causesOf(tx: Tx, problemId: string): Promise<StoredCause[]> {
  return tx.rows<StoredCause>(sql`
    SELECT id, problem_id, parent_id AS "parentId", category, text, standing, note, feedback_ids, case_ids FROM problem_causes
    WHERE workspace_id = ${tx.workspaceId} AND problem_id = ${problemId} ORDER BY id`);
}

export async function insertCause(tx: Tx, row: StoredCause, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO problem_causes (id, workspace_id, problem_id, parent_id, category, text, standing, note, feedback_ids, case_ids,
      created_at, updated_at)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.problem_id}, ${row.parentId}, ${row.category}, ${row.text}, ${row.standing},
      ${row.note}, ${row.feedback_ids}::text[], ${row.case_ids}::text[], ${now}, ${now})`);
}

export async function saveCause(tx: Tx, id: string, change: Partial<StoredCause>, now: Date): Promise<void> {
  const pairs: Sql[] = Object.entries({ ...change, updated_at: now })
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${raw(column)} = ${value}`);
  await tx.run(sql`UPDATE problem_causes SET ${join(pairs)} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** A cause hangs on the bone of the one it answers: moving it moves all below. */
export async function moveBelow(tx: Tx, ids: readonly string[], category: string): Promise<void> {
  await tx.run(sql`
    UPDATE problem_causes SET category = ${category} WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])`);
}

/** Removes a cause with everything under it. */
export async function deleteCause(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM problem_causes WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function saveCategories(tx: Tx, items: readonly CauseCategory[]): Promise<void> {
  await tx.run(sql`DELETE FROM cause_categories WHERE workspace_id = ${tx.workspaceId}`);
  await tx.run(sql`
    INSERT INTO cause_categories (workspace_id, key, name, position)
    SELECT ${tx.workspaceId}, c.key, c.name, c.position FROM unnest(${items.map((one) => one.key)}::text[],
      ${items.map((one) => one.name)}::text[], ${items.map((_, index) => index)}::int[]) AS c(key, name, position)`);
}

export async function categoriesInUse(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ category: string }>(
    sql`SELECT DISTINCT category FROM problem_causes WHERE workspace_id = ${tx.workspaceId}`,
  );
  return rows.map((row) => row.category);
}
