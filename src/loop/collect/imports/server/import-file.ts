// Imports a file from where it lies, in the caller's own process: the command line on the data folder.
import path from 'node:path';
import { type Env, tell } from '../../../../ground/env.ts';
import { may } from '../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { safeFileName } from '../../../../platform/files/file.store.ts';
import type { Channel } from '../../intake/core/feedback.contract.ts';
import type { Gate } from '../../intake/server/door.ts';
import type { ImportCounts, ImportMapping, MapTarget } from '../core/import.contract.ts';
import { importStarted } from '../core/import-events.contract.ts';
import { checkMapping } from '../core/import-state.ts';
import { endImport } from './finish-import.ts';
import { readTimeZone } from './import.reads.ts';
import { failAbandoned, insertImport, rememberMapping, saveStarted } from './import.store.ts';
import { lookAt } from './open-import.ts';
import { fileSource } from './readers/file-source.ts';
import { openReader } from './readers/open-reader.ts';
import { ReaderError } from './readers/row-reader.ts';
import { runBatches } from './run-import.ts';

export interface DirectImport {
  importId: string;
  mapping: ImportMapping;
  columns: string[];
  counts: ImportCounts;
  /** Set when the file could not be read to its end; the rows before that are recorded. */
  failure: string | null;
}

/**
 * Imports a local file and resolves when its last row is durable. Run again after a crash it records only what is missing.
 * @param input.columns what `--map` says; the rest is remembered or guessed
 */
export async function importFile(
  env: Env,
  gate: Gate,
  input: {
    path: string;
    channel?: Channel;
    columns?: Partial<Record<MapTarget, string>>;
    onProgress?: (counts: ImportCounts, share: number) => void;
    signal?: AbortSignal;
  },
): Promise<Result<DirectImport, 'forbidden' | 'file_unreadable' | 'missing_text_column' | 'unknown_column'>> {
  if (!may(env.actor, 'import.run')) return refuse('forbidden');
  const fileName = safeFileName(path.basename(input.path));
  let reader: Awaited<ReturnType<typeof openReader>>;
  try {
    reader = await openReader(await fileSource(input.path, fileName));
  } catch (error) {
    if (error instanceof ReaderError) return refuse('file_unreadable', [{ path: 'file', code: error.code }]);
    throw error;
  }
  const { columns, format, sizeBytes } = reader;
  const opened = await env.db.write(async (tx) => {
    const looked = await lookAt(tx, reader, input);
    const mapping = checkMapping(looked.mapping, columns, format);
    if (!mapping.ok) return mapping;
    await failAbandoned(tx, { fileName, sizeBytes }, env.now);
    const id = newId('imp');
    const encoding = reader.encoding ?? 'utf-8';
    const row = {
      ...looked,
      id,
      fileId: null,
      fileName,
      sizeBytes,
      format,
      encoding,
      columns,
      createdBy: env.actor.name,
    };
    await insertImport(tx, row, env.now);
    await rememberMapping(tx, looked.headerKey, looked.mapping, env.now);
    const runNumber = await saveStarted(tx, id, env.now);
    await tell(tx, env, importStarted, { subject: id, data: { fromRow: 0 } });
    return ok({ id, runNumber, mapping: looked.mapping, timeZone: await readTimeZone(tx) });
  });
  if (!opened.ok) return opened;
  const { id: importId, runNumber, mapping, timeZone } = opened.value;
  const run = { importId, runNumber, reader, mapping, timeZone, position: null, gate };
  let failure: ReaderError['code'] | 'internal' | null = null;
  try {
    const alive = async () => !input.signal?.aborted;
    const outcome = await runBatches(env, {
      ...run,
      alive,
      ...(input.onProgress ? { onProgress: input.onProgress } : {}),
    });
    if (outcome !== 'ended') failure = 'internal';
  } catch (error) {
    if (!(error instanceof ReaderError)) {
      await endImport(env, { importId, runNumber, failure: 'internal' }).catch(() => null);
      throw error;
    }
    failure = error.code;
  }
  const ended = await endImport(env, { importId, runNumber, failure });
  const counts = ended?.counts ?? { read: 0, recorded: 0, duplicates: 0, rejected: 0, quarantined: 0 };
  return ok({ importId, mapping, columns, counts, failure });
}
