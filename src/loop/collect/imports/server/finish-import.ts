// Settles how a run came out: done, failed for a named reason, or to be tried again.
import { type Env, tell } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import type { FileErrorCode, ImportCounts } from '../core/import.contract.ts';
import { importFailed, importFinished } from '../core/import-events.contract.ts';
import { stepImport } from '../core/import-state.ts';
import { forgetFile, lockImport, saveEnded, saveStumble } from './import.store.ts';

/** Failed tries in a row after which an import is given up as failed; it can still be started again by hand. */
const PATIENCE = 5;

/**
 * Ends a run that is still the current one.
 * @param alsoInTx what must be saved with it (the end of its job)
 * @returns the counts, or null when the run was overtaken
 */
export async function endImport(
  env: Env,
  input: { importId: string; runNumber: number; failure: FileErrorCode | 'internal' | null },
  alsoInTx: (tx: Tx) => Promise<void> = async () => {},
): Promise<{ counts: ImportCounts; fileId: string | null } | null> {
  return env.db.write(async (tx) => {
    await alsoInTx(tx);
    const found = await lockImport(tx, input.importId);
    if (!found || found.runNumber !== input.runNumber) return null;
    const next = stepImport(found.state, input.failure ? 'fail' : 'finish');
    if (!next.ok) return null;
    const state = input.failure ? 'failed' : 'done';
    await saveEnded(tx, found.id, { state, failure: input.failure, now: env.now });
    const { counts } = found;
    if (input.failure)
      await tell(tx, env, importFailed, { subject: found.id, data: { failure: input.failure, counts } });
    else {
      await forgetFile(tx, found.id);
      await tell(tx, env, importFinished, { subject: found.id, data: counts });
    }
    return { counts, fileId: state === 'done' ? found.fileId : null };
  });
}

/** Counts an unexpected failure. @returns true when it was one too many */
export async function stumble(env: Env, importId: string): Promise<boolean> {
  return env.db.write(async (tx) => {
    const found = await lockImport(tx, importId);
    if (!found) return true;
    await saveStumble(tx, importId);
    return found.stumbles + 1 >= PATIENCE;
  });
}

/** Removes the stored file of a finished import: its rows are in the product now, masked. */
export async function removeFile(env: Env, files: FileStore, fileId: string | null): Promise<void> {
  if (fileId !== null) await files.remove(env.workspace, fileId);
}
