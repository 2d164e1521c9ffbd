// Reads imports for screens, their bad rows for the error file, and the mapping remembered for a header.
import sql, { type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type ImportMapping, type ImportView, importMapping } from '../core/import.contract.ts';
import type { RowFaults } from './import.store.ts';

interface Row {
  id: string;
  fileName: string;
  sizeBytes: number;
  format: ImportView['format'];
  encoding: string;
  state: ImportView['state'];
  columns: string[];
  mapping: unknown;
  mappingSource: ImportView['mappingSource'];
  read: number;
  recorded: number;
  duplicates: number;
  rejected: number;
  quarantined: number;
  errorRows: number;
  bytesRead: number;
  workedMs: number;
  failure: ImportView['failure'];
  createdBy: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const SHOWN: Sql = sql`
  id, file_name AS "fileName", size_bytes AS "sizeBytes", format, encoding, state, columns, mapping, mapping_source AS "mappingSource",
  read_rows AS read, recorded, duplicates, rejected, quarantined, error_rows AS "errorRows", bytes_read AS "bytesRead",
  worked_ms AS "workedMs", failure, created_by AS "createdBy", created_at AS "createdAt", started_at AS "startedAt",
  finished_at AS "finishedAt"`;

function viewOf(row: Row): ImportView {
  const { read, recorded, duplicates, rejected, quarantined, bytesRead, workedMs, ...rest } = row;
  return {
    ...rest,
    mapping: importMapping.parse(row.mapping),
    counts: { read, recorded, duplicates, rejected, quarantined },
    progress: row.state === 'done' ? 1 : Math.min(1, bytesRead / Math.max(1, row.sizeBytes)),
    rowsPerSecond: workedMs > 0 ? Math.round((read / workedMs) * 1000) : null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** One import, or `undefined`. */
export async function readImport(tx: Tx, id: string): Promise<ImportView | undefined> {
  const row = await tx.maybe<Row>(
    sql`SELECT ${SHOWN} FROM imports WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
  return row && viewOf(row);
}

/** A page of imports, newest first. */
export async function listImports(
  tx: Tx,
  input: { cursor?: string | undefined; limit: number },
): Promise<Page<ImportView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<Row>(sql`
    SELECT ${SHOWN} FROM imports
    WHERE workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
}

/** Where the file of an import lies and how it is mapped; `fileId` is null when the file is no longer kept. */
export async function readSource(
  tx: Tx,
  id: string,
): Promise<
  { fileId: string | null; fileName: string; mapping: ImportMapping; confidence: number; columns: string[] } | undefined
> {
  const row = await tx.maybe<{
    fileId: string | null;
    fileName: string;
    mapping: unknown;
    confidence: number;
    columns: string[];
  }>(sql`
    SELECT file_id AS "fileId", file_name AS "fileName", mapping, confidence, columns FROM imports
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
  return row && { ...row, mapping: importMapping.parse(row.mapping) };
}

/** The mapping last used for files with these columns; `undefined` when there is none or it is of an older shape. */
export async function readRemembered(tx: Tx, headerKey: string): Promise<ImportMapping | undefined> {
  const row = await tx.maybe<{ mapping: unknown }>(sql`
    SELECT mapping FROM import_mappings WHERE workspace_id = ${tx.workspaceId} AND header_key = ${headerKey}`);
  const parsed = importMapping.safeParse(row?.mapping);
  return parsed.success ? parsed.data : undefined;
}

/** Bad rows after a row number, in order. */
export function readErrors(tx: Tx, importId: string, afterRow: number, limit: number): Promise<RowFaults[]> {
  return tx.rows<RowFaults>(sql`
    SELECT row_number AS row, line_number AS line, faults, sealed FROM import_errors
    WHERE workspace_id = ${tx.workspaceId} AND import_id = ${importId} AND row_number > ${afterRow}
    ORDER BY row_number LIMIT ${limit}`);
}

/** The zone in which the workspace reads times that name none. */
export async function readTimeZone(tx: Tx): Promise<string> {
  const row = await tx.maybe<{ timeZone: string }>(
    sql`SELECT time_zone AS "timeZone" FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`,
  );
  return row?.timeZone ?? 'Asia/Shanghai';
}
