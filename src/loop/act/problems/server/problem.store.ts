// Writes and row locks on problems, and on which cases and voices belong to them.
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ProblemState, Severity, SolvedHow } from '../core/problem-words.contract.ts';

/** A problem as its row holds it. */
export interface StoredProblem {
  id: string;
  number: number;
  title: string;
  statement: string | null;
  state: ProblemState;
  severity: Severity;
  owner_id: string | null;
  themes: string[];
  product_ids: string[];
  cases: number;
  opened_by: string;
  opened_at: Date;
  state_at: Date;
  solved_at: Date | null;
  solved_how: SolvedHow | null;
  solved_reason: string | null;
  closed_at: Date | null;
  reopened_count: number;
  updated_at: Date;
}

/** Locks one problem. What is not there, or is another workspace's, gives `undefined`. */
export async function lockProblem(tx: Tx, id: string): Promise<StoredProblem | undefined> {
  return tx.maybe<StoredProblem>(
    sql`SELECT * FROM problems WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR NO KEY UPDATE`,
  );
}

export async function nextNumber(tx: Tx): Promise<number> {
  const row = await tx.one<{ last: number }>(sql`
    INSERT INTO problem_counters (workspace_id, last) VALUES (${tx.workspaceId}, 1)
    ON CONFLICT (workspace_id) DO UPDATE SET last = problem_counters.last + 1 RETURNING last`);
  return row.last;
}

export type NewProblem = Pick<
  StoredProblem,
  'id' | 'number' | 'title' | 'statement' | 'severity' | 'owner_id' | 'themes' | 'product_ids' | 'opened_by'
>;

export async function insertProblem(tx: Tx, row: NewProblem, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO problems (id, workspace_id, number, title, statement, state, severity, owner_id, themes, product_ids, opened_by,
      opened_at, state_at, updated_at)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.number}, ${row.title}, ${row.statement}, 'open', ${row.severity}, ${row.owner_id},
      ${row.themes}::text[], ${row.product_ids}::text[], ${row.opened_by}, ${now}, ${now}, ${now})`);
}

/** Changes columns of one problem; `updated_at` goes with it. */
export async function saveProblem(tx: Tx, id: string, change: Partial<StoredProblem>, now: Date): Promise<void> {
  const pairs: Sql[] = Object.entries({ ...change, updated_at: now })
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${raw(column)} = ${value}`);
  await tx.run(sql`UPDATE problems SET ${join(pairs)} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Which problem each of these cases belongs to; cases of none are left out. */
export async function problemsOfCases(tx: Tx, caseIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ case_id: string; problem_id: string }>(sql`
    SELECT case_id, problem_id FROM problem_cases WHERE workspace_id = ${tx.workspaceId} AND case_id = ANY(${[...caseIds]}::text[])`);
  return new Map(rows.map((row) => [row.case_id, row.problem_id]));
}

/** Puts cases under a problem; one that already is under another stays there. @returns those that joined */
export async function insertCases(
  tx: Tx,
  problemId: string,
  caseIds: readonly string[],
  by: string,
  now: Date,
): Promise<string[]> {
  if (caseIds.length === 0) return [];
  const rows = await tx.rows<{ case_id: string }>(sql`
    INSERT INTO problem_cases (workspace_id, case_id, problem_id, added_at, added_by)
    SELECT ${tx.workspaceId}, c, ${problemId}, ${now}, ${by} FROM unnest(${[...caseIds].sort()}::text[]) AS c
    ON CONFLICT (workspace_id, case_id) DO NOTHING RETURNING case_id`);
  await recountCases(tx, problemId);
  return rows.map((row) => row.case_id);
}

export async function deleteCase(tx: Tx, problemId: string, caseId: string): Promise<boolean> {
  const gone = await tx.run(sql`
    DELETE FROM problem_cases WHERE workspace_id = ${tx.workspaceId} AND problem_id = ${problemId} AND case_id = ${caseId}`);
  if (gone > 0) await recountCases(tx, problemId);
  return gone > 0;
}

async function recountCases(tx: Tx, problemId: string): Promise<void> {
  await tx.run(sql`
    UPDATE problems SET cases = (SELECT count(*) FROM problem_cases m
      WHERE m.workspace_id = ${tx.workspaceId} AND m.problem_id = ${problemId})
    WHERE workspace_id = ${tx.workspaceId} AND id = ${problemId}`);
}

/** @returns the voices that are new to the problem */
export async function insertVoices(
  tx: Tx,
  problemId: string,
  feedbackIds: readonly string[],
  now: Date,
): Promise<string[]> {
  if (feedbackIds.length === 0) return [];
  const rows = await tx.rows<{ feedback_id: string }>(sql`
    INSERT INTO problem_voices (workspace_id, problem_id, feedback_id, added_at)
    SELECT ${tx.workspaceId}, ${problemId}, f, ${now} FROM unnest(${[...feedbackIds].sort()}::text[]) AS f
    ON CONFLICT DO NOTHING RETURNING feedback_id`);
  return rows.map((row) => row.feedback_id);
}

export async function saveMembers(tx: Tx, problemId: string, memberIds: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM problem_members WHERE workspace_id = ${tx.workspaceId} AND problem_id = ${problemId}
    AND member_id <> ALL(${[...memberIds]}::text[])`);
  await tx.run(sql`
    INSERT INTO problem_members (workspace_id, problem_id, member_id)
    SELECT ${tx.workspaceId}, ${problemId}, m FROM unnest(${[...memberIds]}::text[]) AS m ON CONFLICT DO NOTHING`);
}
