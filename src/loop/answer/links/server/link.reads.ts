// Finds the address of a link that was handed out before, without making one or moving its end.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { linkToken } from './token.ts';

/** `/s/<token>` of a reporter's page that opens now; null when there is none. */
export async function statusLinkPath(
  tx: Tx,
  sealer: Sealer,
  input: { subject: string; reporter: string; now: Date },
): Promise<string | null> {
  const { subject, reporter } = input;
  const row = await tx.maybe<{ generation: number }>(sql`
    SELECT generation FROM status_links WHERE workspace_id = ${tx.workspaceId} AND subject = ${subject}
      AND reporter = ${reporter} AND revoked_at IS NULL AND expires_at > ${input.now}`);
  if (!row) return null;
  return `/s/${linkToken(sealer, tx.workspaceId, { subject, reporter, generation: row.generation }).token}`;
}
