// Reads audits for the screen.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { AuditView } from '../core/evidence.contract.ts';

interface AuditRow {
  id: string;
  state: AuditView['state'];
  size: number;
  done: number;
  erased: number;
  faults: AuditView['faults'];
  by_name: string;
  started_at: Date;
  finished_at: Date | null;
}

const columns = sql`id, state, size, done, erased, faults, by_name, started_at, finished_at FROM evidence_audits`;

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
