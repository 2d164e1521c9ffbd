// Writes files of signals and how far each has come.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { SignalMapping } from '../core/signal-import.contract.ts';

export interface ImportPlace {
  row: number;
  offset: number;
  baseRow: number;
  baseLine: number;
  encoding: string | null;
}

export interface RowError {
  line: number;
  field: string | null;
  code: string;
}

export interface SignalImportRow {
  id: string;
  file_id: string | null;
  file_name: string;
  size_bytes: number;
  columns: string[];
  mapping: SignalMapping;
  state: 'uploaded' | 'running' | 'done' | 'failed';
  read: number;
  recorded: number;
  duplicates: number;
  rejected: number;
  bytes_read: number;
  position: ImportPlace | null;
  errors: RowError[];
  failure: string | null;
  created_at: Date;
  finished_at: Date | null;
}

export const IMPORT_COLUMNS = sql`id, file_id, file_name, size_bytes, columns, mapping, state, read, recorded, duplicates, rejected,
  bytes_read, position, errors, failure, created_at, finished_at`;
export const MOST_ERRORS = 100;

export async function insertSignalImport(
  tx: Tx,
  row: Pick<SignalImportRow, 'id' | 'file_id' | 'file_name' | 'size_bytes' | 'columns' | 'mapping'>,
  by: string,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO signal_imports (id, workspace_id, file_id, file_name, size_bytes, columns, mapping, state, created_at, created_by)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.file_id}, ${row.file_name}, ${row.size_bytes}, ${JSON.stringify(row.columns)}::jsonb,
      ${JSON.stringify(row.mapping)}::jsonb, 'uploaded', ${now}, ${by})`);
}

export function lockSignalImport(tx: Tx, id: string): Promise<SignalImportRow | undefined> {
  return tx.maybe<SignalImportRow>(sql`
    SELECT ${IMPORT_COLUMNS} FROM signal_imports WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

export async function saveImportStarted(tx: Tx, id: string, mapping: SignalMapping): Promise<void> {
  await tx.run(sql`
    UPDATE signal_imports SET state = 'running', mapping = ${JSON.stringify(mapping)}::jsonb, failure = NULL
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function saveImportBatch(
  tx: Tx,
  row: SignalImportRow,
  batch: {
    read: number;
    recorded: number;
    duplicates: number;
    rejected: number;
    errors: readonly RowError[];
    position: ImportPlace;
    bytesRead: number;
  },
): Promise<void> {
  const errors = [...row.errors, ...batch.errors].slice(0, MOST_ERRORS);
  await tx.run(sql`
    UPDATE signal_imports SET read = read + ${batch.read}, recorded = recorded + ${batch.recorded},
      duplicates = duplicates + ${batch.duplicates}, rejected = rejected + ${batch.rejected},
      errors = ${JSON.stringify(errors)}::jsonb, position = ${JSON.stringify(batch.position)}::jsonb, bytes_read = ${batch.bytesRead}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${row.id}`);
}

/** Ends an import; a finished one lets go of its file. */
export async function saveImportEnded(tx: Tx, id: string, failure: string | null, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE signal_imports SET state = ${failure === null ? 'done' : 'failed'}, failure = ${failure}, finished_at = ${now},
      file_id = CASE WHEN ${failure === null} THEN NULL ELSE file_id END
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
