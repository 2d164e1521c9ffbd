// Reads files of signals for the console.
import sql from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type SignalImportView, signalMapping } from '../core/signal-import.contract.ts';
import { IMPORT_COLUMNS, type SignalImportRow } from './signal-import.store.ts';

export function importViewOf(row: SignalImportRow, preview: SignalImportView['preview'] = []): SignalImportView {
  return {
    id: row.id,
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    columns: row.columns,
    mapping: signalMapping.parse(row.mapping),
    state: row.state,
    read: row.read,
    recorded: row.recorded,
    duplicates: row.duplicates,
    rejected: row.rejected,
    progress: row.state === 'done' ? 1 : Math.min(1, row.bytes_read / Math.max(1, row.size_bytes)),
    failure: row.failure,
    errors: row.errors,
    preview,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

export async function readSignalImport(tx: Tx, id: string): Promise<SignalImportRow | undefined> {
  return tx.maybe<SignalImportRow>(sql`
    SELECT ${IMPORT_COLUMNS} FROM signal_imports WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function listSignalImports(
  tx: Tx,
  input: { cursor?: string | undefined; limit: number },
): Promise<Page<SignalImportView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<SignalImportRow>(sql`
    SELECT ${IMPORT_COLUMNS} FROM signal_imports
    WHERE workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { items: page.items.map((row) => importViewOf(row)), nextCursor: page.nextCursor };
}

/** The shop's time zone, for times that name none. */
export async function zoneOf(tx: Tx): Promise<string> {
  const row = await tx.maybe<{ zone: string }>(
    sql`SELECT time_zone AS zone FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`,
  );
  return row?.zone ?? 'Asia/Shanghai';
}
