// Reads policies and the way of edits for screens.
import sql from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { PolicyView } from '../core/clock.contract.ts';
import type { ClockUpdateView } from '../core/clock-update.contract.ts';
import { type PolicyRow, readPolicies, readPolicy } from './policy.store.ts';

type PageInput = { cursor?: string | undefined; limit: number };

export async function listPolicies(tx: Tx, input: PageInput): Promise<Page<PolicyView>> {
  const after = decodeCursor(input.cursor, 2);
  const rows = await readPolicies(tx, after && [Number(after[0]) || 0, String(after[1])], input.limit + 1);
  const page = cutPage(rows, input.limit, (row) => [row.position, row.id]);
  return { items: page.items.map(policyViewOf), nextCursor: page.nextCursor };
}

export async function readPolicyView(tx: Tx, id: string): Promise<PolicyView | undefined> {
  const row = await readPolicy(tx, id);
  return row && policyViewOf(row);
}

export function policyViewOf(row: PolicyRow): PolicyView {
  return { ...row, id: row.id as PolicyView['id'], updatedAt: row.updatedAt.toISOString() };
}

interface UpdateRow {
  id: string;
  cause: ClockUpdateView['cause'];
  subject_id: string | null;
  state: ClockUpdateView['state'];
  total: number;
  looked_at: number;
  changed: number;
  started_at: Date;
  finished_at: Date | null;
}

export async function listClockUpdates(tx: Tx, input: PageInput): Promise<Page<ClockUpdateView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<UpdateRow>(sql`
    SELECT id, cause, subject_id, state, total, looked_at, changed, started_at, finished_at FROM clock_updates
    WHERE workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return {
    items: page.items.map((row) => ({
      id: row.id as ClockUpdateView['id'],
      cause: row.cause,
      subjectId: row.subject_id,
      state: row.state,
      total: row.total,
      lookedAt: row.looked_at,
      changed: row.changed,
      startedAt: row.started_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
    })),
    nextCursor: page.nextCursor,
  };
}
