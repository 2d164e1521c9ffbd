// Writes and row locks on corrective actions.
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ExpectedEffect } from '../core/problem.contract.ts';
import type { ActionState, ActionVerdict, SolvedHow } from '../core/problem-words.contract.ts';

export interface StoredAction {
  id: string;
  problem_id: string;
  title: string;
  change: string | null;
  owner_id: string | null;
  due_on: string | null;
  state: ActionState;
  expected: ExpectedEffect;
  effective_at: Date | null;
  review_on: string;
  review_told_at: Date | null;
  effective_how: SolvedHow | null;
  reason: string | null;
  verdict: ActionVerdict | null;
  ratio: number | null;
  ratio_low: number | null;
  ratio_high: number | null;
  judged_at: Date | null;
}

export async function lockAction(tx: Tx, id: string): Promise<StoredAction | undefined> {
  return tx.maybe<StoredAction>(
    sql`SELECT * FROM corrective_actions WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR NO KEY UPDATE`,
  );
}

/** The actions of a problem in the order they were planned. */
export async function actionsOf(tx: Tx, problemId: string): Promise<StoredAction[]> {
  return tx.rows<StoredAction>(sql`
    SELECT * FROM corrective_actions WHERE workspace_id = ${tx.workspaceId} AND problem_id = ${problemId} ORDER BY id`);
}

export type NewAction = Pick<
  StoredAction,
  'id' | 'problem_id' | 'title' | 'change' | 'owner_id' | 'due_on' | 'expected' | 'review_on'
>;

export async function insertAction(tx: Tx, row: NewAction, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO corrective_actions (id, workspace_id, problem_id, title, change, owner_id, due_on, state, expected, review_on,
      created_at, updated_at)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.problem_id}, ${row.title}, ${row.change}, ${row.owner_id}, ${row.due_on}, 'planned',
      ${JSON.stringify(row.expected)}::jsonb, ${row.review_on}, ${now}, ${now})`);
}

export async function saveAction(tx: Tx, id: string, change: Partial<StoredAction>, now: Date): Promise<void> {
  const pairs: Sql[] = Object.entries({ ...change, updated_at: now })
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) =>
      column === 'expected' ? sql`expected = ${JSON.stringify(value)}::jsonb` : sql`${raw(column)} = ${value}`,
    );
  await tx.run(sql`UPDATE corrective_actions SET ${join(pairs)} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
