// Works through a file of sessions in batches; stopped, it goes on behind the last batch that was saved.
import { readFile } from 'node:fs/promises';
import sql from 'sql-template-tag';
import { systemEnv, tell } from '../../../../ground/env.ts';
import { dropFileRows, type FileStore } from '../../../../platform/files/file.store.ts';
import type { JobKind, JobRun } from '../../../../platform/jobs/job-runner.ts';
import type { Gate } from '../../intake/server/door.ts';
import type { RawSession } from '../core/read-sessions.ts';
import { transcriptsImported } from '../core/transcript-events.contract.ts';
import { readSessions } from './read-file.ts';
import { recordTranscripts } from './record-transcripts.ts';
import { finishImport, type ImportCounts, type ImportProblem, lockImport, saveBatch } from './transcript.store.ts';

export const IMPORT_JOB = 'transcripts.import';
const BATCH = 100;

export interface TranscriptDeps {
  gate: Gate;
  files: FileStore;
}

export function transcriptJobs(deps: TranscriptDeps): JobKind<never>[] {
  return [{ kind: IMPORT_JOB, run: (job) => runImport(deps, job as JobRun<{ importId: string }>) }];
}

async function runImport(deps: TranscriptDeps, job: JobRun<{ importId: string }>): Promise<void> {
  const { importId } = job.payload;
  const { workspaceId } = job.db;
  const env = systemEnv(job.db, job.now, 'transcripts');
  const begun = await job.db.read(async (tx) => ({
    row: await tx.maybe<{ fileId: string | null; channel: string; done: number; state: string }>(sql`
      SELECT file_id AS "fileId", channel, done, state FROM transcript_imports
      WHERE workspace_id = ${tx.workspaceId} AND id = ${importId}`),
    shop: await tx.one<{ timeZone: string }>(
      sql`SELECT time_zone AS "timeZone" FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`,
    ),
  }));
  const { row } = begun;
  if (!row?.fileId || row.state === 'done' || row.state === 'failed') return;
  const { fileId } = row;
  const bytes = await readFile(deps.files.pathOf(workspaceId, fileId));
  const read = await readSessions(bytes, row.channel, begun.shop.timeZone);
  if ('fault' in read) {
    await job.db.write(async (tx) => {
      await finishImport(tx, importId, { state: 'failed', failure: read.fault, total: 0, now: job.now });
      await tell(tx, env, transcriptsImported, {
        subject: importId,
        data: { recorded: 0, duplicates: 0, rejected: 0 },
      });
      await job.finish(tx);
    });
    await dropFile(deps, job, fileId);
    return;
  }
  const { sessions } = read;
  for (let at = row.done; at < sessions.length; at += BATCH) {
    if (!(await job.alive())) return;
    const batch = sessions.slice(at, at + BATCH);
    await job.db.write(async (tx) => {
      const held = await lockImport(tx, importId);
      // Another process went on with it meanwhile.
      if (!held || held.done !== at) throw new Error('the import has moved on');
      const { counts, problems } = await saveSessions(tx, env, deps.gate, batch);
      await saveBatch(tx, importId, { total: sessions.length, done: at + batch.length, counts, problems });
      const { recorded, duplicates, rejected } = counts;
      await tell(tx, env, transcriptsImported, { subject: importId, data: { recorded, duplicates, rejected } });
    });
  }
  await job.db.write(async (tx) => {
    await finishImport(tx, importId, { state: 'done', failure: null, total: sessions.length, now: job.now });
    await tell(tx, env, transcriptsImported, { subject: importId, data: { recorded: 0, duplicates: 0, rejected: 0 } });
    await job.finish(tx);
  });
  await dropFile(deps, job, fileId);
}

async function saveSessions(
  tx: Parameters<typeof recordTranscripts>[0],
  env: Parameters<typeof recordTranscripts>[1],
  gate: Gate,
  batch: readonly RawSession[],
): Promise<{ counts: ImportCounts; problems: ImportProblem[] }> {
  const outcomes = await recordTranscripts(
    tx,
    env,
    gate,
    batch.map((session) => session.draft),
  );
  const counts: ImportCounts = { recorded: 0, duplicates: 0, rejected: 0, feedback: 0, promises: 0 };
  const problems: ImportProblem[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const session = batch[index]!;
    problems.push(...session.faults);
    if (outcome.outcome === 'recorded') {
      counts.recorded += 1;
      counts.feedback += outcome.feedbackIds.length;
      counts.promises += outcome.promises;
    } else if (outcome.outcome === 'duplicate') counts.duplicates += 1;
    else {
      counts.rejected += 1;
      // A session whose own fault is named needs no second name.
      if (session.faults.length === 0) {
        problems.push(
          ...(outcome.errors ?? []).slice(0, 3).map(({ path, code }) => ({ row: session.row, path, code })),
        );
      }
    }
  }
  return { counts, problems };
}

/** The words lie masked and sealed where they belong; the file itself is not kept. */
async function dropFile(deps: TranscriptDeps, job: JobRun<unknown>, fileId: string): Promise<void> {
  await job.db.write((tx) => dropFileRows(tx, [fileId]));
  await deps.files.remove(job.db.workspaceId, fileId);
}
