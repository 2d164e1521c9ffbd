// Reads interactions: one, those of a show, and what anybody may see of a result.
import sql from 'sql-template-tag';
import type { Statements, Tx } from '../../../../platform/database/database.ts';
import { type InteractionRow, interactionColumns } from './interaction.store.ts';

export async function findInteraction(tx: Tx, id: string): Promise<InteractionRow | undefined> {
  return tx.maybe<InteractionRow>(
    sql`SELECT ${interactionColumns} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
}

/** Interactions of a show, oldest first. */
export async function interactionsOfShow(tx: Tx, sessionId: string): Promise<InteractionRow[]> {
  return tx.rows<InteractionRow>(sql`
    SELECT ${interactionColumns} WHERE workspace_id = ${tx.workspaceId} AND session_id = ${sessionId} ORDER BY id`);
}

/** A final result by its public address, or why there is none. */
export async function publicResult(
  machine: Statements,
  id: string,
): Promise<{ result: string; resultHash: string } | undefined> {
  if (!/^act_[0-9a-z]{26}$/.test(id)) return undefined;
  return machine.maybe(sql`
    SELECT result, result_hash AS "resultHash" FROM live_interactions /* of any workspace */ WHERE id = ${id} AND result IS NOT NULL`);
}
