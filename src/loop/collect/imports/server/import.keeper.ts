// Drops what files brought of a person: kept bad rows that name him, and every uploaded file that still lies on disk.
import sql from 'sql-template-tag';
import { NO_TRACES, type PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { dropFileRows } from '../../../../platform/files/file.store.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { ERASED, type QuoteFinder, quoteFinder } from '../../../../text/quoting.ts';

const AT_ONCE = 1000;

interface BadRow {
  importId: string;
  row: number;
  fields: string;
}

/** Bad rows in which he is named or quoted; each lies sealed, so each is opened. */
async function badRowsOf(tx: Tx, sealer: Sealer, quotes: QuoteFinder): Promise<BadRow[]> {
  const found: BadRow[] = [];
  for (let after = { importId: '', row: -1 }; ; ) {
    const rows = await tx.rows<{ importId: string; row: number; sealed: string }>(sql`
      SELECT import_id AS "importId", row_number AS row, sealed FROM import_errors
      WHERE workspace_id = ${tx.workspaceId} AND (import_id, row_number) > (${after.importId}::id, ${after.row}::bigint)
      ORDER BY import_id, row_number LIMIT ${AT_ONCE}`);
    for (const { importId, row, sealed } of rows) {
      const fields = sealer.open(tx.workspaceId, sealed);
      if (quotes(fields)) found.push({ importId, row, fields });
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return found;
    after = last;
  }
}

/**
 * A finished import has removed its file itself. One that still lies there waits to be started or failed; whose rows it
 * holds is not known, so it goes, whoever it was of, and is uploaded again without the person.
 */
export function importKeeper(sealer: Sealer): PersonKeeper<Tx> {
  return {
    name: 'imports',
    async export(tx, _personId, traces = NO_TRACES) {
      const rows = await badRowsOf(tx, sealer, quoteFinder(traces.words));
      return [{ section: 'import_errors', rows: rows.map((row) => ({ ...row })) }];
    },
    async erase(tx, _personId, _now, traces = NO_TRACES) {
      const quotes = quoteFinder(traces.words);
      // The second look has no words to look for and must not touch what was uploaded since.
      if (traces.words.length === 0) return { fileIds: [] };
      const rows = await badRowsOf(tx, sealer, quotes);
      await tx.run(sql`
        DELETE FROM import_errors e USING unnest(${rows.map((row) => row.importId)}::text[], ${rows.map((row) => row.row)}::bigint[]) AS n(id, row)
        WHERE e.workspace_id = ${tx.workspaceId} AND e.import_id = n.id AND e.row_number = n.row`);
      const imports = await tx.rows<{ id: string; fileId: string | null; fileName: string; state: string }>(sql`
        SELECT id, file_id AS "fileId", file_name AS "fileName", state FROM imports WHERE workspace_id = ${tx.workspaceId}
          AND (file_id IS NOT NULL AND state <> 'running' OR state IN ('done', 'failed', 'cancelled'))`);
      const waiting = imports.filter((one) => one.fileId !== null && one.state !== 'running');
      const fileIds = waiting.flatMap((one) => one.fileId ?? []);
      await dropFileRows(tx, fileIds);
      await tx.run(sql`
        UPDATE imports SET file_id = NULL, state = CASE WHEN state IN ('uploaded', 'mapped') THEN 'cancelled' ELSE state END
        WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${waiting.map((one) => one.id)}::text[])`);
      await tx.run(sql`
        UPDATE imports SET file_name = ${ERASED} WHERE workspace_id = ${tx.workspaceId}
          AND id = ANY(${imports.filter((one) => quotes(one.fileName)).map((one) => one.id)}::text[])`);
      return { fileIds };
    },
  };
}
