// Writes and locks imports, their bad rows and the mappings remembered for the next file.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ImportCounts, ImportFormat, ImportMapping, ImportState, RowErrorCode } from '../core/import.contract.ts';
import type { Checkpoint } from './readers/row-reader.ts';

/** A checkpoint, and whether rows before it were numbered by their content: then a later run must count them again. */
export interface ImportPosition extends Checkpoint {
  counted: boolean;
}

export interface NewImport {
  id: string;
  fileId: string | null;
  fileName: string;
  sizeBytes: number;
  format: ImportFormat;
  encoding: string;
  state: ImportState;
  columns: readonly string[];
  headerKey: string;
  mapping: ImportMapping;
  mappingSource: 'guessed' | 'remembered' | 'set';
  confidence: number;
  createdBy: string | null;
}

export interface LockedImport extends NewImport {
  position: ImportPosition | null;
  counts: ImportCounts;
  runNumber: number;
  stumbles: number;
}

export async function insertImport(tx: Tx, row: NewImport, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO imports (id, workspace_id, file_id, file_name, size_bytes, format, encoding, state, columns, header_key, mapping,
      mapping_source, confidence, created_by, created_at)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.fileId}, ${row.fileName}, ${row.sizeBytes}, ${row.format}, ${row.encoding}, ${row.state},
      ${[...row.columns]}::text[], ${row.headerKey}, ${JSON.stringify(row.mapping)}::jsonb, ${row.mappingSource}, ${row.confidence},
      ${row.createdBy}, ${now})`);
}

/** Reads an import and holds it until the transaction ends. */
export async function lockImport(tx: Tx, id: string): Promise<LockedImport | undefined> {
  const row = await tx.maybe<Omit<LockedImport, 'counts'> & ImportCounts>(sql`
    SELECT id, file_id AS "fileId", file_name AS "fileName", size_bytes AS "sizeBytes", format, encoding, state, columns,
      header_key AS "headerKey", mapping, mapping_source AS "mappingSource", confidence, created_by AS "createdBy",
      checkpoint AS position, read_rows AS read, recorded, duplicates, rejected, quarantined, run_number AS "runNumber", stumbles
    FROM imports WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
  if (!row) return undefined;
  const { read, recorded, duplicates, rejected, quarantined, ...rest } = row;
  return { ...rest, counts: { read, recorded, duplicates, rejected, quarantined } };
}

export async function saveMapping(tx: Tx, id: string, mapping: ImportMapping, state: ImportState): Promise<void> {
  await tx.run(sql`
    UPDATE imports SET mapping = ${JSON.stringify(mapping)}::jsonb, mapping_source = 'set', confidence = 1, state = ${state}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Remembers a mapping for the next file with the same columns. */
export async function rememberMapping(tx: Tx, headerKey: string, mapping: ImportMapping, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO import_mappings (workspace_id, header_key, mapping, used_at)
    VALUES (${tx.workspaceId}, ${headerKey}, ${JSON.stringify(mapping)}::jsonb, ${now})
    ON CONFLICT (workspace_id, header_key) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`);
}

/** @returns the number of this start, which its runner must name with every batch */
export async function saveStarted(tx: Tx, id: string, now: Date): Promise<number> {
  const row = await tx.one<{ runNumber: number }>(sql`
    UPDATE imports SET state = 'running', run_number = run_number + 1, stumbles = 0, failure = NULL, finished_at = NULL,
      started_at = coalesce(started_at, ${now})
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id} RETURNING run_number AS "runNumber"`);
  return row.runNumber;
}

/** Ends a run: done, failed with its reason, or cancelled. */
export async function saveEnded(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'failed' | 'cancelled'; failure: string | null; now: Date },
): Promise<void> {
  await tx.run(sql`
    UPDATE imports SET state = ${end.state}, failure = ${end.failure}, finished_at = ${end.now},
      bytes_read = CASE WHEN ${end.state} = 'done' THEN size_bytes ELSE bytes_read END
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Settles runs of the same local file that died with their process; the new run finds what they recorded and records only the rest. */
export async function failAbandoned(tx: Tx, file: { fileName: string; sizeBytes: number }, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE imports SET state = 'failed', failure = 'internal', finished_at = ${now}
    WHERE workspace_id = ${tx.workspaceId} AND state = 'running' AND file_id IS NULL
      AND file_name = ${file.fileName} AND size_bytes = ${file.sizeBytes}`);
}

export async function saveStumble(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`UPDATE imports SET stumbles = stumbles + 1 WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

/** Forgets the stored file of a finished import. */
export async function forgetFile(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`UPDATE imports SET file_id = NULL WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export interface RowFaults {
  row: number;
  line: number;
  faults: { field: string | null; code: RowErrorCode; detail?: string }[];
  /** The row as it came, sealed. */
  sealed: string;
}

/** Saves what one batch did: counts, position, bad rows. */
export async function saveBatch(
  tx: Tx,
  id: string,
  batch: {
    counts: ImportCounts;
    position: ImportPosition;
    bytesRead: number;
    workedMs: number;
    errors: readonly RowFaults[];
  },
): Promise<void> {
  const { counts, errors } = batch;
  await tx.run(sql`
    UPDATE imports SET checkpoint = ${JSON.stringify(batch.position)}::jsonb, read_rows = read_rows + ${counts.read},
      recorded = recorded + ${counts.recorded}, duplicates = duplicates + ${counts.duplicates}, rejected = rejected + ${counts.rejected},
      quarantined = quarantined + ${counts.quarantined}, error_rows = error_rows + ${errors.length},
      bytes_read = greatest(bytes_read, ${batch.bytesRead}), worked_ms = worked_ms + ${Math.round(batch.workedMs)}, stumbles = 0
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
  if (errors.length === 0) return;
  await tx.run(sql`
    INSERT INTO import_errors (workspace_id, import_id, row_number, line_number, faults, sealed)
    SELECT ${tx.workspaceId}, ${id}, e.row_number, e.line_number, e.faults::jsonb, e.sealed
    FROM unnest(${errors.map((error) => error.row)}::bigint[], ${errors.map((error) => error.line)}::bigint[],
      ${errors.map((error) => JSON.stringify(error.faults))}::text[], ${errors.map((error) => error.sealed)}::text[])
      AS e(row_number, line_number, faults, sealed)`);
}
