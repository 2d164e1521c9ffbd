// Takes a file over and says what it seems to hold; nothing is recorded yet.
import type { Readable } from 'node:stream';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type FileStore, FileTooLarge, safeFileName, saveFileRow } from '../../../../../platform/files/file.store.ts';
import { IMPORT_UPLOAD_LIMIT, type ImportView } from '../../core/import.contract.ts';
import { importUploaded } from '../../core/import-events.contract.ts';
import { readImport } from '../import.reads.ts';
import { insertImport } from '../import.store.ts';
import { lookAt } from '../open-import.ts';
import { fileSource } from '../readers/file-source.ts';
import { openReader } from '../readers/open-reader.ts';
import { ReaderError, type RowReader } from '../readers/row-reader.ts';

/**
 * Stores the stream, looks into it and keeps it only when it can be read.
 * @param input.isCut tells after reading whether the sender was cut off at a limit
 */
export async function uploadImport(
  env: Env,
  files: FileStore,
  input: { stream: Readable; fileName: string; mediaType: string; isCut?: () => boolean },
): Promise<Result<ImportView, 'forbidden' | 'file_unreadable' | 'too_large_file'>> {
  // permit
  if (!may(env.actor, 'import.run')) return refuse('forbidden');
  // load
  const fileName = safeFileName(input.fileName);
  let stored: Awaited<ReturnType<FileStore['save']>>;
  try {
    stored = await files.save(env.workspace, input.stream, IMPORT_UPLOAD_LIMIT);
  } catch (error) {
    if (error instanceof FileTooLarge) return refuse('too_large_file');
    throw error;
  }
  const drop = () => files.remove(env.workspace, stored.id);
  if (input.isCut?.()) {
    await drop();
    return refuse('too_large_file');
  }
  let reader: RowReader;
  try {
    reader = await openReader(await fileSource(files.pathOf(env.workspace, stored.id), fileName));
  } catch (error) {
    await drop();
    if (error instanceof ReaderError) return refuse('file_unreadable', [{ path: 'file', code: error.code }]);
    throw error;
  }
  try {
    const view = await env.db.write(async (tx) => {
      // decide
      const looked = await lookAt(tx, reader);
      // save
      const id = newId('imp');
      const { name: createdBy } = env.actor;
      await saveFileRow(
        tx,
        { ...stored, purpose: 'import', name: fileName, mediaType: input.mediaType.slice(0, 200) },
        env.now,
      );
      const { format, columns } = reader;
      const encoding = reader.encoding ?? 'utf-8';
      await insertImport(
        tx,
        { id, fileId: stored.id, fileName, sizeBytes: stored.bytes, format, encoding, columns, createdBy, ...looked },
        env.now,
      );
      // tell
      await tell(tx, env, importUploaded, { subject: id, data: { fileName, sizeBytes: stored.bytes } });
      return readImport(tx, id);
    });
    return ok(view!);
  } catch (error) {
    await drop();
    throw error;
  }
}
