// Runs imports in the background and goes on with them after a restart.

import { systemEnv } from '../../../../ground/env.ts';
import type { Id } from '../../../../kit/ids.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import type { JobKind, JobRun } from '../../../../platform/jobs/job-runner.ts';
import type { Gate } from '../../intake/server/door.ts';
import { importMapping } from '../core/import.contract.ts';
import { IMPORT_PROGRESSED } from '../core/import-events.contract.ts';
import { endImport, removeFile, stumble } from './finish-import.ts';
import { readTimeZone } from './import.reads.ts';
import { lockImport } from './import.store.ts';
import { ReaderError } from './readers/row-reader.ts';
import { runBatches } from './run-import.ts';
import { openStored } from './stored-file.ts';

export const RUN_IMPORT = 'import.run';

export interface ImportDeps {
  gate: Gate;
  files: FileStore;
  /** Tells open browsers that an import moved on. */
  push(workspaceId: string, type: string, subject: string | null): void;
}

interface Payload {
  importId: string;
  runNumber: number;
}

const PUSH_EVERY_MS = 500;

/** The job kind that runs imports, one at a time. */
export function importJobs(deps: ImportDeps): JobKind<Payload>[] {
  return [{ kind: RUN_IMPORT, run: (job) => runJob(deps, job) }];
}

async function runJob(deps: ImportDeps, job: JobRun<Payload>): Promise<void> {
  const env = systemEnv(job.db, job.now, 'imports');
  const { importId, runNumber } = job.payload;
  const found = await job.db.write(async (tx) => {
    const held = await lockImport(tx, importId);
    return held && { ...held, timeZone: await readTimeZone(tx) };
  });
  if (found?.state !== 'running' || found.runNumber !== runNumber) return;
  const tellBrowsers = pusher(deps, job.db.workspaceId, importId);
  const end = async (failure: ReaderError['code'] | 'internal' | null) => {
    const ended = await endImport(env, { importId, runNumber, failure }, job.finish);
    if (ended) await removeFile(env, deps.files, ended.fileId);
  };
  try {
    const reader = await openStored({ workspace: job.db.workspaceId as Id<'ws'> }, deps.files, found);
    if (!reader.ok) return end((reader.details?.[0]?.code as ReaderError['code'] | undefined) ?? 'file_damaged');
    const outcome = await runBatches(env, {
      importId,
      runNumber,
      reader: reader.value,
      mapping: importMapping.parse(found.mapping),
      timeZone: found.timeZone,
      position: found.position,
      gate: deps.gate,
      alive: () => job.alive(),
      onProgress: () => tellBrowsers(),
    });
    if (outcome === 'ended') await end(null);
  } catch (error) {
    if (error instanceof ReaderError) return end(error.code);
    if (await stumble(env, importId)) await end('internal');
    throw error;
  }
}

function pusher(deps: ImportDeps, workspaceId: string, importId: string): () => void {
  let lastMs = 0;
  return () => {
    if (performance.now() - lastMs < PUSH_EVERY_MS) return;
    lastMs = performance.now();
    deps.push(workspaceId, IMPORT_PROGRESSED, importId);
  };
}
