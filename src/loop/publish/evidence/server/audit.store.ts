// Rows of audits.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { AuditView } from '../core/evidence.contract.ts';

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
    faults: AuditView['faults'];
    now: Date;
  },
): Promise<void> {
  const isOver = audit.state === 'sound' || audit.state === 'broken';
  await tx.run(sql`
    UPDATE evidence_audits SET state = ${audit.state}, size = ${audit.size}, done = ${audit.done}, erased = ${audit.erased},
      faults = ${JSON.stringify(audit.faults)}::jsonb, finished_at = ${isOver ? audit.now : null}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
