// Keeps re-judgements: what they cover, how far they are.
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { JudgementRunView, RunScope } from '../core/judgement.contract.ts';
import type { LabelMoves } from '../core/label-moves.ts';
import { keywordTokens } from '../core/tokens.ts';

export interface RunRow {
  id: string;
  state: JudgementRunView['state'];
  engine: string;
  scope: RunScope;
  total: number;
  done: number;
  changed: number;
  was: LabelMoves;
  moves: LabelMoves;
  cursor: string;
  byName: string;
  createdAt: Date;
  finishedAt: Date | null;
}

export const RUN_COLUMNS = sql`id, state, engine, scope, total, done, changed, was, moves, cursor, by_name AS "byName", created_at AS "createdAt",
  finished_at AS "finishedAt"`;

/** The conditions of a scope on `judgements j`. */
function within(scope: RunScope, engine: string): Sql {
  return sql`
    ${scope.outdatedOnly ? sql`AND j.engine <> ${engine}` : empty}
    ${scope.channel ? sql`AND j.channel = ${scope.channel}` : empty}
    ${scope.productId ? sql`AND j.product_id = ${scope.productId}` : empty}
    ${scope.theme ? sql`AND ${scope.theme} = ANY(j.themes)` : empty}
    ${scope.words?.length ? sql`AND j.tokens && ${scope.words.flatMap(keywordTokens)}::int[]` : empty}
    ${scope.from ? sql`AND j.occurred_at >= ${scope.from}::timestamptz` : empty}
    ${scope.to ? sql`AND j.occurred_at < ${scope.to}::timestamptz` : empty}`;
}

export async function countScope(tx: Tx, scope: RunScope, engine: string): Promise<number> {
  const row = await tx.one<{ count: number }>(sql`
    SELECT count(*) AS count FROM judgements j WHERE j.workspace_id = ${tx.workspaceId} ${within(scope, engine)}`);
  return row.count;
}

/** Whether there is such a product. */
export async function isProduct(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.maybe<{ one: number }>(
    sql`SELECT 1 AS one FROM products_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
  return row !== undefined;
}

/** The next ids of a run after its cursor, in order. */
export async function nextInScope(tx: Tx, run: RunRow, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT j.feedback_id AS id FROM judgements j
    WHERE j.workspace_id = ${tx.workspaceId} AND j.feedback_id > ${run.cursor} ${within(run.scope, run.engine)}
    ORDER BY j.feedback_id LIMIT ${limit}`);
  return rows.map((row) => row.id);
}

export function lockRun(tx: Tx, id: string): Promise<RunRow | undefined> {
  return tx.maybe<RunRow>(
    sql`SELECT ${RUN_COLUMNS} FROM judgement_runs WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
  );
}

/** The run that waits or works, if any; there is never more than one in a workspace. */
export function openRun(tx: Tx): Promise<RunRow | undefined> {
  return tx.maybe<RunRow>(sql`
    SELECT ${RUN_COLUMNS} FROM judgement_runs WHERE workspace_id = ${tx.workspaceId} AND state IN ('waiting', 'running', 'paused')`);
}

/** Adds a run. @returns false when another one is under way */
export async function insertRun(tx: Tx, run: RunRow & { byId: string }): Promise<boolean> {
  const added = await tx.run(sql`
    INSERT INTO judgement_runs (id, workspace_id, state, engine, scope, total, by_id, by_name, created_at)
    VALUES (${run.id}, ${tx.workspaceId}, ${run.state}, ${run.engine}, ${JSON.stringify(run.scope)}::jsonb, ${run.total},
      ${run.byId}, ${run.byName}, ${run.createdAt})
    ON CONFLICT DO NOTHING`);
  return added > 0;
}

export async function saveRun(tx: Tx, run: RunRow): Promise<void> {
  await tx.run(sql`
    UPDATE judgement_runs SET state = ${run.state}, done = ${run.done}, changed = ${run.changed}, cursor = ${run.cursor},
      was = ${JSON.stringify(run.was)}::jsonb, moves = ${JSON.stringify(run.moves)}::jsonb, engine = ${run.engine},
      finished_at = ${run.finishedAt}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${run.id}`);
}
