// Forgets remembered answers that hold something of somebody who is erased; the keys stay, so that nothing is done twice.
import sql from 'sql-template-tag';
import type { Tx } from '../database/database.ts';
import type { Sealer } from '../secrets/seal.ts';

const AT_ONCE = 1000;

/**
 * Answers lie sealed, so each is opened; they are kept for two days only.
 * @param holds whether an answer, as JSON text, holds something of him
 */
export async function forgetAnswers(tx: Tx, sealer: Sealer, holds: (answer: string) => boolean): Promise<void> {
  let after = { caller: '', key: '' };
  for (;;) {
    const rows = await tx.rows<{ caller: string; key: string; answer: string | null }>(sql`
      SELECT caller, key, answer FROM idempotency_keys
      WHERE workspace_id = ${tx.workspaceId} AND (caller, key) > (${after.caller}, ${after.key})
      ORDER BY caller, key LIMIT ${AT_ONCE}`);
    const found = rows.filter((row) => row.answer !== null && holds(sealer.open(tx.workspaceId, row.answer)));
    if (found.length > 0) {
      await tx.run(sql`
        UPDATE idempotency_keys k SET answer = NULL, status = NULL, request_hash = 'erased'
        FROM unnest(${found.map((row) => row.caller)}::text[], ${found.map((row) => row.key)}::text[]) AS n(caller, key)
        WHERE k.workspace_id = ${tx.workspaceId} AND k.caller = n.caller AND k.key = n.key`);
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last;
  }
}
