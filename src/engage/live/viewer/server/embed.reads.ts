// Reads on which sites a room may stand, and the sealed secret of signed identities.
import sql from 'sql-template-tag';
import type { Statements } from '../../../../platform/database/database.ts';

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
