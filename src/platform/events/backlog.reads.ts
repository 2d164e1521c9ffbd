// How much a reaction still has before it, so that a screen can say what is on its way.
import sql from 'sql-template-tag';
import type { Tx } from '../database/database.ts';

/**
 * Ids named in events of one type that a reaction has not passed yet.
 * @param list field of the event's data that holds the ids
 */
export async function countBacklog(tx: Tx, wanted: { reaction: string; type: string; list: string }): Promise<number> {
  const { waiting } = await tx.one<{ waiting: number }>(sql`
    SELECT coalesce(sum(jsonb_array_length(e.data -> ${wanted.list})), 0)::bigint AS waiting
    FROM events e
    WHERE e.workspace_id = ${tx.workspaceId} AND e.type = ${wanted.type}
      AND e.seq > coalesce((SELECT seq FROM reaction_cursors WHERE reaction = ${wanted.reaction}), 0)`);
  return waiting;
}
