// Reads and settles dead letters for the screen on which a person decides about them.
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../database/database.ts';

export interface DeadLetterRow {
  id: string;
  source: 'reaction' | 'job' | 'mail' | 'webhook';
  name: string;
  payload: unknown;
  error: string;
  attempts: number;
  createdAt: Date;
  settledAt: Date | null;
  settledBy: string | null;
  outcome: 'replayed' | 'discarded' | null;
}

const columns = sql`id, source, name, payload, error, attempts, created_at AS "createdAt", settled_at AS "settledAt",
  settled_by AS "settledBy", outcome FROM dead_letters`;

/** Newest first. */
export function listDeadLetters(
  tx: Tx,
  filter: { settled: boolean | null; source?: string | undefined; beforeId?: string | undefined; limit: number },
): Promise<DeadLetterRow[]> {
  return tx.rows<DeadLetterRow>(sql`
    SELECT ${columns} WHERE workspace_id = ${tx.workspaceId}
      ${filter.settled === null ? empty : filter.settled ? sql`AND settled_at IS NOT NULL` : sql`AND settled_at IS NULL`}
      ${filter.source ? sql`AND source = ${filter.source}` : empty}
      ${filter.beforeId ? sql`AND id < ${filter.beforeId}` : empty}
    ORDER BY id DESC LIMIT ${filter.limit}`);
}

/** How many wait for a person; counted up to 10,000. */
export async function countOpenDeadLetters(tx: Tx): Promise<number> {
  const { open } = await tx.one<{ open: number }>(sql`
    SELECT count(*)::int AS open FROM
      (SELECT FROM dead_letters WHERE workspace_id = ${tx.workspaceId} AND settled_at IS NULL LIMIT 10000) AS waiting`);
  return open;
}

/** @param lock holds the row until the transaction ends */
export function readDeadLetter(tx: Tx, id: string, lock = false): Promise<DeadLetterRow | undefined> {
  return tx.maybe<DeadLetterRow>(
    sql`SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} AND id = ${id} ${lock ? sql`FOR UPDATE` : empty}`,
  );
}

/** Closes a dead letter with what was done about it. */
export async function settleDeadLetter(
  tx: Tx,
  settled: { id: string; outcome: 'replayed' | 'discarded'; by: string; now: Date },
): Promise<void> {
  await tx.run(sql`
    UPDATE dead_letters SET settled_at = ${settled.now}, settled_by = ${settled.by}, outcome = ${settled.outcome}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${settled.id}`);
}

/** Notes that one more try failed. */
export async function noteFailedReplay(tx: Tx, id: string, error: string): Promise<void> {
  await tx.run(sql`
    UPDATE dead_letters SET attempts = attempts + 1, error = ${error.slice(0, 4000)}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
