// What an erasure leaves to do: remove files from disk, and look once more for what was on its way at that moment.
import { dropFileRows } from '../../../platform/files/file.store.ts';
import { enqueueJobs } from '../../../platform/jobs/job.store.ts';
import type { JobKind, JobRun } from '../../../platform/jobs/job-runner.ts';
import { NO_TRACES } from '../../people/core/keeper.contract.ts';
import type { PrivacyDesk } from './privacy-desk.ts';

export const FILES_JOB = 'privacy.files';
export const LATE_JOB = 'privacy.late';
/** Longer than any reaction or job holds a person in its hands. */
export const LATE_MS = 10 * 60_000;

export function privacyJobs(desk: PrivacyDesk): JobKind<never>[] {
  return [
    { kind: FILES_JOB, run: (job) => removeFiles(desk, job as JobRun<{ fileIds: string[] }>) },
    { kind: LATE_JOB, run: (job) => lookAgain(desk, job as JobRun<{ sealed: string }>) },
  ];
}

async function removeFiles(desk: PrivacyDesk, job: JobRun<{ fileIds: string[] }>): Promise<void> {
  for (const fileId of job.payload.fileIds) await desk.files.remove(job.db.workspaceId, fileId);
  await job.db.write(async (tx) => {
    await dropFileRows(tx, job.payload.fileIds);
    await job.finish(tx);
  });
}

async function lookAgain(desk: PrivacyDesk, job: JobRun<{ sealed: string }>): Promise<void> {
  const opened = desk.sealer.open(job.db.workspaceId, job.payload.sealed);
  const { personId, ids } = JSON.parse(opened) as { personId: string; ids: string[] };
  await job.db.write(async (tx) => {
    const fileIds: string[] = [];
    for (const keeper of desk.keepers) {
      fileIds.push(...(await keeper.erase(tx, personId, job.now, { ...NO_TRACES, ids })).fileIds);
    }
    if (fileIds.length > 0) await enqueueJobs(tx, [{ kind: FILES_JOB, payload: { fileIds }, runAt: job.now }], job.now);
    await job.finish(tx);
  });
}
