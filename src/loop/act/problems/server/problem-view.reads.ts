// Everything the page of a problem needs, in one transaction.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Cause, ProblemView } from '../core/problem.contract.ts';
import { offeredDeeds } from '../core/problem.state.ts';
import { categoriesOf } from './cause.reads.ts';
import { causesOf, type StoredCause } from './cause.store.ts';
import { problemLine, readActions, readShownProblem } from './problem.reads.ts';
import { countOpenCases, readProblemCases } from './problem-cases.reads.ts';

const FIRST_CASES = 20;
const FIRST_VOICES = 20;

/** @returns the whole problem, or `undefined` */
export async function readProblemView(tx: Tx, id: string): Promise<ProblemView | undefined> {
  const row = await readShownProblem(tx, id);
  if (!row) return undefined;
  const [members, openCases, firstCases, voices, causes, categories, correctiveActions] = await Promise.all([
    readMembers(tx, id),
    countOpenCases(tx, id),
    readProblemCases(tx, id, { limit: FIRST_CASES }),
    readVoices(tx, id),
    causesOf(tx, id).then((found) => withEvidence(tx, found)),
    categoriesOf(tx),
    readActions(tx, id),
  ]);
  return {
    ...problemLine(row),
    statement: row.statement,
    openedBy: row.opened_by_name ? { id: row.opened_by, name: row.opened_by_name } : null,
    solvedAt: row.solved_at?.toISOString() ?? null,
    solvedHow: row.solved_how,
    solvedReason: row.solved_reason,
    closedAt: row.closed_at?.toISOString() ?? null,
    reopenedCount: row.reopened_count,
    members,
    openCases,
    firstCases,
    voices,
    causes,
    categories,
    correctiveActions,
    deeds: offeredDeeds(row.state),
  };
}

async function readMembers(tx: Tx, problemId: string): Promise<ProblemView['members']> {
  return tx.rows<{ id: string; name: string }>(sql`
    SELECT f.id, f.name FROM problem_members m JOIN members_facts f ON f.workspace_id = m.workspace_id AND f.id = m.member_id
    WHERE m.workspace_id = ${tx.workspaceId} AND m.problem_id = ${problemId} ORDER BY f.name, f.id`);
}

async function readVoices(tx: Tx, problemId: string): Promise<ProblemView['voices']> {
  return tx.rows<ProblemView['voices'][number]>(sql`
    SELECT f.id AS "feedbackId", left(f.text, 400) AS text
    FROM problem_voices v JOIN feedback_facts f ON f.workspace_id = v.workspace_id AND f.id = v.feedback_id
    WHERE v.workspace_id = ${tx.workspaceId} AND v.problem_id = ${problemId} ORDER BY f.id DESC LIMIT ${FIRST_VOICES}`);
}

/** Evidence that has gone (an erased person's words) is left out; the cause stays. */
async function withEvidence(tx: Tx, causes: readonly StoredCause[]): Promise<Cause[]> {
  const feedbackIds = causes.flatMap((one) => one.feedback_ids);
  const caseIds = causes.flatMap((one) => one.case_ids);
  const [texts, cases] = await Promise.all([
    tx.rows<{ id: string; text: string }>(sql`
      SELECT id, left(text, 400) AS text FROM feedback_facts
      WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${feedbackIds}::text[])`),
    tx.rows<Cause['cases'][number]>(sql`
      SELECT id, number, title FROM cases_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${caseIds}::text[])`),
  ]);
  const textOf = new Map(texts.map((one) => [one.id, one.text]));
  const caseOf = new Map(cases.map((one) => [one.id, one]));
  return causes.map((one) => ({
    id: one.id,
    parentId: one.parentId,
    category: one.category,
    text: one.text,
    standing: one.standing,
    note: one.note,
    voices: one.feedback_ids.flatMap((id) => {
      const text = textOf.get(id);
      return text === undefined ? [] : [{ feedbackId: id, text }];
    }),
    cases: one.case_ids.flatMap((id) => caseOf.get(id) ?? []),
  }));
}

export async function problemExists(tx: Tx, id: string): Promise<boolean> {
  return (
    (await tx.maybe(sql`SELECT FROM problems WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`)) !== undefined
  );
}
