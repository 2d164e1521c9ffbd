// Hides names of stored files that name somebody who is erased.
import sql from 'sql-template-tag';
import type { Tx } from '../database/database.ts';

/** A file called after a person is called nothing any more; whose file it is is known to the feature that keeps it. */
export async function hideFileNames(tx: Tx, names: readonly string[]): Promise<void> {
  await tx.run(sql`
    UPDATE files SET name = '—' WHERE workspace_id = ${tx.workspaceId}
      AND EXISTS (SELECT FROM unnest(${[...names]}::text[]) AS n(name) WHERE position(lower(n.name) IN lower(files.name)) > 0)`);
}
