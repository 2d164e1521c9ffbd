// Shows the first rows as they would be recorded, without recording any.
import type { Env } from '../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import type { ImportMapping, ImportPreview } from '../core/import.contract.ts';
import { mapRow } from '../core/map-row.ts';
import { readSource, readTimeZone } from './import.reads.ts';
import type { SourceRow } from './readers/row-reader.ts';
import { openStored } from './stored-file.ts';

export async function previewImport(
  env: Env,
  files: FileStore,
  input: { importId: string; rows: number },
): Promise<Result<ImportPreview, 'not_found' | 'file_unreadable'>> {
  const found = await env.db.read(async (tx) => {
    const source = await readSource(tx, input.importId);
    return source && { source, timeZone: await readTimeZone(tx) };
  });
  if (!found) return refuse('not_found');
  const { source, timeZone } = found;
  const reader = await openStored(env, files, source);
  if (!reader.ok) return reader;
  const rows = reader.value.sample.slice(0, input.rows).map((row) => previewOf(row, source.mapping, timeZone));
  return ok({ columns: source.columns, mapping: source.mapping, confidence: source.confidence, rows });
}

function previewOf(row: SourceRow, mapping: ImportMapping, timeZone: string): ImportPreview['rows'][number] {
  if (row.error) return { row: row.row, fields: {}, feedback: [], errors: [{ field: null, code: row.error.code }] };
  const mapped = mapRow(mapping, row.fields, { timeZone });
  // A preview is read by eye: the whole of a long value helps nobody.
  const fields = Object.fromEntries(Object.entries(row.fields).map(([column, value]) => [column, value.slice(0, 500)]));
  return mapped.ok
    ? { row: row.row, fields, feedback: mapped.drafts, errors: [] }
    : { row: row.row, fields, feedback: [], errors: mapped.errors };
}
