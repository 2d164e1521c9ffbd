// A show's record quotes what people said: when one of them is erased the record is forgotten, and made anew from the journal without him.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx, WorkspaceDb } from '../../../../platform/database/database.ts';
import { dropFileRows, type FileStore } from '../../../../platform/files/file.store.ts';
import { showsOfPerson } from '../../rooms/server/door.ts';

/** What he said in shows is handed out with the journal, by the keeper of rooms. */
export const liveReportKeeper: PersonKeeper<Tx> = {
  name: 'live_reports',
  async export() {
    return [];
  },
  async erase(tx, personId) {
    const fileIds = await dropReports(tx, await showsOfPerson(tx, personId));
    await dropFileRows(tx, fileIds);
    return { fileIds };
  },
};

/** Forgets the records of shows: they are made anew when somebody asks. @returns their files */
async function dropReports(tx: Tx, showIds: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ file_id: string | null }>(sql`
    DELETE FROM live_reports WHERE workspace_id = ${tx.workspaceId} AND show_id = ANY(${[...showIds]}::text[]) RETURNING file_id`);
  return rows.flatMap((row) => row.file_id ?? []);
}

/** The journal of a show was written anew without somebody: its record is made anew too, when somebody asks. */
export async function forgetReport(files: FileStore, db: WorkspaceDb, showId: string): Promise<void> {
  const fileIds = await db.write(async (tx) => {
    const dropped = await dropReports(tx, [showId]);
    await dropFileRows(tx, dropped);
    return dropped;
  });
  for (const fileId of fileIds) await files.remove(db.workspaceId, fileId);
}
