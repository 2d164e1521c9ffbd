// Says by hand which column holds what, and remembers it for the next file with the same columns.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { FileStore } from '../../../../../platform/files/file.store.ts';
import type { ImportMappingInput, ImportView } from '../../core/import.contract.ts';
import { importMapped } from '../../core/import-events.contract.ts';
import { checkMapping, stepImport } from '../../core/import-state.ts';
import { readImport, readSource } from '../import.reads.ts';
import { lockImport, rememberMapping, saveMapping } from '../import.store.ts';
import { fillMapping } from '../open-import.ts';
import { openStored } from '../stored-file.ts';

export async function setImportMapping(
  env: Env,
  files: FileStore,
  input: { importId: string; mapping: ImportMappingInput },
): Promise<
  Result<
    ImportView,
    | 'forbidden'
    | 'not_found'
    | 'file_unreadable'
    | 'missing_text_column'
    | 'unknown_column'
    | 'already_running'
    | 'already_done'
    | 'not_running'
  >
> {
  // permit
  if (!may(env.actor, 'import.run')) return refuse('forbidden');
  const source = await env.db.read((tx) => readSource(tx, input.importId));
  if (!source) return refuse('not_found');
  const reader = await openStored(env, files, source);
  if (!reader.ok) return reader;
  return env.db.write(async (tx) => {
    // load
    const found = await lockImport(tx, input.importId);
    if (!found) return refuse('not_found');
    // decide
    const next = stepImport(found.state, 'map');
    if (!next.ok) return next;
    const mapping = checkMapping(fillMapping(reader.value, input.mapping), found.columns, found.format);
    if (!mapping.ok) return mapping;
    // save
    await saveMapping(tx, found.id, mapping.value, next.value);
    await rememberMapping(tx, found.headerKey, mapping.value, env.now);
    // tell
    await tell(tx, env, importMapped, {
      subject: found.id,
      data: { columns: mapping.value.columns as Record<string, string> },
    });
    return ok((await readImport(tx, found.id))!);
  });
}
