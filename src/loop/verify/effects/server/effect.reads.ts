// Reads measured effects: one with its days, or the latest of a problem in short.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { EffectResult, EffectView, ResultHead } from '../core/effect.contract.ts';
import type { Reason } from '../core/effect-words.contract.ts';
import type { StoredPlan, StoredResult } from './effect.store.ts';
import { latestResult } from './effect.store.ts';

type HeadRow = Pick<
  StoredResult,
  'version' | 'look' | 'verdict' | 'ratio' | 'low' | 'high' | 'through_on' | 'computed_at'
>;

function headOf(row: HeadRow): ResultHead {
  const { version, look, verdict, ratio, low, high } = row;
  return {
    version,
    look,
    verdict,
    ratio,
    low,
    high,
    throughOn: row.through_on,
    computedAt: row.computed_at.toISOString(),
  };
}

export function resultOf(row: StoredResult): EffectResult {
  return { ...headOf(row), plan: row.plan, series: row.series, outcome: row.outcome };
}

const VERSIONS = 60;

/** @returns the effect with its newest figures, or `undefined` */
export async function readEffect(tx: Tx, actionId: string): Promise<EffectView | undefined> {
  const row = await tx.maybe<StoredPlan & { action_title: string; problem_number: number; problem_title: string }>(sql`
    SELECT e.action_id, e.problem_id, e.effective_on, e.review_on, e.plan, e.watching, e.asked_at, a.title AS action_title,
      p.number AS problem_number, p.title AS problem_title
    FROM effect_plans e JOIN actions_facts a ON a.workspace_id = e.workspace_id AND a.id = e.action_id
      JOIN problems_facts p ON p.workspace_id = e.workspace_id AND p.id = e.problem_id
    WHERE e.workspace_id = ${tx.workspaceId} AND e.action_id = ${actionId}`);
  if (!row) return undefined;
  const heads = await tx.rows<HeadRow>(sql`
    SELECT version, look, verdict, ratio, low, high, through_on, computed_at FROM effect_results
    WHERE workspace_id = ${tx.workspaceId} AND action_id = ${actionId} ORDER BY version DESC LIMIT ${VERSIONS}`);
  const latest = await latestResult(tx, actionId);
  const review = heads.find((one) => one.look === 'review');
  return {
    actionId: row.action_id,
    problemId: row.problem_id,
    problemNumber: row.problem_number,
    problemTitle: row.problem_title,
    actionTitle: row.action_title,
    effectiveOn: row.effective_on,
    reviewOn: row.review_on,
    watching: row.watching,
    pending: row.asked_at !== null,
    plan: row.plan,
    latest: latest ? resultOf(latest) : null,
    review: review ? headOf(review) : null,
    versions: heads.map(headOf),
  };
}

export async function readVersion(tx: Tx, actionId: string, version: number): Promise<EffectResult | undefined> {
  const row = await tx.maybe<StoredResult>(sql`
    SELECT * FROM effect_results
    WHERE workspace_id = ${tx.workspaceId} AND action_id = ${actionId} AND version = ${version}`);
  return row && resultOf(row);
}

export type ListedEffect = ResultHead & { actionId: string; reasons: Reason[]; daysNeeded: number | null };

/** The newest figures of each measured action of a problem. */
export async function listEffects(tx: Tx, problemId: string): Promise<ListedEffect[]> {
  const rows = await tx.rows<HeadRow & { action_id: string; reasons: Reason[]; days_needed: number | null }>(sql`
    SELECT DISTINCT ON (action_id) action_id, version, look, verdict, ratio, low, high, through_on, computed_at,
      outcome -> 'reasons' AS reasons, (outcome ->> 'daysNeeded')::int AS days_needed
    FROM effect_results WHERE workspace_id = ${tx.workspaceId} AND problem_id = ${problemId}
    ORDER BY action_id, version DESC`);
  return rows.map((row) => ({
    ...headOf(row),
    actionId: row.action_id,
    reasons: row.reasons,
    daysNeeded: row.days_needed,
  }));
}
