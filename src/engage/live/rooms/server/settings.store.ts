// How long a workspace keeps its journals.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

/** Three years: what the rules for live commerce in China ask of whoever keeps such records. */
export const KEEP_DAYS_AT_FIRST = 1095;

export async function saveKeepDays(tx: Tx, keepDays: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_settings (workspace_id, keep_days) VALUES (${tx.workspaceId}, ${keepDays})
    ON CONFLICT (workspace_id) DO UPDATE SET keep_days = excluded.keep_days`);
}
