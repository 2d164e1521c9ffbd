// Finds a customer by one thing that names him, without making one.
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database/database.ts';
import type { Sealer } from '../../../platform/secrets/seal.ts';
import { identitiesOf } from '../core/identity.ts';

/** @returns the person who owns this address, or null */
export async function personByEmail(tx: Tx, sealer: Sealer, email: string): Promise<string | null> {
  const [value] = identitiesOf({ email });
  if (!value) return null;
  const row = await tx.maybe<{ person_id: string }>(sql`
    SELECT person_id FROM identities WHERE workspace_id = ${tx.workspaceId} AND kind = 'email'
      AND value_hash = ${sealer.blindIndex(tx.workspaceId, 'identity/email', value.value)}`);
  return row?.person_id ?? null;
}
