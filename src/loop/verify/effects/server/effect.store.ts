// Keeps how effects are measured and every figure that was ever shown.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ActionVerdict } from '../../../act/problems/core/problem-words.contract.ts';
import type { EffectOutcome, EffectPlan, SeriesDay } from '../core/effect.contract.ts';
import type { Look } from '../core/effect-words.contract.ts';

export interface StoredPlan {
  action_id: string;
  problem_id: string;
  effective_on: string;
  review_on: string;
  plan: EffectPlan;
  watching: boolean;
  asked_at: Date | null;
}

export interface StoredResult {
  id: string;
  action_id: string;
  problem_id: string;
  version: number;
  look: Look;
  verdict: ActionVerdict;
  ratio: number | null;
  low: number | null;
  high: number | null;
  through_on: string;
  computed_at: Date;
  plan: EffectPlan;
  series: SeriesDay[];
  outcome: EffectOutcome;
}

export async function lockPlan(tx: Tx, actionId: string): Promise<StoredPlan | undefined> {
  return tx.maybe<StoredPlan>(sql`
    SELECT action_id, problem_id, effective_on, review_on, plan, watching, asked_at FROM effect_plans
    WHERE workspace_id = ${tx.workspaceId} AND action_id = ${actionId} FOR UPDATE`);
}

/** Writes a plan; one that is there already is kept as it is. @returns whether it is new */
export async function insertPlan(tx: Tx, row: Omit<StoredPlan, 'asked_at'>, by: string, now: Date): Promise<boolean> {
  const made = await tx.run(sql`
    INSERT INTO effect_plans (action_id, workspace_id, problem_id, effective_on, review_on, plan, watching, asked_at, changed_at, changed_by)
    VALUES (${row.action_id}, ${tx.workspaceId}, ${row.problem_id}, ${row.effective_on}, ${row.review_on},
      ${JSON.stringify(row.plan)}::jsonb, ${row.watching}, ${now}, ${now}, ${by})
    ON CONFLICT (action_id) DO NOTHING`);
  return made > 0;
}

export async function savePlan(tx: Tx, actionId: string, plan: EffectPlan, by: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE effect_plans SET plan = ${JSON.stringify(plan)}::jsonb, changed_at = ${now}, changed_by = ${by}
    WHERE workspace_id = ${tx.workspaceId} AND action_id = ${actionId}`);
}

/** @param askedAt null: nothing is waited for */
export async function saveAsked(tx: Tx, actionId: string, askedAt: Date | null): Promise<void> {
  await tx.run(sql`
    UPDATE effect_plans SET asked_at = ${askedAt} WHERE workspace_id = ${tx.workspaceId} AND action_id = ${actionId}`);
}

export async function saveWatching(tx: Tx, actionId: string, watching: boolean): Promise<void> {
  await tx.run(sql`
    UPDATE effect_plans SET watching = ${watching} WHERE workspace_id = ${tx.workspaceId} AND action_id = ${actionId}`);
}

export async function saveReviewDay(tx: Tx, actionId: string, reviewOn: string): Promise<void> {
  await tx.run(sql`
    UPDATE effect_plans SET review_on = ${reviewOn}, watching = true
    WHERE workspace_id = ${tx.workspaceId} AND action_id = ${actionId}`);
}

export async function latestResult(tx: Tx, actionId: string): Promise<StoredResult | undefined> {
  return tx.maybe<StoredResult>(sql`
    SELECT * FROM effect_results WHERE workspace_id = ${tx.workspaceId} AND action_id = ${actionId}
    ORDER BY version DESC LIMIT 1`);
}

/** The latest look at a review day. */
export async function latestReview(tx: Tx, actionId: string): Promise<{ through_on: string } | undefined> {
  return tx.maybe<{ through_on: string }>(sql`
    SELECT through_on FROM effect_results WHERE workspace_id = ${tx.workspaceId} AND action_id = ${actionId} AND look = 'review'
    ORDER BY version DESC LIMIT 1`);
}

export async function insertResult(tx: Tx, row: StoredResult): Promise<void> {
  await tx.run(sql`
    INSERT INTO effect_results (id, workspace_id, action_id, problem_id, version, look, verdict, ratio, low, high, through_on,
      computed_at, plan, series, outcome)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.action_id}, ${row.problem_id}, ${row.version}, ${row.look}, ${row.verdict},
      ${row.ratio}, ${row.low}, ${row.high}, ${row.through_on}, ${row.computed_at}, ${JSON.stringify(row.plan)}::jsonb,
      ${JSON.stringify(row.series)}::jsonb, ${JSON.stringify(row.outcome)}::jsonb)`);
}
