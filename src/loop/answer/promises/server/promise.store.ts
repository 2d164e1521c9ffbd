// Writes promises.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { PromiseSource, PromiseState } from '../core/promise.contract.ts';

export interface PromiseRow {
  id: string;
  case_id: string | null;
  person_id: string | null;
  feedback_id: string | null;
  reply_id: string | null;
  transcript_id: string | null;
  source: PromiseSource;
  text: string;
  quote: string | null;
  state: PromiseState;
  due_at: Date | null;
  warn_at: Date | null;
  warned_at: Date | null;
  missed_at: Date | null;
  next_look_at: Date | null;
  made_by: string | null;
  made_by_id: string | null;
  made_at: Date | null;
  settled_by: string | null;
  settled_at: Date | null;
  note: string | null;
  dedupe: string;
  created_at: Date;
}

export const PROMISE_COLUMNS = sql`id, case_id, person_id, feedback_id, reply_id, transcript_id, source, text, quote, state, due_at, warn_at,
  warned_at, missed_at, next_look_at, made_by, made_by_id, made_at, settled_by, settled_at, note, dedupe, created_at`;

/** @returns false when the same was written before */
export async function insertPromise(tx: Tx, row: PromiseRow): Promise<boolean> {
  const saved = await tx.run(sql`
    INSERT INTO promises (workspace_id, ${PROMISE_COLUMNS})
    VALUES (${tx.workspaceId}, ${row.id}, ${row.case_id}, ${row.person_id}, ${row.feedback_id}, ${row.reply_id}, ${row.transcript_id},
      ${row.source}, ${row.text}, ${row.quote}, ${row.state}, ${row.due_at}, ${row.warn_at}, ${row.warned_at}, ${row.missed_at},
      ${row.next_look_at}, ${row.made_by}, ${row.made_by_id}, ${row.made_at}, ${row.settled_by}, ${row.settled_at}, ${row.note},
      ${row.dedupe}, ${row.created_at})
    ON CONFLICT (workspace_id, dedupe) DO NOTHING`);
  return saved > 0;
}

export function lockPromise(tx: Tx, id: string): Promise<PromiseRow | undefined> {
  return tx.maybe<PromiseRow>(
    sql`SELECT ${PROMISE_COLUMNS} FROM promises WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
  );
}

export async function savePromise(tx: Tx, row: PromiseRow): Promise<void> {
  await tx.run(sql`
    UPDATE promises SET case_id = ${row.case_id}, person_id = ${row.person_id}, text = ${row.text}, state = ${row.state},
      due_at = ${row.due_at}, warn_at = ${row.warn_at}, warned_at = ${row.warned_at}, missed_at = ${row.missed_at},
      next_look_at = ${row.next_look_at}, made_by = ${row.made_by}, made_by_id = ${row.made_by_id}, made_at = ${row.made_at},
      settled_by = ${row.settled_by}, settled_at = ${row.settled_at}, note = ${row.note}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${row.id}`);
}

/** Promises whose moment has come; those somebody else holds are passed over. */
export function lockDue(tx: Tx, now: Date, limit: number): Promise<PromiseRow[]> {
  return tx.rows<PromiseRow>(sql`
    SELECT ${PROMISE_COLUMNS} FROM promises
    WHERE workspace_id = ${tx.workspaceId} AND next_look_at <= ${now}
    ORDER BY next_look_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED`);
}

/** Promises heard before their feedback became a case join it. */
export async function joinCase(tx: Tx, caseId: string, feedbackIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    UPDATE promises SET case_id = ${caseId}
    WHERE workspace_id = ${tx.workspaceId} AND case_id IS NULL AND feedback_id = ANY(${[...feedbackIds]}::text[])`);
}

/** Promises of a merged case go with it. */
export async function moveToCase(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.run(sql`
    UPDATE promises SET case_id = ${intoId}
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ${fromId} AND state IN ('proposed', 'made', 'missed')`);
}
