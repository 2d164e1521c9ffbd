// Reads the zone by whose calendar days the workspace counts.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

/** The zone whose calendar days the workspace counts by. */
export async function timeZoneOf(tx: Tx): Promise<string> {
  const row = await tx.maybe<{ time_zone: string }>(
    sql`SELECT time_zone FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`,
  );
  return row?.time_zone ?? 'Asia/Shanghai';
}
