// Rows of audits.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { AuditFault, AuditView } from '../core/evidence.contract.ts';

interface AuditRow {
  id: string;
  state: AuditView['state'];
  size: number;
  done: number;
  erased: number;
  faults: { seq: number; fault: AuditFault }[];
  by_name: string;
  started_at: Date;
  finished_at: Date | null;
}

const columns = sql`id, state, size, done, erased, faults, by_name, started_at, finished_at FROM evidence_audits`;

/** @returns false when another audit is under way */
export async function insertAudit(
  tx: Tx,
  audit: { id: string; size: number; byName: string; now: Date },
): Promise<boolean> {
  const made = await tx.run(sql`
    INSERT INTO evidence_audits (id, workspace_id, state, size, by_name, started_at)
    VALUES (${audit.id}, ${tx.workspaceId}, 'waiting', ${audit.size}, ${audit.byName}, ${audit.now})
    ON CONFLICT (workspace_id) WHERE state IN ('waiting', 'running') DO NOTHING`);
  return made > 0;
}

/** Saves how far an audit came; `state` ends it. */
export async function saveAudit(
  tx: Tx,
  id: string,
  audit: {
    state: AuditView['state'];
    size: number;
    done: number;
    erased: number;
    faults: AuditRow['faults'];
    now: Date;
  },
): Promise<void> {
  const isOver = audit.state === 'sound' || audit.state === 'broken';
  await tx.run(sql`
    UPDATE evidence_audits SET state = ${audit.state}, size = ${audit.size}, done = ${audit.done}, erased = ${audit.erased},
      faults = ${JSON.stringify(audit.faults)}::jsonb, finished_at = ${isOver ? audit.now : null}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** One audit, or the newest. */
export async function readAudit(tx: Tx, id?: string): Promise<AuditView | undefined> {
  const which: Sql = id ? sql`AND id = ${id}` : empty;
  const row = await tx.maybe<AuditRow>(
    sql`SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} ${which} ORDER BY id DESC LIMIT 1`,
  );
  return row && viewOf(row);
}

/** Newest first. */
export async function listAudits(tx: Tx, query: { cursor?: string; limit: number }): Promise<Page<AuditView>> {
  const after = decodeCursor(query.cursor, 1);
  const rows = await tx.rows<AuditRow>(sql`
    SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} ${after ? sql`AND id < ${String(after[0])}` : empty}
    ORDER BY id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
}

function viewOf(row: AuditRow): AuditView {
  return {
    id: row.id,
    state: row.state,
    size: row.size,
    done: row.done,
    erased: row.erased,
    faults: row.faults,
    byName: row.by_name,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
