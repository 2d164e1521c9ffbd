// Reads problems and actions as lists.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CorrectiveAction, ProblemRow } from '../core/problem.contract.ts';
import type { ActionState, ProblemState, Severity } from '../core/problem-words.contract.ts';
import type { StoredAction } from './action.store.ts';
import type { StoredProblem } from './problem.store.ts';

export interface ShownProblem extends StoredProblem {
  owner_name: string | null;
  opened_by_name: string | null;
  products: { id: string; name: string }[];
  actions_all: number;
  actions_live: number;
  next_review_on: string | null;
}

const shownColumns = (tx: Tx): Sql => sql`
  p.*, o.name AS owner_name, b.name AS opened_by_name,
  coalesce((SELECT json_agg(json_build_object('id', x.id, 'name', x.name) ORDER BY x.name) FROM products_facts x
    WHERE x.workspace_id = ${tx.workspaceId} AND x.id = ANY(p.product_ids)), '[]') AS products,
  (SELECT count(*)::int FROM corrective_actions a WHERE a.workspace_id = ${tx.workspaceId} AND a.problem_id = p.id
    AND a.state <> 'withdrawn') AS actions_all,
  (SELECT count(*)::int FROM corrective_actions a WHERE a.workspace_id = ${tx.workspaceId} AND a.problem_id = p.id
    AND a.state IN ('done', 'effective')) AS actions_live,
  (SELECT min(a.review_on) FROM corrective_actions a WHERE a.workspace_id = ${tx.workspaceId} AND a.problem_id = p.id
    AND a.state = 'done') AS next_review_on`;

const people = (tx: Tx): Sql => sql`
  LEFT JOIN members_facts o ON o.workspace_id = ${tx.workspaceId} AND o.id = p.owner_id
  LEFT JOIN members_facts b ON b.workspace_id = ${tx.workspaceId} AND b.id = p.opened_by`;

export async function readShownProblem(tx: Tx, id: string): Promise<ShownProblem | undefined> {
  return tx.maybe<ShownProblem>(sql`
    SELECT ${shownColumns(tx)} FROM problems p ${people(tx)} WHERE p.workspace_id = ${tx.workspaceId} AND p.id = ${id}`);
}

export function problemLine(row: ShownProblem): ProblemRow {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    severity: row.severity,
    owner: row.owner_id ? { id: row.owner_id, name: row.owner_name ?? '' } : null,
    themes: row.themes,
    products: row.products,
    cases: row.cases,
    openedAt: row.opened_at.toISOString(),
    stateAt: row.state_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    actions: { all: row.actions_all, live: row.actions_live, nextReviewOn: row.next_review_on },
  };
}

