// Writes and reads on which sites a room may stand, and the sealed secret of signed identities.
import sql from 'sql-template-tag';
import type { Statements, Tx } from '../../../../platform/database/database.ts';

export interface EmbedRow {
  origins: string[];
  /** Sealed for the workspace; null until the shop asks for one. */
  identitySecret: string | null;
}

export const NO_EMBED: EmbedRow = { origins: [], identitySecret: null };

/** As the machine for a visitor, or in a transaction of the workspace. */
export async function readEmbed(from: Statements, workspaceId: string, roomId: string): Promise<EmbedRow> {
  const row = await from.maybe<EmbedRow>(sql`
    SELECT origins, identity_secret AS "identitySecret" FROM live_embeds
    WHERE workspace_id = ${workspaceId} AND room_id = ${roomId}`);
  return row ?? NO_EMBED;
}

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
