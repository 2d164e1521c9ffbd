// Work to be done later, saved in the same transaction as the change that asks for it.
import sql from 'sql-template-tag';
import { newId } from '../../kit/ids.ts';
import type { Tx } from '../database/database.ts';

export interface NewJob {
  kind: string;
  payload: unknown;
  /** Jobs of one kind with the same key wait once; asking again moves nothing. */
  key?: string;
  runAt: Date;
  maxAttempts?: number;
}

export const JOBS_CHANNEL = 'huiyin_jobs';

/** Adds jobs in the caller's transaction. */
export async function enqueueJobs(tx: Tx, jobs: readonly NewJob[], now: Date): Promise<void> {
  if (jobs.length === 0) return;
  await tx.run(sql`
    INSERT INTO jobs (id, workspace_id, kind, key, payload, run_at, max_attempts, created_at)
    SELECT j.id, ${tx.workspaceId}, j.kind, j.key, j.payload::jsonb, j.run_at, j.max_attempts, ${now}
    FROM unnest(
      ${jobs.map(() => newId('job'))}::text[], ${jobs.map((job) => job.kind)}::text[],
      ${jobs.map((job) => job.key ?? null)}::text[], ${jobs.map((job) => JSON.stringify(job.payload))}::text[],
      ${jobs.map((job) => job.runAt)}::timestamptz[], ${jobs.map((job) => job.maxAttempts ?? 8)}::int[]
    ) AS j(id, kind, key, payload, run_at, max_attempts)
    ON CONFLICT (workspace_id, kind, key) WHERE key IS NOT NULL DO NOTHING`);
  await tx.run(sql`SELECT pg_notify(${JOBS_CHANNEL}, '')`);
}

/** Takes a waiting job back, for example when the import it belongs to is cancelled. */
export async function dropJob(tx: Tx, kind: string, key: string): Promise<void> {
  await tx.run(sql`DELETE FROM jobs WHERE workspace_id = ${tx.workspaceId} AND kind = ${kind} AND key = ${key}`);
}
