// Reads the cases of problems: those that belong, those still open, those that look as if they belonged.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ProblemCase } from '../core/problem.contract.ts';
import type { ToldCase } from '../core/told-once.ts';

interface CaseRow extends Omit<ProblemCase, 'openedAt'> {
  opened_at: Date;
}

const shown = ({ opened_at, ...row }: CaseRow): ProblemCase => ({ ...row, openedAt: opened_at.toISOString() });

/** The cases of a problem, newest first. Merged ones are shown by the case that stands for them. */
export async function readProblemCases(
  tx: Tx,
  problemId: string,
  query: { cursor?: string | undefined; limit: number; open?: boolean | undefined },
): Promise<Page<ProblemCase>> {
  const [before] = decodeCursor(query.cursor, 1) ?? [null];
  const rows = await tx.rows<CaseRow>(sql`
    SELECT c.id, c.number, c.title, c.status, c.public_stage AS "publicStage", c.priority, c.voices, c.opened_at
    FROM problem_cases m JOIN cases_facts c ON c.workspace_id = m.workspace_id AND c.id = m.case_id
    WHERE m.workspace_id = ${tx.workspaceId} AND m.problem_id = ${problemId} AND c.merged_into IS NULL
      ${before ? sql`AND m.case_id < ${before}::text` : empty} ${query.open ? sql`AND c.is_open` : empty}
    ORDER BY m.case_id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  return { items: page.items.map(shown), nextCursor: page.nextCursor };
}

export async function countOpenCases(tx: Tx, problemId: string): Promise<number> {
  const row = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM problem_cases m JOIN cases_facts c ON c.workspace_id = m.workspace_id AND c.id = m.case_id
    WHERE m.workspace_id = ${tx.workspaceId} AND m.problem_id = ${problemId} AND c.is_open`);
  return row.count;
}

/** Open cases in the order of their ids, with who reported each. */
export async function openCasesWithPeople(tx: Tx, problemId: string, limit: number): Promise<ToldCase[]> {
  return tx.rows<ToldCase>(sql`
    SELECT c.id, coalesce(array_agg(DISTINCT f.person_id::text) FILTER (WHERE f.person_id IS NOT NULL), '{}') AS people,
      count(*) FILTER (WHERE f.id IS NOT NULL AND f.person_id IS NULL) > 0 AS nameless
    FROM (
      SELECT o.id FROM problem_cases m JOIN cases_facts o ON o.workspace_id = m.workspace_id AND o.id = m.case_id
      WHERE m.workspace_id = ${tx.workspaceId} AND m.problem_id = ${problemId} AND o.is_open ORDER BY o.id LIMIT ${limit}) c
    LEFT JOIN case_feedback_facts j ON j.workspace_id = ${tx.workspaceId} AND j.case_id = c.id
    LEFT JOIN feedback_facts f ON f.workspace_id = ${tx.workspaceId} AND f.id = j.feedback_id
    GROUP BY c.id ORDER BY c.id`);
}

const SUGGESTED = 50;
/** What is older than the newest so many is no news of this problem. */
const LOOKED_AT = 20_000;

/** Cases of the problem's themes (and products, where it names any) that belong to no problem; `undefined` when it is not there. */
export async function readSuggestedCases(tx: Tx, problemId: string): Promise<ProblemCase[] | undefined> {
  const problem = await tx.maybe<{ themes: string[]; product_ids: string[] }>(
    sql`SELECT themes, product_ids FROM problems WHERE workspace_id = ${tx.workspaceId} AND id = ${problemId}`,
  );
  if (!problem) return undefined;
  const { themes, product_ids: products } = problem;
  if (themes.length + products.length === 0) return [];
  const rows = await tx.rows<CaseRow>(sql`
    SELECT c.id, c.number, c.title, c.status, c.public_stage AS "publicStage", c.priority, c.voices, c.opened_at
    FROM (SELECT * FROM cases_facts WHERE workspace_id = ${tx.workspaceId} ORDER BY id DESC LIMIT ${LOOKED_AT}) c
    WHERE c.merged_into IS NULL
      ${themes.length > 0 ? sql`AND (c.theme = ANY(${[...themes]}::text[]) OR split_part(c.theme, '.', 1) = ANY(${[...themes]}::text[]))` : empty}
      ${products.length > 0 ? sql`AND c.product_id = ANY(${[...products]}::text[])` : empty}
      AND NOT EXISTS (SELECT FROM problem_cases m WHERE m.workspace_id = c.workspace_id AND m.case_id = c.id)
    ORDER BY c.id DESC LIMIT ${SUGGESTED}`);
  return rows.map(shown);
}
