// Removes one workspace with every row it has, in one transaction.
import sql from 'sql-template-tag';
import type { Database } from '../database/database.ts';

/** @returns how many rows went besides the workspace itself */
export async function eraseWorkspace(database: Database, workspaceId: string): Promise<number> {
  const row = await database.machine.one<{ gone: number }>(sql`SELECT huiyin.erase_workspace(${workspaceId}) AS gone`);
  return row.gone;
}
