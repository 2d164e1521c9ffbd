// Drops files of sessions that still lie on disk when a person is erased, and what was reported of their rows.
import sql from 'sql-template-tag';
import { NO_TRACES, type PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { dropFileRows } from '../../../../platform/files/file.store.ts';
import { ERASED, quoteFinder, withoutQuotes } from '../../../../text/quoting.ts';

/** Whose sessions a waiting file holds is not known: it goes, and is uploaded again without the person. */
export const transcriptImportKeeper: PersonKeeper<Tx> = {
  name: 'transcript_imports',
  export: async () => [],
  async erase(tx, _personId, _now, traces = NO_TRACES) {
    if (traces.words.length === 0) return { fileIds: [] };
    const quotes = quoteFinder(traces.words);
    const rows = await tx.rows<{
      id: string;
      fileId: string | null;
      fileName: string;
      problems: unknown;
      state: string;
    }>(sql`
      SELECT id, file_id AS "fileId", file_name AS "fileName", problems, state FROM transcript_imports
      WHERE workspace_id = ${tx.workspaceId} AND state <> 'running'`);
    const fileIds = rows.flatMap((row) => row.fileId ?? []);
    await dropFileRows(tx, fileIds);
    for (const row of rows) {
      const problems = withoutQuotes(row.problems, quotes);
      const name = quotes(row.fileName) ? ERASED : row.fileName;
      if (row.fileId === null && problems === row.problems && name === row.fileName) continue;
      await tx.run(sql`
        UPDATE transcript_imports SET file_id = NULL, file_name = ${name}, problems = ${JSON.stringify(problems)}::jsonb,
          state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END
        WHERE workspace_id = ${tx.workspaceId} AND id = ${row.id}`);
    }
    return { fileIds };
  },
};
