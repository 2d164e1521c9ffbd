// Starts taking the rows of a file in, or goes on with one that failed.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import { signalImportStarted } from '../../core/signal-events.contract.ts';
import type { SignalImportView, SignalMapping } from '../../core/signal-import.contract.ts';
import { RUN_SIGNALS } from '../signal-import.jobs.ts';
import { importViewOf, readSignalImport } from '../signal-import.reads.ts';
import { lockSignalImport, saveImportStarted } from '../signal-import.store.ts';

type Refusal =
  | 'forbidden'
  | 'not_found'
  | 'already_running'
  | 'already_done'
  | 'unknown_column'
  | 'missing_column'
  | 'file_unreadable';

export async function runSignalImport(
  env: Env,
  input: { importId: string; mapping: SignalMapping },
): Promise<Result<SignalImportView, Refusal>> {
  // permit
  if (!may(env.actor, 'signal.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const found = await lockSignalImport(tx, input.importId);
    // decide
    if (!found) return refuse('not_found');
    if (found.state === 'running') return refuse('already_running');
    if (found.state === 'done') return refuse('already_done');
    if (found.file_id === null) return refuse('file_unreadable', [{ path: 'file', code: 'file_missing' }]);
    const { columns } = input.mapping;
    const stray = Object.entries(columns).find(([, column]) => !found.columns.includes(column));
    if (stray) return refuse('unknown_column', [{ path: `columns.${stray[0]}`, code: 'unknown_column' }]);
    if (!columns.externalId && !columns.orderNo && !columns.sku && !columns.product)
      return refuse('missing_column', [{ path: 'columns.orderNo', code: 'missing_column' }]);
    // save
    await saveImportStarted(tx, found.id, input.mapping);
    await enqueueJobs(
      tx,
      [{ kind: RUN_SIGNALS, payload: { importId: found.id }, key: found.id, runAt: env.now }],
      env.now,
    );
    // tell
    await tell(tx, env, signalImportStarted, { subject: found.id, data: { fileName: found.file_name } });
    return ok(importViewOf((await readSignalImport(tx, found.id))!));
  });
}
