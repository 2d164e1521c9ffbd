// Writes call-backs, their attempts and the rules that plan them.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CallbackOutcome, CallbackReason, CallbackState } from '../core/callback.contract.ts';
import type { CallbackRules } from '../core/callback-routes.contract.ts';

export interface CallbackRow {
  id: string;
  case_id: string;
  person_id: string | null;
  reason: CallbackReason;
  resolution: number;
  script_id: string | null;
  state: CallbackState;
  assignee_id: string | null;
  due_at: Date;
  next_at: Date;
  max_attempts: number;
  attempts: number;
  outcome: CallbackOutcome | null;
  note: string | null;
  plan_note: string | null;
  feedback_id: string | null;
  created_at: Date;
  created_by: string;
  done_at: Date | null;
  done_by: string | null;
}

export const CALLBACK_COLUMNS = sql`id, case_id, person_id, reason, resolution, script_id, state, assignee_id, due_at, next_at, max_attempts,
  attempts, outcome, note, plan_note, feedback_id, created_at, created_by, done_at, done_by`;

/** @returns false when a call to this person about this case is open already */
export async function insertCallback(tx: Tx, row: CallbackRow): Promise<boolean> {
  const saved = await tx.run(sql`
    INSERT INTO callbacks (workspace_id, ${CALLBACK_COLUMNS})
    VALUES (${tx.workspaceId}, ${row.id}, ${row.case_id}, ${row.person_id}, ${row.reason}, ${row.resolution}, ${row.script_id}, ${row.state},
      ${row.assignee_id}, ${row.due_at}, ${row.next_at}, ${row.max_attempts}, ${row.attempts}, ${row.outcome}, ${row.note},
      ${row.plan_note}, ${row.feedback_id}, ${row.created_at}, ${row.created_by}, ${row.done_at}, ${row.done_by})
    ON CONFLICT DO NOTHING`);
  return saved > 0;
}

export function lockCallback(tx: Tx, id: string): Promise<CallbackRow | undefined> {
  return tx.maybe<CallbackRow>(
    sql`SELECT ${CALLBACK_COLUMNS} FROM callbacks WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
  );
}

export async function saveCallback(tx: Tx, row: CallbackRow): Promise<void> {
  await tx.run(sql`
    UPDATE callbacks SET state = ${row.state}, assignee_id = ${row.assignee_id}, due_at = ${row.due_at}, next_at = ${row.next_at},
      attempts = ${row.attempts}, outcome = ${row.outcome}, note = ${row.note}, feedback_id = ${row.feedback_id},
      done_at = ${row.done_at}, done_by = ${row.done_by}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${row.id}`);
}

export async function insertAttempt(
  tx: Tx,
  attempt: { callbackId: string; number: number; at: Date; by: string; outcome: string; note: string | null },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO callback_attempts (workspace_id, callback_id, number, at, by_name, outcome, note)
    VALUES (${tx.workspaceId}, ${attempt.callbackId}, ${attempt.number}, ${attempt.at}, ${attempt.by}, ${attempt.outcome}, ${attempt.note})`);
}

export async function saveCallbackRules(tx: Tx, rules: CallbackRules, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO callback_settings (workspace_id, rules, started_at) VALUES (${tx.workspaceId}, ${JSON.stringify(rules)}::jsonb, ${now})
    ON CONFLICT (workspace_id) DO UPDATE SET rules = excluded.rules`);
}

/** Open calls about a case that is no longer settled are not needed; the customer is being helped anyway. */
export async function openCallbacksOf(tx: Tx, caseId: string): Promise<CallbackRow[]> {
  return tx.rows<CallbackRow>(sql`
    SELECT ${CALLBACK_COLUMNS} FROM callbacks WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId} AND state = 'open'
    ORDER BY id FOR UPDATE`);
}
