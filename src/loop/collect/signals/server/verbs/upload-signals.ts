// Takes a file of signals over and says what it seems to hold; nothing is recorded yet.
import type { Readable } from 'node:stream';
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type FileStore, FileTooLarge, safeFileName, saveFileRow } from '../../../../../platform/files/file.store.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { fileSource, guessDateOrder, openReader, ReaderError, type RowReader } from '../../../imports/server/door.ts';
import { guessSignalColumns } from '../../core/guess-signal-columns.ts';
import {
  type SignalImportView,
  type SignalMapping,
  signalMapping,
  uploadSignalsRoute,
} from '../../core/signal-import.contract.ts';
import { mapSourceRow } from '../map-rows.ts';
import { importViewOf, readSignalImport, zoneOf } from '../signal-import.reads.ts';
import { insertSignalImport } from '../signal-import.store.ts';

const SHOWN = 8;

export async function uploadSignals(
  env: Env,
  deps: { files: FileStore; sealer: Sealer },
  input: { stream: Readable; fileName: string; mediaType: string; isCut: () => boolean },
): Promise<Result<SignalImportView, 'forbidden' | 'file_unreadable' | 'too_large_file'>> {
  // permit
  if (!may(env.actor, 'signal.edit')) return refuse('forbidden');
  // load
  const { files } = deps;
  const fileName = safeFileName(input.fileName);
  let stored: Awaited<ReturnType<FileStore['save']>>;
  try {
    stored = await files.save(env.workspace, input.stream, uploadSignalsRoute.bodyLimit);
  } catch (error) {
    if (error instanceof FileTooLarge) return refuse('too_large_file');
    throw error;
  }
  const drop = () => files.remove(env.workspace, stored.id);
  if (input.isCut()) {
    await drop();
    return refuse('too_large_file');
  }
  try {
    const reader = await openReader(await fileSource(files.pathOf(env.workspace, stored.id), fileName));
    // decide
    const mapping = mappingOf(reader);
    const view = await env.db.write(async (tx) => {
      // save
      const id = newId('sgi');
      await saveFileRow(
        tx,
        { ...stored, purpose: 'import', name: fileName, mediaType: input.mediaType.slice(0, 200) },
        env.now,
      );
      const row = {
        id,
        file_id: stored.id,
        file_name: fileName,
        size_bytes: stored.bytes,
        columns: reader.columns,
        mapping,
      };
      await insertSignalImport(tx, row, env.actor.name, env.now);
      const context = { mapping, zone: await zoneOf(tx), sealer: deps.sealer, workspaceId: tx.workspaceId };
      const saved = (await readSignalImport(tx, id))!;
      return importViewOf(saved, previewOf(reader, context));
      // tell: a file that is only looked at is no news
    });
    return ok(view);
  } catch (error) {
    await drop();
    if (error instanceof ReaderError) return refuse('file_unreadable', [{ path: 'file', code: error.code }]);
    throw error;
  }
}

function mappingOf(reader: RowReader): SignalMapping {
  const columns = guessSignalColumns(reader.columns);
  const dates = reader.sample.flatMap((row) =>
    row.fields && columns.occurredAt ? [row.fields[columns.occurredAt] ?? ''] : [],
  );
  return signalMapping.parse({ columns, dateOrder: guessDateOrder(dates) });
}

function previewOf(reader: RowReader, context: Parameters<typeof mapSourceRow>[1]): SignalImportView['preview'] {
  return reader.sample.slice(0, SHOWN).map((row) => {
    const mapped = mapSourceRow(row, context);
    if (!('draft' in mapped)) return { line: row.line, signal: null, code: mapped.code };
    const { person: _person, externalId: _externalId, ...shown } = mapped.draft;
    return { line: row.line, signal: shown, code: null };
  });
}
