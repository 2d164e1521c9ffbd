// Takes back waiting work that names somebody who is erased.
import sql from 'sql-template-tag';
import type { Tx } from '../database/database.ts';

/** Drops jobs whose payload, key or last error holds one of these values. @returns how many */
export function dropJobsNaming(tx: Tx, values: readonly string[]): Promise<number> {
  return tx.run(sql`
    DELETE FROM jobs j USING unnest(${[...values]}::text[]) AS v(value)
    WHERE j.workspace_id = ${tx.workspaceId} AND v.value <> ''
      AND position(v.value IN concat_ws(' ', j.payload::text, j.key, j.last_error)) > 0`);
}