export interface ProblemFilter {
  state?: readonly ProblemState[] | undefined;
  severity?: readonly Severity[] | undefined;
  owner?: string | undefined;
  theme?: string | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

export async function listProblems(tx: Tx, filter: ProblemFilter): Promise<Page<ProblemRow>> {
  const [before] = decodeCursor(filter.cursor, 1) ?? [null];
  const words = filter.q?.trim().replace(/[\\%_]/g, (character) => `\\${character}`);
  const rows = await tx.rows<ShownProblem>(sql`
    SELECT ${shownColumns(tx)} FROM problems p ${people(tx)}
    WHERE p.workspace_id = ${tx.workspaceId} ${before ? sql`AND p.id < ${before}::text` : empty}
      ${filter.state ? sql`AND p.state = ANY(${[...filter.state]}::text[])` : empty}
      ${filter.severity ? sql`AND p.severity = ANY(${[...filter.severity]}::text[])` : empty}
      ${filter.owner ? sql`AND p.owner_id = ${filter.owner}` : empty}
      ${filter.theme ? sql`AND ${filter.theme} = ANY(p.themes)` : empty}
      ${words ? sql`AND p.title ILIKE ${`%${words}%`}` : empty}
    ORDER BY p.id DESC LIMIT ${filter.limit + 1}`);
  const page = cutPage(rows, filter.limit, (row) => [row.id]);
  return { items: page.items.map(problemLine), nextCursor: page.nextCursor };
}

/** @returns the problem of a case, or null; `undefined` when there is no such case */
export async function readProblemOfCase(tx: Tx, caseId: string): Promise<ProblemRow | null | undefined> {
  const found = await tx.maybe<{ problem_id: string | null }>(sql`
    SELECT m.problem_id FROM cases_facts c LEFT JOIN problem_cases m ON m.workspace_id = c.workspace_id AND m.case_id = c.id
    WHERE c.workspace_id = ${tx.workspaceId} AND c.id = ${caseId}`);
  if (!found) return undefined;
  const row = found.problem_id ? await readShownProblem(tx, found.problem_id) : undefined;
  return row ? problemLine(row) : null;
}

export interface ShownAction extends StoredAction {
  owner_name: string | null;
}

export function actionLine(row: ShownAction): CorrectiveAction {
  return {
    id: row.id,
    problemId: row.problem_id,
    title: row.title,
    change: row.change,
    owner: row.owner_id ? { id: row.owner_id, name: row.owner_name ?? '' } : null,
    dueOn: row.due_on,
    state: row.state,
    expected: row.expected,
    effectiveAt: row.effective_at?.toISOString() ?? null,
    reviewOn: row.review_on,
    effectiveHow: row.effective_how,
    reason: row.reason,
    verdict: row.verdict,
    ratio: row.ratio,
    low: row.ratio_low,
    high: row.ratio_high,
    judgedAt: row.judged_at?.toISOString() ?? null,
  };
}

export async function readActions(tx: Tx, problemId: string): Promise<CorrectiveAction[]> {
  const rows = await tx.rows<ShownAction>(sql`
    SELECT a.*, o.name AS owner_name FROM corrective_actions a
    LEFT JOIN members_facts o ON o.workspace_id = a.workspace_id AND o.id = a.owner_id
    WHERE a.workspace_id = ${tx.workspaceId} AND a.problem_id = ${problemId} ORDER BY a.id`);
  return rows.map(actionLine);
}

export type ListedAction = CorrectiveAction & { problemNumber: number; problemTitle: string };

/** Actions of all problems, the next review first. @param today the workspace's day, for `due` */
export async function listActions(
  tx: Tx,
  query: {
    state?: readonly ActionState[] | undefined;
    owner?: string | undefined;
    due?: boolean | undefined;
    cursor?: string | undefined;
    limit: number;
  },
  today: string,
): Promise<Page<ListedAction>> {
  const [day, id] = decodeCursor(query.cursor, 2) ?? [null, null];
  const states = query.due ? ['done'] : query.state;
  const rows = await tx.rows<ShownAction & { problem_number: number; problem_title: string }>(sql`
    SELECT a.*, o.name AS owner_name, p.number AS problem_number, p.title AS problem_title
    FROM corrective_actions a JOIN problems p ON p.workspace_id = a.workspace_id AND p.id = a.problem_id
    LEFT JOIN members_facts o ON o.workspace_id = a.workspace_id AND o.id = a.owner_id
    WHERE a.workspace_id = ${tx.workspaceId} ${day && id ? sql`AND (a.review_on, a.id) > (${day}::date, ${id}::text)` : empty}
      ${states ? sql`AND a.state = ANY(${[...states]}::text[])` : empty}
      ${query.owner ? sql`AND a.owner_id = ${query.owner}` : empty}
      ${query.due ? sql`AND a.review_on <= ${today}::date` : empty}
    ORDER BY a.review_on, a.id LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.review_on, row.id]);
  const items = page.items.map((row) => ({
    ...actionLine(row),
    problemNumber: row.problem_number,
    problemTitle: row.problem_title,
  }));
  return { items, nextCursor: page.nextCursor };
}
