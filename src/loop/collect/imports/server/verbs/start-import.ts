// Starts an import, or lets a failed or cancelled one go on from where it stopped.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import type { ImportView } from '../../core/import.contract.ts';
import { importStarted } from '../../core/import-events.contract.ts';
import { checkMapping, stepImport } from '../../core/import-state.ts';
import { RUN_IMPORT } from '../import.jobs.ts';
import { readImport } from '../import.reads.ts';
import { lockImport, rememberMapping, saveStarted } from '../import.store.ts';

export async function startImport(
  env: Env,
  input: { importId: string },
): Promise<
  Result<
    ImportView,
    | 'forbidden'
    | 'not_found'
    | 'missing_text_column'
    | 'unknown_column'
    | 'already_running'
    | 'already_done'
    | 'not_running'
    | 'file_unreadable'
  >
> {
  // permit
  if (!may(env.actor, 'import.run')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const found = await lockImport(tx, input.importId);
    if (!found) return refuse('not_found');
    // decide
    const next = stepImport(found.state, 'start');
    if (!next.ok) return next;
    const mapping = checkMapping(found.mapping, found.columns, found.format);
    if (!mapping.ok) return mapping;
    if (found.fileId === null) return refuse('file_unreadable', [{ path: 'file', code: 'file_missing' }]);
    // save
    const runNumber = await saveStarted(tx, found.id, env.now);
    await rememberMapping(tx, found.headerKey, found.mapping, env.now);
    const payload = { importId: found.id, runNumber };
    await enqueueJobs(
      tx,
      [{ kind: RUN_IMPORT, payload, key: `${found.id}:${runNumber}`, runAt: env.now, maxAttempts: 1_000_000 }],
      env.now,
    );
    // tell
    await tell(tx, env, importStarted, { subject: found.id, data: { fromRow: found.position?.row ?? 0 } });
    return ok((await readImport(tx, found.id))!);
  });
}
