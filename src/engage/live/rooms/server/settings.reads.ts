// Reads how long a workspace keeps its journals.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { KEEP_DAYS_AT_FIRST } from './settings.store.ts';

export async function readKeepDays(tx: Tx): Promise<number> {
  const row = await tx.maybe<{ keep_days: number }>(
    sql`SELECT keep_days FROM live_settings WHERE workspace_id = ${tx.workspaceId}`,
  );
  return row?.keep_days ?? KEEP_DAYS_AT_FIRST;
}
