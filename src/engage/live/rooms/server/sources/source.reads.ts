// Reads the sources of rooms; the one whose address was called is found before its workspace is known.
import sql from 'sql-template-tag';
import type { Database, Tx } from '../../../../../platform/database/database.ts';
import type { SourceRow } from './source.store.ts';

export function listSources(tx: Tx, roomId: string): Promise<SourceRow[]> {
  return tx.rows<SourceRow>(
    sql`SELECT * FROM live_sources WHERE workspace_id = ${tx.workspaceId} AND room_id = ${roomId} ORDER BY id LIMIT 100`,
  );
}

/** Whose address a platform called, whatever the workspace. */
export function findByPushKey(database: Database, key: string): Promise<SourceRow | undefined> {
  return database.machine.maybe<SourceRow>(
    sql`SELECT * FROM live_sources /* of any workspace */ WHERE push_key = ${key}`,
  );
}
