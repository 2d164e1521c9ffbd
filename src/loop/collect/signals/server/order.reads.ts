// Opens the number of an order for handing it on to the gate, which masks it again.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';

/** Numbers by key; an order whose number was erased is left out. */
export async function openOrderNo(
  tx: Tx,
  sealer: Sealer,
  orderHashes: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.rows<{ order_hash: string; order_sealed: string }>(sql`
    SELECT order_hash, order_sealed FROM signal_orders
    WHERE workspace_id = ${tx.workspaceId} AND order_hash = ANY(${[...orderHashes]}::text[])`);
  return new Map(rows.map((row) => [row.order_hash, sealer.open(tx.workspaceId, row.order_sealed)]));
}
