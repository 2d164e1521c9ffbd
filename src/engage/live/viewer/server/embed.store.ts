// Writes on which sites a room may stand, and the sealed secret of signed identities.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export async function saveOrigins(tx: Tx, roomId: string, origins: readonly string[], at: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_embeds (room_id, workspace_id, origins, changed_at)
    VALUES (${roomId}, ${tx.workspaceId}, ${origins}::text[], ${at})
    ON CONFLICT (room_id) DO UPDATE SET origins = excluded.origins, changed_at = excluded.changed_at
      WHERE live_embeds.workspace_id = excluded.workspace_id`);
}

export async function saveIdentitySecret(tx: Tx, roomId: string, sealed: string, at: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO live_embeds (room_id, workspace_id, origins, identity_secret, changed_at)
    VALUES (${roomId}, ${tx.workspaceId}, '{}', ${sealed}, ${at})
    ON CONFLICT (room_id) DO UPDATE SET identity_secret = excluded.identity_secret, changed_at = excluded.changed_at
      WHERE live_embeds.workspace_id = excluded.workspace_id`);
}
