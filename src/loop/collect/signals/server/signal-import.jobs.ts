// Takes the rows of a file in, batch by batch; rows, counts and place are one transaction, so a crash loses and doubles nothing.
import { systemEnv, tell } from '../../../../ground/env.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import type { JobKind, JobRun } from '../../../../platform/jobs/job-runner.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { type Checkpoint, fileSource, openReader, ReaderError, type SourceRow } from '../../imports/server/door.ts';
import { signalImportFinished } from '../core/signal-events.contract.ts';
import { mapSourceRow } from './map-rows.ts';
import { recordSignalBatch } from './record-signals.ts';
import { readSignalImport, zoneOf } from './signal-import.reads.ts';
import { lockSignalImport, type RowError, saveImportBatch, saveImportEnded } from './signal-import.store.ts';

export const RUN_SIGNALS = 'signals.import';
const BATCH = 500;

interface Deps {
  files: FileStore;
  sealer: Sealer;
}
interface Payload {
  importId: string;
}

export function signalImportJobs(deps: Deps): JobKind<never>[] {
  const kind: JobKind<Payload> = { kind: RUN_SIGNALS, run: (job) => runImport(deps, job) };
  return [kind as JobKind<never>];
}

async function runImport(deps: Deps, job: JobRun<Payload>): Promise<void> {
  const { importId } = job.payload;
  const env = systemEnv(job.db, job.now, 'signals');
  const found = await job.db.read(async (tx) => {
    const row = await readSignalImport(tx, importId);
    return row && { row, zone: await zoneOf(tx) };
  });
  if (found?.row.state !== 'running' || found.row.file_id === null) return;
  const { row, zone } = found;
  const end = async (failure: string | null) => {
    await job.db.write(async (tx) => {
      await job.finish(tx);
      const last = await lockSignalImport(tx, importId);
      if (last?.state !== 'running') return;
      await saveImportEnded(tx, importId, failure, job.now);
      const { recorded, duplicates, rejected } = last;
      await tell(tx, env, signalImportFinished, {
        subject: importId,
        data: { recorded, duplicates, rejected, failure },
      });
    });
    if (failure === null) await deps.files.remove(job.db.workspaceId, row.file_id!);
  };
  try {
    const reader = await openReader(
      await fileSource(deps.files.pathOf(job.db.workspaceId, row.file_id!), row.file_name),
    );
    const from = row.position ? (row.position as Checkpoint) : undefined;
    for await (const batch of reader.batches({ batchSize: BATCH, ...(from ? { from } : {}) })) {
      if (!(await job.alive())) return;
      const context = { mapping: row.mapping, zone, sealer: deps.sealer, workspaceId: job.db.workspaceId };
      await job.db.write(async (tx) => {
        const now = await lockSignalImport(tx, importId);
        if (now?.state !== 'running') return;
        const { drafts, lines, errors } = mapAll(batch.rows, context);
        const answer = await recordSignalBatch(tx, env, deps.sealer, drafts);
        for (const [index, result] of answer.results.entries()) {
          if (result.outcome === 'rejected')
            errors.push({
              line: lines[index]!,
              field: result.errors?.[0]?.path ?? null,
              code: result.errors?.[0]?.code ?? 'invalid',
            });
        }
        await saveImportBatch(tx, now, {
          read: batch.rows.length,
          recorded: answer.recorded,
          duplicates: answer.duplicates,
          rejected: errors.length,
          errors,
          position: batch.checkpoint,
          bytesRead: batch.bytesRead,
        });
      });
    }
    await end(null);
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    await end(error.code);
  }
}

function mapAll(rows: readonly SourceRow[], context: Parameters<typeof mapSourceRow>[1]) {
  const drafts: unknown[] = [];
  const lines: number[] = [];
  const errors: RowError[] = [];
  for (const row of rows) {
    const mapped = mapSourceRow(row, context);
    if ('draft' in mapped) {
      drafts.push(mapped.draft);
      lines.push(row.line);
    } else errors.push(mapped);
  }
  return { drafts, lines, errors };
}
