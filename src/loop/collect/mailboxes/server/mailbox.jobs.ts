// Looks for mailboxes that are due and fetches from each as a job of its own.

import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import type { JobKind, Recurring } from '../../../../platform/jobs/job-runner.ts';
import { type FetchDeps, fetchLetters } from './fetch-letters.ts';
import { dueMailboxes } from './mailbox.store.ts';

export const FETCH_JOB = 'mailboxes.fetch';

/** Asks for a look into every mailbox that is due. */
export async function askForLetters(deps: FetchDeps, now: Date): Promise<number> {
  const due = await dueMailboxes(deps.database, now);
  for (const { id, workspaceId } of due) {
    await deps.database
      .workspace(workspaceId)
      .write((tx) =>
        enqueueJobs(tx, [{ kind: FETCH_JOB, payload: { mailboxId: id }, key: id, runAt: now, maxAttempts: 3 }], now),
      );
  }
  return due.length;
}

export function mailboxJobs(deps: FetchDeps): JobKind<never>[] {
  return [
    {
      kind: FETCH_JOB,
      parallel: 4,
      async run(job) {
        const { mailboxId } = job.payload as { mailboxId: string };
        const { workspaceId } = job.db;
        const done = await fetchLetters(deps, job.now, { workspaceId, mailboxId, alive: job.alive });
        if (done?.more) job.again(job.now);
      },
    },
  ];
}

export function mailboxSweeps(deps: FetchDeps): Recurring[] {
  return [{ name: 'mailboxes', everyMs: 30_000, run: async (now) => void (await askForLetters(deps, now)) }];
}
