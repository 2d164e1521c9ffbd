// Opens the stored file of an import again, for preview, mapping and running.
import type { Env } from '../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import { fileSource } from './readers/file-source.ts';
import { openReader } from './readers/open-reader.ts';
import { ReaderError, type RowReader } from './readers/row-reader.ts';

/** @returns a reader, or why there is none: the file is gone (`file_missing`) or cannot be read */
export async function openStored(
  env: Pick<Env, 'workspace'>,
  files: FileStore,
  source: { fileId: string | null; fileName: string },
): Promise<Result<RowReader, 'file_unreadable'>> {
  try {
    if (source.fileId === null) throw new ReaderError('file_missing');
    return ok(await openReader(await fileSource(files.pathOf(env.workspace, source.fileId), source.fileName)));
  } catch (error) {
    if (error instanceof ReaderError) return refuse('file_unreadable', [{ path: 'file', code: error.code }]);
    throw error;
  }
}
